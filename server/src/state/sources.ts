import { canonical, decodeUtf8 } from '../core/text/canonical.ts';
import type { Workspace } from '../workspace.ts';

/** A file's content, or why there is none. */
export type Source =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-utf8' };

/**
 * Files as the person sees them: what is in an open editor goes before an
 * edit that the client took but has not saved, and that before the disk.
 */
export class Sources {
  readonly #workspace: Workspace;
  readonly #open = new Map<string, () => string>();
  /** Edits applied to files that no editor showed, with the disk's content at that moment. */
  readonly #unsaved = new Map<string, { text: string; disk: string | null }>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Says that an editor holds the file; `text` gives its canonical content. */
  opened(uri: string, text: () => string): void {
    this.#open.set(uri, text);
    this.#unsaved.delete(uri);
  }

  closed(uri: string): void {
    this.#open.delete(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** Remembers an edit that the client applied to a file, for as long as the disk does not change. */
  async applied(uri: string, text: string): Promise<void> {
    if (this.#open.has(uri)) return;
    const disk = await this.#readDisk(uri);
    this.#unsaved.set(uri, { text, disk: disk.kind === 'text' ? disk.text : null });
  }

  async read(uri: string): Promise<Source> {
    const open = this.#open.get(uri);
    if (open) return { kind: 'text', text: open() };
    const disk = await this.#readDisk(uri);
    const unsaved = this.#unsaved.get(uri);
    if (!unsaved) return disk;
    if (unsaved.disk === (disk.kind === 'text' ? disk.text : null)) {
      return { kind: 'text', text: unsaved.text };
    }
    this.#unsaved.delete(uri);
    return disk;
  }

  async #readDisk(uri: string): Promise<Source> {
    const bytes = await this.#workspace.readFile(uri);
    if (bytes === null) return { kind: 'missing' };
    const text = decodeUtf8(bytes);
    return text === null ? { kind: 'not-utf8' } : { kind: 'text', text: canonical(text) };
  }
}
