import { firstIndex } from '../search.ts';

/** What a token is. The numbers are stored in `TokenTable.kind`. */
export const TokenKind = { word: 1, number: 2, punctuation: 3, symbol: 4 } as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/** The names `analyze` prints, by `TokenKind`. */
export const tokenKindNames = ['', 'word', 'number', 'punctuation', 'symbol'] as const;

/** Bits of `TokenTable.flags`. */
export const TokenFlag = {
  /** The first letter is upper or title case. */
  capitalised: 1,
  /** Two or more letters, none of them lower case. */
  allCaps: 2,
  /** Holds at least one digit. */
  digit: 4,
  /** At least one line end stands between this token and the one before it (or it is the first). */
  lineStart: 8,
  /** White space (or the start of the text) stands before this token. */
  spaceBefore: 16,
  /** The token is or ends with sentence-final punctuation (`.`, `!`, `…`, `Gen.`, `19.`), or is an emoticon. */
  final: 32,
  /** A blank line stands between this token and the one before it (or it is the first). */
  blockStart: 64,
  /** Punctuation that begins with `(` or `-`: what may define a short form, or join an article to its name. */
  bracketOrHyphen: 128,
} as const;

/**
 * The tokens of one text, in order, as parallel typed arrays. Tokens never
 * overlap and hold no white space at their ends; with the white space between
 * them they tile the text.
 */
export interface TokenTable {
  readonly length: number;
  /** UTF-16 offset of each token's first unit, relative to the text scanned. */
  readonly start: Uint32Array;
  /** UTF-16 offset behind each token's last unit. */
  readonly end: Uint32Array;
  /** A `TokenKind` each. */
  readonly kind: Uint8Array;
  /** `TokenFlag` bits each. */
  readonly flags: Uint8Array;
  /** FNV-1a hash of each token's lower-cased UTF-16 units: see `hashWord`. */
  readonly hash: Int32Array;
}

/** An empty table; its columns share one buffer. */
export function newTable(length: number): TokenTable {
  const buffer = new ArrayBuffer(length * 14);
  return {
    length,
    start: new Uint32Array(buffer, 0, length),
    end: new Uint32Array(buffer, length * 4, length),
    hash: new Int32Array(buffer, length * 8, length),
    kind: new Uint8Array(buffer, length * 12, length),
    flags: new Uint8Array(buffer, length * 13, length),
  };
}

/** A table of the first rows of another one, whose columns it shares. */
export function firstRows(
  { start, end, hash, kind, flags }: TokenTable,
  length: number,
): TokenTable {
  return { length, start, end, hash, kind, flags };
}

/** A copy of the table with `length` rows: the first ones, or all and empty ones behind them. */
export function resized(rows: TokenTable, length: number): TokenTable {
  const kept = Math.min(rows.length, length);
  const copy = newTable(length);
  copy.start.set(rows.start.subarray(0, kept));
  copy.end.set(rows.end.subarray(0, kept));
  copy.hash.set(rows.hash.subarray(0, kept));
  copy.kind.set(rows.kind.subarray(0, kept));
  copy.flags.set(rows.flags.subarray(0, kept));
  return copy;
}

/** Where the larger units begin, as indices into the token table; each array starts with 0 unless there is no token. */
export interface Layout {
  /** Index of the first token of each sentence. */
  readonly sentences: readonly number[];
  /** Index of the first token of each block (paragraph: a run of lines without a blank one). */
  readonly blocks: readonly number[];
}

/** Index of the token that covers the offset or starts there; -1 where none does. */
export function tokenAt(table: TokenTable, offset: number): number {
  const index = firstTokenFrom(table, offset);
  if (index < table.length && table.start[index] === offset) return index;
  return index > 0 && offset < table.end[index - 1] ? index - 1 : -1;
}

/** Index of the first token that starts at the offset or behind it; `table.length` where none does. */
export function firstTokenFrom(table: TokenTable, offset: number): number {
  return firstIndex(table.length, (i) => table.start[i] >= offset);
}
