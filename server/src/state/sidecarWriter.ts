import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { changesBetween, type TagChange } from '../core/tags/changes.ts';
import type { Sidecar } from '../core/tags/model.ts';
import { rewriteSidecar } from '../core/tags/rewrite.ts';
import { folderOf, isBelow, nameOf } from '../workspace.ts';
import type { OpenText } from './openText.ts';
import { Refusal, unreadable } from './refusal.ts';
import { type EditSupport, type FileChange, workspaceEdit } from './sidecarEdit.ts';
import type { Elsewhere } from './sources.ts';
import type { Step } from './step.ts';
import type { Texts } from './texts.ts';

/** What writing needs of the client. */
export interface WriterHost {
  /** Asks the client to apply an edit; false where it would not. */
  applyEdit(label: string, edit: WorkspaceEdit): Promise<boolean>;
  readonly editSupport: EditSupport;
}

/** A sidecar that was written. */
export interface Written {
  readonly text: OpenText;
  readonly uri: string;
  /** Whether the file on disk holds something else than what the editor began from, which the editor has now too. */
  readonly merged: boolean;
}

/** What a command came to. */
export interface WriteResult {
  readonly written: readonly Written[];
  readonly ids: string[];
  /** What changed, for an undo. */
  readonly changes: {
    readonly uri: string;
    readonly layer: string | undefined;
    readonly changes: readonly TagChange[];
  }[];
}

/** What one step wants to write. */
interface Draft {
  readonly step: Step;
  /** The sidecar as it was read, and with the offsets of the text at that moment. */
  readonly read: Sidecar;
  readonly before: Sidecar;
  readonly after: Sidecar;
  readonly changes: readonly TagChange[];
  readonly ids: readonly string[];
  readonly source: string;
}

/** How often an edit is tried where a file may have changed while the client was asked, or was just being written. */
const TRIES = 4;
/** Milliseconds between two tries, in which the client's news of the change arrives. */
const PAUSE = 40;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}

/** Writes sidecars by way of the client: read afresh, changed as values, sent as the lines that differ. */
export class SidecarWriter {
  readonly #texts: Texts;
  readonly #host: WriterHost;

  constructor(texts: Texts, host: WriterHost) {
    this.#texts = texts;
    this.#host = host;
  }

  /** Applies the steps as one edit. Rejects with a `Refusal`, and nothing is changed, where a sidecar cannot be read or the client takes no edit. */
  async write(title: string, steps: readonly Step[]): Promise<WriteResult> {
    for (let left = TRIES; ; left--) {
      for (const { text, layer } of steps) await text.reload(layer);
      if (left > 1 && steps.some(({ layer }) => layer.elsewhere && !layer.sidecar)) {
        await pause();
        continue;
      }
      let drafts = steps.map(draftOf);
      for (const { step } of drafts.filter(isChanged)) await this.#refuseWriting(step);
      if (!drafts.every(isFresh)) drafts = steps.map(draftOf);
      const changed = drafts.filter(isChanged);
      const sent = changed.map((draft) => this.#changeOf(draft, left > 1));
      const merged = changed.map(({ step }) => step.layer.elsewhere);
      for (const draft of changed) propose(draft);
      const applied = await this.#apply(title, sent);
      const overtaken = changed.filter(({ step }) => step.layer.conclude(applied));
      if (applied) {
        for (const [i, draft] of changed.entries()) await this.#wrote(draft, merged[i]);
        for (const { step } of overtaken) await step.text.reload(step.layer);
        return resultOf(drafts, changed, merged);
      }
      if (left === 1 || sent.every(({ version }) => version === null)) {
        throw new Refusal(
          `The editor did not take the change to ${sent.map(({ uri }) => nameOf(uri)).join(', ')}. Nothing was tagged; try again.`,
        );
      }
      await pause();
    }
  }

  /** Writes one file that is no sidecar. */
  async writeFile(title: string, change: FileChange): Promise<void> {
    if (await this.#apply(title, [change])) {
      await this.#texts.sources.applied(change.uri, change.after);
      return;
    }
    throw new Refusal(
      `The editor did not take the change to ${nameOf(change.uri)}. Nothing was changed; try again.`,
    );
  }

  async #apply(title: string, changes: readonly FileChange[]): Promise<boolean> {
    if (changes.length === 0) return true;
    const edit = workspaceEdit(changes, this.#texts.encoding, this.#host.editSupport);
    return this.#host.applyEdit(title, edit).catch(() => false);
  }

  /** The last try names no version: a client may count up without a change, and says nothing then. */
  #changeOf({ step, source: after }: Draft, versioned: boolean): FileChange {
    const { uri, exists, source: before } = step.layer;
    const version = versioned ? this.#texts.sources.versionOf(uri) : null;
    return { uri, version, exists, before, after };
  }

  async #wrote({ step, source }: Draft, elsewhere: Elsewhere | undefined): Promise<void> {
    const { text, layer } = step;
    if (elsewhere) this.#texts.sources.settled(layer.uri, elsewhere.text ?? '');
    await this.#texts.sources.applied(layer.uri, source);
    text.corpus.active = true;
    text.tagsChanged();
  }

  /** Refuses where a sidecar's file cannot be written, or lies outside the workspace by way of a link. */
  async #refuseWriting({ text, layer }: Step): Promise<void> {
    const { workspace } = this.#texts;
    const { uri } = layer;
    const name = nameOf(uri);
    if (!layer.exists) {
      const entries = await workspace.readFolder(folderOf(uri));
      if (entries.some((entry) => entry.name === name)) {
        throw new Refusal(`${name} exists but cannot be opened, so nothing is written to it.`);
      }
    }
    const writing = await workspace.writing?.(uri);
    if (!writing) return;
    if (writing.readOnly) {
      throw new Refusal(
        `${name} is read-only, so nothing is written to it. Make it writable first.`,
      );
    }
    const home = folderOf((await workspace.writing?.(text.uri))?.target ?? text.uri);
    const roots = await Promise.all(
      this.#texts.roots.map(async (root) => (await workspace.writing?.(root))?.target ?? root),
    );
    if (![home, ...roots].some((root) => isBelow(writing.target, root))) {
      throw new Refusal(`${name} is a link to a file outside the workspace, which is left alone.`);
    }
  }
}

function draftOf(step: Step): Draft {
  const { layer } = step;
  const read = layer.sidecar;
  const before = layer.current();
  if (!read || !before) throw unreadable(layer.uri);
  const { sidecar, ids } = step.change(before);
  const nothing = layer.exists ? sidecar === read && !layer.elsewhere : ids.length === 0;
  const source = nothing
    ? layer.source
    : rewriteSidecar(layer.source, sidecar, layer.elsewhere ? null : read);
  const changes = sidecar === before ? [] : changesBetween(before, sidecar);
  return { step, read, before, after: sidecar, changes, ids, source };
}

function isChanged({ step, source }: Draft): boolean {
  return source !== step.layer.source;
}

/** Whether text and sidecar are still what the draft was made of. */
function isFresh({ step, read, before }: Draft): boolean {
  return step.layer.sidecar === read && before.text.sha256 === step.text.live.fingerprint.sha256;
}

function propose({ step, after, changes, source, ids }: Draft): void {
  step.layer.propose(after, source, new Set([...ids, ...changes.map(({ id }) => id)]));
}

function resultOf(
  drafts: readonly Draft[],
  changed: readonly Draft[],
  merged: readonly (Elsewhere | undefined)[],
): WriteResult {
  return {
    written: changed.map(({ step: { text, layer } }, i) => {
      return { text, uri: layer.uri, merged: typeof merged[i]?.text === 'string' };
    }),
    ids: drafts.flatMap(({ ids }) => ids),
    changes: drafts.map(({ step: { text, layer }, changes }) => {
      return { uri: text.uri, layer: layer.name, changes };
    }),
  };
}
