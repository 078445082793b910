import { sidecarOf } from '../core/tags/files.ts';
import { canonical, decodeUtf8 } from '../core/text/canonical.ts';
import { keyOf, nameOf, type Workspace } from '../workspace.ts';

/** A file's content, or why there is none. */
export type Source =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What somebody else wrote to the file that an editor holds, and what both began from. */
      readonly elsewhere?: { readonly base: string; readonly text: string };
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-utf8' };

/** What an editor shows of a file, as canonical text. */
export interface EditorContent {
  /** The client's number for this state of the file. */
  readonly version: number;
  readonly text: { toString(): string };
}

interface OpenFile {
  readonly content: EditorContent;
  /** Of a sidecar: what its file held when the editor's content last rested on it. */
  base: Promise<string>;
}

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

  /** Says that an editor holds the file. */
  opened(uri: string, content: EditorContent): void {
    const key = keyOf(uri);
    this.#unsaved.delete(key);
    const base = sidecarOf(nameOf(uri)) ? this.#readDisk(uri).then(textOf) : Promise.resolve('');
    this.#open.set(key, { content, base });
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
    if (open) open.base = Promise.resolve(disk);
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
    if (open) return { kind: 'text', text: open.content.text.toString() };
    const disk = await this.#readDisk(uri);
    const unsaved = this.#unsaved.get(keyOf(uri));
    if (!unsaved) return disk;
    if (unsaved.disk === (disk.kind === 'text' ? disk.text : null)) {
      return { kind: 'text', text: unsaved.text };
    }
    this.#unsaved.delete(keyOf(uri));
    return disk;
  }

  /** As `read`, with what somebody else wrote to a file that an editor holds. */
  async readBoth(uri: string): Promise<Source> {
    const open = this.#open.get(keyOf(uri));
    if (!open) return this.read(uri);
    const [disk, base] = await Promise.all([this.#readDisk(uri), open.base]);
    const text = open.content.text.toString();
    if (disk.kind !== 'text' || disk.text === base) return { kind: 'text', text };
    if (disk.text === text) {
      this.settled(uri, text);
      return { kind: 'text', text };
    }
    return { kind: 'text', text, elsewhere: { base, text: disk.text } };
  }

  async #readDisk(uri: string): Promise<Source> {
    const bytes = await this.#workspace.readFile(uri);
    if (bytes === null) return { kind: 'missing' };
    const text = decodeUtf8(bytes);
    return text === null ? { kind: 'not-utf8' } : { kind: 'text', text: canonical(text) };
  }
}

function textOf(source: Source): string {
  return source.kind === 'text' ? source.text : '';
}
