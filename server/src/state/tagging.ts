import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Span } from '../core/span.ts';
import {
  applyChanges,
  changesBetween,
  invertChanges,
  type TagChange,
} from '../core/tags/changes.ts';
import {
  link,
  makeTag,
  relabel,
  removeTag,
  replaceSpan,
  setNote,
  setStatus,
  type TagDraft,
} from '../core/tags/edits.ts';
import { isLayerName } from '../core/tags/files.ts';
import type { Sidecar } from '../core/tags/model.ts';
import { serialiseSidecar } from '../core/tags/sidecar.ts';
import { graphemeBounds } from '../core/text/graphemes.ts';
import { wholeTokens } from '../features/at.ts';
import { sameNames } from '../features/tagAll.ts';
import type { CommandArguments, CommandResult, ServerCommand } from '../protocol.ts';
import { nameOf } from '../workspace.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';
import { Refusal } from './refusal.ts';
import { sidecarEdit } from './sidecarEdit.ts';
import type { Texts } from './texts.ts';

/** What tagging needs of the client and the world. */
export interface TaggingHost {
  /** Asks the client to apply an edit; false where it would not. */
  applyEdit(label: string, edit: WorkspaceEdit): Promise<boolean>;
  /** Says that a text's tags changed, and that its sidecars want saving. */
  edited(text: OpenText, sidecars: readonly string[]): void;
  /** The time, as an ISO 8601 string. */
  time(): string;
  /** Name for `by`, where the command gives none. */
  annotator(): string | undefined;
}

/** A change of one sidecar, and the ids of the tags it is about. */
type Change = (sidecar: Sidecar) => { sidecar: Sidecar; ids: readonly string[] };

/** One layer of one text that a command changes. */
interface Step {
  readonly text: OpenText;
  readonly layer: Layer;
  readonly change: Change;
}

/** How many commands can be taken back. */
const UNDO_DEPTH = 200;

/** Carries out the tagging commands one after the other, each as one edit of the sidecars by way of the client. */
export class Tagging {
  readonly #texts: Texts;
  readonly #host: TaggingHost;
  readonly #done: { uri: string; layer: string | undefined; changes: readonly TagChange[] }[][] =
    [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(texts: Texts, host: TaggingHost) {
    this.#texts = texts;
    this.#host = host;
  }

  /** Runs a command. Rejects with a `Refusal` where it cannot be carried out. */
  execute<C extends ServerCommand>(
    command: C,
    argument: CommandArguments[C],
  ): Promise<CommandResult> {
    return this.#inTurn(() => this.#execute(command, argument));
  }

  /** Brings the sidecars of a saved text in line with the text. */
  saved(uri: string): Promise<void> {
    return this.#inTurn(async () => {
      const text = this.#texts.peek(uri);
      if (!text) return;
      const steps = text.layers
        .filter((layer) => layer.sidecar && layer.source.trim() !== '')
        .map((layer): Step => ({ text, layer, change: (sidecar) => ({ sidecar, ids: [] }) }));
      await this.#apply('Follow the text', steps);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #execute<C extends ServerCommand>(
    command: C,
    argument: CommandArguments[C],
  ): Promise<CommandResult> {
    const text = await this.#texts.get(argument.uri);
    if (!text) throw new Refusal(`${nameOf(argument.uri)} cannot be read, so it cannot be tagged.`);
    if (text.refusal) throw new Refusal(text.refusal);
    if (command === 'glossator.undo') return this.#undo(argument.uri);
    const steps = await this.#steps(text, { command, argument } as Call);
    const { result, undo } = await this.#apply(titles[command], steps);
    this.#done.push(undo);
    if (this.#done.length > UNDO_DEPTH) this.#done.shift();
    return result;
  }

  async #steps(text: OpenText, call: Call): Promise<Step[]> {
    if (call.command === 'glossator.tag') return [this.#tagStep(text, call.argument)];
    if (call.command === 'glossator.undo') return [];
    const { id } = call.argument;
    const layer = text.layerOf(id);
    if (!layer)
      throw new Refusal(
        'That tag is no longer there. Look at the tags again and repeat the command.',
      );
    if (call.command === 'glossator.tagAll') return this.#tagAllSteps(text, id);
    const edit = changeOf(text, call);
    return [{ text, layer, change: (sidecar) => ({ sidecar: edit(sidecar), ids: [id] }) }];
  }

  #tagStep(text: OpenText, argument: CommandArguments['glossator.tag']): Step {
    const { label, entity, layer: name, exact, by = this.#host.annotator() } = argument;
    if (typeof label !== 'string' || label === '')
      throw new Refusal('Say which label to tag with.');
    if (name !== undefined && !isLayerName(name)) {
      throw new Refusal('A layer’s name may hold only letters, digits, “_” and “-”.');
    }
    const span = target(text, text.live.positions.span(argument.range), exact === true);
    const draft = { ...span, label, entity, by: by || undefined, at: this.#host.time() };
    return { text, layer: text.layer(name), change: adding([draft], text) };
  }

  /** Tags every mention of a tag's entity, or of its text, in the whole corpus; each text is one step. */
  async #tagAllSteps(origin: OpenText, id: string): Promise<Step[]> {
    const tag = origin.layerOf(id)?.sidecar?.tags.find((candidate) => candidate.id === id);
    if (!tag) return [];
    const { corpus } = origin;
    await corpus.indexAll();
    const steps: Step[] = [];
    for (const uri of new Set([origin.uri, ...corpus.index.texts()])) {
      const text = uri === origin.uri ? origin : await this.#texts.get(uri);
      if (!text || text.refusal) continue;
      const layer = text.layer(origin.layerOf(id)?.name);
      const spans = sameNames(text.analysis, tag, layer.placed());
      if (spans.length === 0 || !layer.sidecar) continue;
      const { label, entity } = tag;
      const draft = { label, entity, by: this.#host.annotator(), at: this.#host.time() };
      const drafts = spans.map((span) => ({ ...span, ...draft }));
      steps.push({ text, layer, change: adding(drafts, text) });
    }
    return steps;
  }

  async #undo(uri: string): Promise<CommandResult> {
    const at = this.#done.findLastIndex((steps) => steps.some((step) => step.uri === uri));
    if (at < 0) throw new Refusal('There is no tag change of this session left to take back.');
    const steps: Step[] = [];
    for (const { uri: textUri, layer, changes } of this.#done[at]) {
      const text = await this.#texts.get(textUri);
      if (!text) continue;
      const back = invertChanges(changes);
      const ids = back.map(({ id }) => id);
      const change: Change = (sidecar) => ({ sidecar: applyChanges(sidecar, back), ids });
      steps.push({ text, layer: text.layer(layer), change });
    }
    const { result } = await this.#apply('Undo the last tag change', steps);
    this.#done.splice(at, 1);
    return result;
  }

  /** Applies the steps as one edit, once each sidecar has been read afresh. */
  async #apply(title: string, steps: readonly Step[]) {
    const edits: { step: Step; sidecar: Sidecar; source: string }[] = [];
    const ids: string[] = [];
    const undo: { uri: string; layer: string | undefined; changes: readonly TagChange[] }[] = [];
    for (const step of steps) {
      const { text, layer } = step;
      await text.reload(layer);
      const before = layer.current();
      if (!before) {
        throw new Refusal(
          `${nameOf(layer.uri)} cannot be read, so nothing is written to it. Mend it first: see the Problems panel.`,
        );
      }
      const { sidecar, ids: touched } = step.change(before);
      const source = serialiseSidecar(sidecar);
      ids.push(...touched);
      undo.push({ uri: text.uri, layer: layer.name, changes: changesBetween(before, sidecar) });
      if (source !== layer.source) edits.push({ step, sidecar, source });
    }
    if (edits.length > 0) {
      const changes = edits.map(({ step, source }) =>
        sidecarEdit(step.layer, source, this.#texts.encoding),
      );
      const applied = await this.#host.applyEdit(title, { documentChanges: changes.flat() });
      if (!applied)
        throw new Refusal(
          'The editor did not take the change to the sidecar. Nothing was tagged; try again.',
        );
    }
    for (const { step, sidecar, source } of edits) {
      await this.#texts.sources.applied(step.layer.uri, source);
      step.layer.accept(sidecar, source);
      step.text.corpus.active = true;
      step.text.tagsChanged();
      this.#host.edited(step.text, [step.layer.uri]);
    }
    const result: CommandResult = { ids, sidecars: edits.map(({ step }) => step.layer.uri) };
    return { result, undo };
  }
}

/** A command with its own argument. */
type Call = { [C in ServerCommand]: { command: C; argument: CommandArguments[C] } }[ServerCommand];

type OneTagCall = Exclude<
  Call,
  { command: 'glossator.tag' | 'glossator.tagAll' | 'glossator.undo' }
>;

function changeOf(
  text: OpenText,
  { command, argument }: OneTagCall,
): (sidecar: Sidecar) => Sidecar {
  const { id } = argument;
  switch (command) {
    case 'glossator.untag':
      return (sidecar) => removeTag(sidecar, id);
    case 'glossator.relabel':
      return (sidecar) => relabel(sidecar, id, argument.label);
    case 'glossator.link':
      return (sidecar) => link(sidecar, id, argument.entity);
    case 'glossator.note':
      return (sidecar) => setNote(sidecar, id, argument.note);
    case 'glossator.accept':
      return (sidecar) => setStatus(sidecar, id, 'accepted');
    case 'glossator.reject':
      return (sidecar) => setStatus(sidecar, id, 'rejected');
    case 'glossator.replace': {
      const span = target(text, text.live.positions.span(argument.range), true);
      return (sidecar) => replaceSpan(sidecar, id, span, text.live.text);
    }
  }
}

/** Adds tags to a sidecar whose offsets belong to the text as it is now. */
function adding(drafts: readonly TagDraft[], text: OpenText): Change {
  return (sidecar) => {
    const tags = drafts.map((draft) => makeTag(draft, text.live.text));
    const changes = tags.map((tag) => ({ id: tag.id, before: null, after: tag }));
    return { sidecar: applyChanges(sidecar, changes), ids: tags.map(({ id }) => id) };
  };
}

/** What to tag: the span grown to whole tokens (unless exact) and whole graphemes. */
function target(text: OpenText, span: Span, exact: boolean): Span {
  const wanted = exact ? span : wholeTokens(text.analysis, span);
  const content = text.live.text;
  const around = {
    start: Math.max(0, wanted.start - 256),
    end: Math.min(content.length, wanted.end + 256),
  };
  const grown = graphemeBounds(content.slice(around.start, around.end), {
    start: wanted.start - around.start,
    end: wanted.end - around.start,
  });
  const result = { start: grown.start + around.start, end: grown.end + around.start };
  if (content.slice(result.start, result.end).trim() === '') {
    throw new Refusal('There is no text to tag here: select some, or put the cursor in a word.');
  }
  return result;
}

const titles: Record<ServerCommand, string> = {
  'glossator.tag': 'Tag',
  'glossator.untag': 'Remove the tag',
  'glossator.relabel': 'Change the label',
  'glossator.link': 'Link to an entity',
  'glossator.tagAll': 'Tag all mentions',
  'glossator.accept': 'Accept the tag',
  'glossator.reject': 'Reject the tag',
  'glossator.replace': 'Place the tag anew',
  'glossator.note': 'Add a note',
  'glossator.undo': 'Undo the last tag change',
};
