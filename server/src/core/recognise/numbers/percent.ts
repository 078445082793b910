import type { Amount } from './amount.ts';
import { Role } from './lexicon.ts';
import type { Measured } from './measure.ts';
import { isDash, type Reader } from './reader.ts';

/** `5 %`, `5 percent`, `5 per cent`, `5 percentage points`. */
export function percent(reader: Reader, amount: Amount): Measured | null {
  const end = percentEnd(reader, amount.end);
  if (end === 0) return percentOf(reader, amount);
  return {
    start: amount.start,
    end,
    kind: 'percent',
    value: amount.value,
    reading: amount.reading,
    amount,
  };
}

function percentEnd(reader: Reader, end: number): number {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  if (reader.code(at) === 0x25) return at + 1;
  if (at === end) return 0;
  const word = reader.wordAt(at);
  if (word && word.roles & Role.percent) return pointsEnd(reader, reader.end);
  if (reader.end - at !== 3 || reader.text.slice(at, reader.end).toLowerCase() !== 'per') return 0;
  const next = reader.gap(reader.end);
  reader.wordAt(next);
  return reader.text.slice(next, reader.end).toLowerCase() === 'cent' ? reader.end : 0;
}

/** Takes in the `points` of `percentage points`. */
function pointsEnd(reader: Reader, end: number): number {
  const next = reader.gap(end);
  reader.wordAt(next);
  return /^points?$/i.test(reader.text.slice(next, reader.end)) ? reader.end : end;
}

/** `percent of 10`, where no number stands before the percent. */
function percentOf(reader: Reader, amount: Amount): Measured | null {
  if (!((reader.wordBefore(amount.start)?.roles ?? 0) & Role.of)) return null;
  const word = reader.wordBefore(reader.start);
  const { start } = reader;
  if (!word || !(word.roles & Role.percent)) return null;
  if (start > 0 && reader.gapBefore(start) > reader.floor) return null;
  return {
    start,
    end: amount.end,
    kind: 'percent',
    value: amount.value,
    reading: amount.reading,
    amount,
  };
}
