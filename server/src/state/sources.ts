import { sidecarOf } from '../core/tags/files.ts';
import { canonical, decodeUtf8 } from '../core/text/canonical.ts';
import { folderOf, keyOf, nameOf, type Workspace } from '../workspace.ts';

/** A file's content, or why there is none. */
export type Source =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly from: 'disk' | 'editor' | 'unsaved edit';
      readonly elsewhere?: Elsewhere;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-utf8' };

/** What somebody else did to a sidecar that an editor holds. */
export interface Elsewhere {
  /** What both began from; empty where that is not known, and then nothing counts as removed. */
  readonly base: string;
  /** What they wrote; null where they deleted the file. */
  readonly text: string | null;
  /**
   * Set where the file differs from the editor since before anybody looked: it may be the editor
   * that is ahead, so the two are brought together by the next change and not before.
   */
  readonly waits?: true;
}

/** What an editor shows of a file, as canonical text. */
export interface EditorContent {
  /** The client's number for this state of the file. */
  readonly version: number;
  readonly text: { toString(): string };
}

interface OpenFile {
  readonly content: EditorContent;
  /** Of a sidecar: what its file held when the editor's content last rested on it. */
  base: Promise<Base>;
}

interface Base {
  readonly text: string;
  /** Whether the editor's content is known to rest on this; else it is only what was on disk at the first look. */
  readonly sure: boolean;
}

/** Milliseconds until a file that is not there is looked for again: git removes a file before it writes it. */
const SECOND_LOOK = 50;

/**
 * Files as the person sees them: what is in an open editor goes before an
 * edit that the client took but has not saved, and that before the disk.
 */
export class Sources {
  readonly #workspace: Workspace;
  readonly #open = new Map<string, OpenFile>();
  /** Edits applied to files that no editor showed, with the disk's content at that moment. */
  readonly #unsaved = new Map<string, { text: string; disk: string | null }>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * Says that an editor holds the file.
   * @param base what was on disk when a sidecar read as it does in the editor; absent where that is not known
   */
  opened(uri: string, content: EditorContent, base?: string): void {
    const key = keyOf(uri);
    this.#unsaved.delete(key);
    const looks = base === undefined && sidecarOf(nameOf(uri));
    this.#open.set(key, {
      content,
      base: looks ? this.#firstLook(uri, content) : Promise.resolve(surely(base ?? '')),
    });
  }

  closed(uri: string): void {
    this.#open.delete(keyOf(uri));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(keyOf(uri));
  }

  /** The client's number for the state of a file that an editor holds; null for any other file. */
  versionOf(uri: string): number | null {
    return this.#open.get(keyOf(uri))?.content.version ?? null;
  }

  /** Says that the editor's content has taken in this content of the disk, or was written there. */
  settled(uri: string, disk: string): void {
    const open = this.#open.get(keyOf(uri));
    if (open) open.base = Promise.resolve(surely(disk));
  }

  /** Remembers an edit that the client applied to a file, for as long as the disk does not change. */
  async applied(uri: string, text: string): Promise<void> {
    if (this.isOpen(uri)) return;
    const disk = await this.#readDisk(uri);
    if (this.isOpen(uri)) return;
    this.#unsaved.set(keyOf(uri), { text, disk: disk.kind === 'text' ? disk.text : null });
  }

  /** Whether the file on disk holds what an editor shows of it. */
  async isOnDisk(uri: string): Promise<boolean> {
    const open = this.#open.get(keyOf(uri));
    const disk = await this.#readDisk(uri);
    return open !== undefined && disk.kind === 'text' && disk.text === open.content.text.toString();
  }

  /** The file's content without a look at the disk where an editor holds it. */
  async read(uri: string): Promise<Source> {
    const open = this.#open.get(keyOf(uri));
    if (open) return { kind: 'text', text: open.content.text.toString(), from: 'editor' };
    const disk = await this.#readDisk(uri);
    const unsaved = this.#unsaved.get(keyOf(uri));
    if (!unsaved) return disk;
    if (unsaved.disk === (disk.kind === 'text' ? disk.text : null)) {
      return { kind: 'text', text: unsaved.text, from: 'unsaved edit' };
    }
    this.#unsaved.delete(keyOf(uri));
    return disk;
  }

  /** As `read`, with what somebody else did to a file that an editor holds. */
  async readBoth(uri: string): Promise<Source> {
    const open = this.#open.get(keyOf(uri));
    if (!open) return this.read(uri);
    const [disk, base] = await Promise.all([this.#readDisk(uri), open.base]);
    const gone =
      disk.kind === 'missing' && base.sure && base.text !== '' && (await this.#isGone(uri));
    const text = open.content.text.toString();
    const source: Source = { kind: 'text', text, from: 'editor' };
    if (gone) return { ...source, elsewhere: { base: base.text, text: null } };
    // An editor that writes a file in place empties it first: nothing is there to be taken in.
    if (disk.kind !== 'text' || disk.text.trim() === '') return source;
    if (disk.text === text) this.settled(uri, text);
    if (disk.text === text || (base.sure && disk.text === base.text)) return source;
    if (base.sure) return { ...source, elsewhere: { base: base.text, text: disk.text } };
    const waits = disk.text === base.text && { waits: true as const };
    return { ...source, elsewhere: { base: '', text: disk.text, ...waits } };
  }

  /** What an editor's content rests on, as far as the file can tell. */
  async #firstLook(uri: string, { text }: EditorContent): Promise<Base> {
    const shown = text.toString();
    const disk = await this.#readDisk(uri);
    const found = disk.kind === 'text' ? disk.text : '';
    return { text: found, sure: found === shown || found.trim() === '' };
  }

  /** Whether a file that could not be read is not there any more, in a folder that can be read. */
  async #isGone(uri: string): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
    if ((await this.#workspace.readFile(uri)) !== null) return false;
    const entries = await this.#workspace.readFolder(folderOf(uri));
    return entries.length > 0 && entries.every(({ name }) => name !== nameOf(uri));
  }

  async #readDisk(uri: string): Promise<Source> {
    const bytes = await this.#workspace.readFile(uri);
    if (bytes === null) return { kind: 'missing' };
    const text = decodeUtf8(bytes);
    if (text === null) return { kind: 'not-utf8' };
    return { kind: 'text', text: canonical(text), from: 'disk' };
  }
}

function surely(text: string): Base {
  return { text, sure: true };
}
