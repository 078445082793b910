import type { Span } from '../core/span.ts';
import { LEAST_SCORE } from '../core/suggest/suggestions.ts';
import { applyChanges, invertChanges } from '../core/tags/changes.ts';
import type { CommandArguments, CommandResult, OnText, ServerCommand } from '../protocol.ts';
import type { Suggest } from '../suggester.ts';
import { nameOf } from '../workspace.ts';
import { type Call, readCall } from './call.ts';
import { type EntityEdit, entityEdit } from './entityEdit.ts';
import type { OpenText } from './openText.ts';
import { notUtf8, Refusal } from './refusal.ts';
import { SidecarWriter, type WriteResult, type WriterHost } from './sidecarWriter.ts';
import type { Change, Maker, Step } from './step.ts';
import { linkSteps, stepsOf } from './steps.ts';
import { suggestionStep } from './suggestionStep.ts';
import type { Texts } from './texts.ts';

/** What tagging needs of the client and the world. */
export interface TaggingHost extends WriterHost, Maker {
  /** Says that a text's tags changed, and that its sidecars want saving where the server changed them by itself. */
  edited(text: OpenText, sidecars: readonly string[], merged: readonly string[]): void;
  /** Asks a model; absent where none may run. */
  readonly suggest?: Suggest;
  /** Tells the person why something that they did not ask for could not be done. */
  failed(sentence: string): void;
  /** Says that the registry of the text's corpus was changed. */
  registryEdited(text: OpenText): void;
}

/** How many steps can be taken back. */
const UNDO_DEPTH = 200;

/** What one command changed, or several of one step, one after the other. */
interface Done {
  readonly step: string | undefined;
  /** The text that the commands were about. */
  readonly origin: string;
  readonly changes: WriteResult['changes'];
}

/** Carries out the tagging commands one after the other, each as one edit of the sidecars by way of the client. */
export class Tagging {
  readonly #texts: Texts;
  readonly #host: TaggingHost;
  readonly #writer: SidecarWriter;
  readonly #done: Done[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(texts: Texts, host: TaggingHost) {
    this.#texts = texts;
    this.#host = host;
    this.#writer = new SidecarWriter(texts, host);
  }

  /** Runs a command with the argument that a client sent. Rejects with a `Refusal` where it cannot be carried out. */
  execute(command: ServerCommand, argument: unknown): Promise<CommandResult> {
    return this.#pinned(command, argument, (call, span) => {
      if (call.command === 'glossator.suggest') return this.#suggest(call.argument);
      return this.#inTurn(async () => {
        const text = await this.#textOf(call.argument.uri);
        if (call.command === 'glossator.undo') return this.#undo(text.uri);
        if (call.command === 'glossator.createEntity' || call.command === 'glossator.addAlias') {
          return this.#editRegistry(
            text,
            await entityEdit(this.#texts, text, call, span),
            call.argument,
          );
        }
        const steps = await stepsOf(this.#texts, text, call, span, this.#host);
        const { step } = call.argument;
        return this.#run(titles[call.command], { uri: text.uri, step }, steps);
      });
    });
  }

  /** Takes the command's range for what it covers now, though its turn comes later. */
  async #pinned(
    command: ServerCommand,
    argument: unknown,
    work: (call: Call, span: Span) => Promise<CommandResult>,
  ): Promise<CommandResult> {
    const call = readCall(command, argument);
    const { uri } = call.argument;
    const range = 'range' in call.argument ? call.argument.range : undefined;
    const text =
      this.#texts.peek(uri) ?? (this.#texts.isInside(uri) && (await this.#texts.get(uri)));
    if (!range || !text) return work(call, { start: 0, end: 0 });
    return text.pinned(text.live.positions.span(range), (pin) => work(call, pin));
  }

  /** Brings the sidecars of a saved text in line with the text. */
  saved(uri: string): Promise<void> {
    return this.#inTurn(async () => {
      const text = this.#texts.peek(uri);
      if (!text || text.refusal) return;
      const steps = text.layers
        .filter((layer) => layer.sidecar && !layer.gone && layer.source.trim() !== '')
        .map((layer): Step => ({ text, layer, change: unchanged }));
      await this.#follow('Follow the text', steps);
    });
  }

  /** Brings what somebody else wrote to a sidecar into the editor that holds it with changes of its own. */
  takeIn(text: OpenText): Promise<void> {
    return this.#inTurn(async () => {
      const steps = text.layers
        .filter(
          ({ sidecar, elsewhere, source }) =>
            sidecar && elsewhere && !elsewhere.waits && source !== elsewhere.base,
        )
        .map((layer): Step => ({ text, layer, change: unchanged }));
      await this.#follow('Merge what was changed on disk', steps);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** The text that a command names, if it may be tagged: one that the client has open, or one of the workspace. */
  async #textOf(uri: string): Promise<OpenText> {
    const name = nameOf(uri);
    if (!this.#texts.peek(uri) && !this.#texts.isInside(uri)) {
      throw new Refusal(
        `${name} is not open and lies in no folder of this workspace, so it is left alone. Open it first.`,
      );
    }
    if (uri.startsWith('untitled:')) {
      throw new Refusal('This text has no file yet. Save it as a .txt file, then tag it.');
    }
    if (!/\.txt$/i.test(name)) {
      throw new Refusal(`${name} is no .txt file, and only those have tags.`);
    }
    const text = await this.#texts.get(uri);
    if (!text) {
      const there = await this.#texts.workspace.readFile(uri);
      throw there ? notUtf8(uri) : new Refusal(`${name} cannot be read, so it cannot be tagged.`);
    }
    if (text.refusal) throw new Refusal(text.refusal);
    return text;
  }

  /** Writes what a command changes, so that it can be taken back. */
  async #run(
    title: string,
    { uri: origin, step }: OnText,
    steps: readonly Step[],
  ): Promise<CommandResult> {
    const { result, changes } = await this.#write(title, steps);
    if (result.ids.length === 0) return result;
    const before = this.#done.findIndex((done) => step !== undefined && done.step === step);
    const [begun] = before < 0 ? [] : this.#done.splice(before, 1);
    this.#done.push({ step, origin, changes: begun ? inTurn(begun.changes, changes) : changes });
    if (this.#done.length > UNDO_DEPTH) this.#done.shift();
    return result;
  }

  async #write(title: string, steps: readonly Step[]) {
    const { written, ids, changes } = await this.#writer.write(title, steps);
    for (const { text } of written) this.#host.edited(text, [], []);
    const sidecars = written.map(({ uri }) => uri);
    const merged = written.filter((one) => one.merged).map(({ uri }) => uri);
    return { result: { ids, sidecars, merged }, changes };
  }

  /** Writes what no command asked for; the client learns of it by a notification, the person of a failure. */
  async #follow(title: string, steps: readonly Step[]): Promise<void> {
    try {
      const { written } = await this.#writer.write(title, steps);
      for (const { text, uri, merged } of written) {
        this.#host.edited(text, [uri], merged ? [uri] : []);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#host.failed(error.message);
    }
  }

  async #undo(uri: string): Promise<CommandResult> {
    const last = this.#done
      .filter(
        ({ origin, changes }) => origin === uri || changes.some((change) => change.uri === uri),
      )
      .at(-1);
    if (!last) throw new Refusal('There is no tag change of this session left to take back.');
    const steps: Step[] = [];
    for (const { uri: textUri, layer, changes } of last.changes) {
      const text = await this.#texts.get(textUri);
      if (!text) continue;
      const back = invertChanges(changes);
      const ids = back.map(({ id }) => id);
      const change: Change = (sidecar) => ({ sidecar: applyChanges(sidecar, back), ids });
      steps.push({ text, layer: text.layer(layer), change });
    }
    const { result } = await this.#write('Undo the last tag change', steps);
    this.#done.splice(this.#done.indexOf(last), 1);
    return result;
  }

  /** Asks the model while other commands go on, then adds what it says unless the text changed meanwhile. */
  async #suggest(argument: CommandArguments['glossator.suggest']): Promise<CommandResult> {
    const { suggest } = this.#host;
    if (!suggest) {
      throw new Refusal(
        'Models run only in a trusted workspace, and where the server runs under Node.',
      );
    }
    const text = await this.#textOf(argument.uri);
    const { version } = text.live;
    const spans = await suggest({
      model: argument.model,
      corpus: text.corpus.root,
      text: text.live.text.slice(0, text.live.text.length),
      language: text.analysis.language,
    });
    const sure = spans.filter(({ score }) => score >= LEAST_SCORE);
    return this.#inTurn(async () => {
      if (text.live.version !== version) {
        throw new Refusal('The text changed while the model read it. Ask for suggestions again.');
      }
      if (sure.length === 0) return { ids: [], sidecars: [] };
      return this.#run('Suggest tags', { uri: text.uri, step: argument.step }, [
        suggestionStep(text, argument, sure, this.#host),
      ]);
    });
  }

  async #editRegistry(text: OpenText, edit: EntityEdit, { step }: OnText): Promise<CommandResult> {
    const { entity, tags, registry } = edit;
    await this.#writer.writeFile(edit.title, registry);
    this.#host.registryEdited(text);
    const linked =
      tags.length > 0
        ? await this.#run(edit.title, { uri: text.uri, step }, linkSteps(text, tags, entity))
        : { ids: [], sidecars: [], merged: [] };
    return { ...linked, sidecars: [registry.uri, ...linked.sidecars], entity };
  }
}

/** Two commands' changes as one: of a layer that both changed, the later ones behind the earlier. */
function inTurn(first: Done['changes'], second: Done['changes']): Done['changes'] {
  const same = (a: Done['changes'][number], b: Done['changes'][number]) =>
    a.uri === b.uri && a.layer === b.layer;
  const both = first.map((one) => {
    const later = second.find((other) => same(one, other));
    return later ? { ...one, changes: [...one.changes, ...later.changes] } : one;
  });
  return [...both, ...second.filter((other) => !first.some((one) => same(one, other)))];
}

const unchanged: Change = (sidecar) => ({ sidecar, ids: [] });

const titles: Record<Exclude<ServerCommand, EntityCommand | 'glossator.suggest'>, string> = {
  'glossator.tag': 'Tag',
  'glossator.untag': 'Remove the tag',
  'glossator.relabel': 'Change the label',
  'glossator.link': 'Link to an entity',
  'glossator.tagAll': 'Tag all mentions',
  'glossator.accept': 'Accept the tag',
  'glossator.reject': 'Reject the tag',
  'glossator.acceptPlaces': 'Accept all places',
  'glossator.replace': 'Place the tag anew',
  'glossator.note': 'Add a note',
  'glossator.attribute': 'Set an attribute',
  'glossator.relate': 'Relate two tags',
  'glossator.unrelate': 'Remove the relation',
  'glossator.undo': 'Undo the last tag change',
  'glossator.resolve': 'Settle the conflict',
  'glossator.adopt': 'Adjudicate',
};

type EntityCommand = 'glossator.createEntity' | 'glossator.addAlias';
