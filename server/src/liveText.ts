import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Span } from './core/span.ts';
import { fingerprintOf } from './core/tags/fingerprint.ts';
import type { TextFingerprint } from './core/tags/model.ts';
import { canonical, lineFeeds } from './core/text/canonical.ts';
import { type ChunkChange, ChunkedText } from './core/text/document.ts';
import { type Encoding, Positions } from './position.ts';

/** One edit as it hit the canonical text: `[start, end)` gave way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly chunks: ChunkChange;
  /**
   * The text that gave way, where the edit is a rewrite: so much text for so
   * much other text that it may be a file read again.
   */
  readonly removed?: string;
}

/** Units from which on a replacement counts as a rewrite, on both its sides; in a short text a part of it. */
const REWRITE = 128;
const REWRITE_PART = 1 / 32;

const BYTE_ORDER_MARK = '\ufeff';

/**
 * A document that a client has open, kept as canonical text in chunks. Line
 * ends of any kind become LF, which moves no position, since positions count
 * lines.
 */
export class LiveText {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  readonly text: ChunkedText;
  readonly positions: Positions;
  #fingerprint: TextFingerprint | undefined;

  constructor(
    uri: string,
    languageId: string,
    version: number,
    content: string,
    encoding: Encoding,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = new ChunkedText(canonical(content));
    this.positions = new Positions(this.text, encoding, content.startsWith(BYTE_ORDER_MARK));
  }

  /** The fingerprint of the text as it is now. */
  get fingerprint(): TextFingerprint {
    this.#fingerprint ??= fingerprintOf(this.text.toString());
    return this.#fingerprint;
  }

  /** Applies a notification's changes in order; `follow` sees each one before the next is made. */
  update(
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
    follow: (edit: Edit) => void,
  ): void {
    this.version = version;
    for (const change of changes) {
      follow(
        'range' in change && change.range
          ? this.#replace(this.positions.span(change.range), lineFeeds(change.text))
          : this.#replaceAll(canonical(change.text)),
      );
    }
  }

  #replace({ start, end }: Span, text: string): Edit {
    const least = Math.max(1, Math.min(REWRITE, this.text.length * REWRITE_PART));
    const removed =
      Math.min(end - start, text.length) < least ? undefined : this.text.slice(start, end);
    this.#fingerprint = undefined;
    const edit = { start, end, text, chunks: this.text.replace(start, end, text) };
    return removed === undefined || sameLetters(removed, text) ? edit : { ...edit, removed };
  }

  /** Replaces the whole text; only what differs counts as edited, so that tags elsewhere stay put. */
  #replaceAll(text: string): Edit {
    const before = this.text.toString();
    const most = Math.min(before.length, text.length);
    let start = 0;
    while (start < most && before[start] === text[start]) start++;
    let behind = 0;
    while (behind < most - start && before.at(-1 - behind) === text.at(-1 - behind)) behind++;
    return this.#replace(
      { start, end: before.length - behind },
      text.slice(start, text.length - behind),
    );
  }
}

/** Whether two texts differ in case at most, so that every tag stays where it is. */
function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
