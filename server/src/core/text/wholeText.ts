import type { Language } from '../languages/language.ts';
import { firstIndex } from '../search.ts';
import type { ChunkedText } from './document.ts';
import { layOut } from './layout.ts';
import { lentTokens, newTable, resized, type TokenTable } from './tokens.ts';

/** The tokens of a whole text, offsets counted from its start, and how many sentences they make. */
export interface WholeText {
  readonly tokens: TokenTable;
  readonly sentences: number;
}

/** Tokens and sentences of a text chunk by chunk, so that they are those of its analysis. */
export function readWhole(text: ChunkedText, language: Language): WholeText {
  let table = newTable((text.length >> 2) + 16);
  let count = 0;
  let sentences = 0;
  for (const chunk of text.chunks) {
    const tokens = lentTokens(chunk.text, language);
    sentences += layOut(chunk.text, tokens, language).sentences.length;
    if (count + tokens.length > table.length) table = resized(table, (count + tokens.length) * 2);
    copyRows(tokens, chunk.start, table, count);
    count += tokens.length;
  }
  return { tokens: resized(table, count), sentences };
}

/** Writes rows behind the first `count` of another table, moved by `offset` units. */
function copyRows(rows: TokenTable, offset: number, to: TokenTable, count: number): void {
  const { length } = rows;
  for (let i = 0; i < length; i++) {
    to.start[count + i] = rows.start[i] + offset;
    to.end[count + i] = rows.end[i] + offset;
  }
  to.kind.set(rows.kind.subarray(0, length), count);
  to.flags.set(rows.flags.subarray(0, length), count);
  to.hash.set(rows.hash.subarray(0, length), count);
}

/**
 * The tokens that share at least one unit with a span, as the indices of the
 * first of them and of the first behind them; both the same where there is none.
 */
export function tokensIn(
  { end: ends, start: starts, length }: TokenTable,
  start: number,
  end: number,
): readonly [from: number, to: number] {
  const from = firstIndex(length, (index) => ends[index] > start);
  const to = firstIndex(length, (index) => starts[index] >= end);
  return [from, end > start ? Math.max(from, to) : from];
}
