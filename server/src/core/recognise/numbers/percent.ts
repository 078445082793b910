import type { Amount } from './amount.ts';
import { isForm, Role } from './lexicon.ts';
import type { Measured } from './measured.ts';
import { isDash, type Reader } from './reader.ts';

/** `5 %`, `5 percent`, `5 per cent`; `5 percentage points` has the unit `pp`. */
export function percent(reader: Reader, amount: Amount): Measured | null {
  const { end, points } = percentEnd(reader, amount.end);
  if (end === 0) return percentOf(reader, amount);
  return {
    start: amount.start,
    end,
    kind: 'percent',
    value: amount.value,
    ...(points ? { unit: 'pp' } : {}),
    reading: amount.reading,
    amount,
  };
}

const none = { end: 0, points: false };

function percentEnd(reader: Reader, end: number): { end: number; points: boolean } {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  if (reader.code(at) === 0x25) return { end: at + 1, points: false };
  const word = reader.wordAt(at);
  const behind = reader.end;
  if (word && word.roles & Role.points) return { end: behind, points: true };
  if (at === end) return none;
  if (word && word.roles & Role.percent) return withPoints(reader, behind);
  if (!isForm(reader.units, at, behind, 'per')) return none;
  const next = reader.gap(behind);
  reader.wordAt(next);
  return isForm(reader.units, next, reader.end, 'cent') ? withPoints(reader, reader.end) : none;
}

/** Takes in the `points` of `percentage points`. */
function withPoints(reader: Reader, end: number): { end: number; points: boolean } {
  const word = reader.wordAt(reader.gap(end));
  return word && word.roles & Role.percentPoints
    ? { end: reader.end, points: true }
    : { end, points: false };
}

/** `percent of 10`, where no number stands before the percent. */
function percentOf(reader: Reader, amount: Amount): Measured | null {
  if (!((reader.wordBefore(amount.start)?.roles ?? 0) & Role.of)) return null;
  const word = reader.wordBefore(reader.start);
  const { start } = reader;
  if (!word || !(word.roles & Role.percent)) return null;
  if (!reader.startsLine(start)) return null;
  return {
    start,
    end: amount.end,
    kind: 'percent',
    value: amount.value,
    reading: amount.reading,
    amount,
  };
}
