import type { Span } from '../core/span.ts';

/**
 * A stretch of an open text that somebody asked about, followed through the
 * edits that come in before the answer is made. Text put in at its ends stays
 * outside.
 */
export class Pin implements Span {
  start: number;
  end: number;
  /** Whether there was text, and an edit took it away. */
  gone = false;

  constructor({ start, end }: Span) {
    this.start = start;
    this.end = end;
  }

  /** Follows an edit that put `text` in place of `[start, end)`. */
  follow({ start, end, text }: Span & { readonly text: string }): void {
    if (this.end <= start && (this.start < this.end || this.end < start)) return;
    const delta = text.length - (end - start);
    const move = (offset: number, inside: number): number => {
      if (offset <= start) return offset;
      return offset >= end ? offset + delta : inside;
    };
    const behind = start + text.length;
    const from = this.start >= end ? this.start + delta : move(this.start, behind);
    const to = Math.max(from, move(this.end, start));
    this.gone ||= this.start < this.end && from === to;
    this.start = from;
    this.end = to;
  }
}
