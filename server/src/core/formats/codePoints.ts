import { firstIndex } from '../search.ts';

/**
 * Leads between UTF-16 offsets, which a sidecar counts in, and code points,
 * which Python and so most formats count in. An offset within a surrogate pair
 * counts as the pair's start.
 */
export class CodePoints {
  /** Code points of the text. */
  readonly length: number;
  /** UTF-16 offsets of the characters that take two units, ascending. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.#pairs = Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index);
    this.length = text.length - this.#pairs.length;
  }

  /** The code points before a UTF-16 offset. */
  fromUnits(offset: number): number {
    return offset - firstIndex(this.#pairs.length, (i) => this.#pairs[i] >= offset);
  }

  /** The UTF-16 offset behind so many code points. */
  toUnits(count: number): number {
    return count + firstIndex(this.#pairs.length, (i) => this.#pairs[i] - i >= count);
  }
}
