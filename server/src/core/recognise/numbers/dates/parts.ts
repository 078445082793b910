import type { NumberMention } from '../../mentions.ts';
import { Role, type Word } from '../lexicon.ts';
import { isDash, type Reader } from '../reader.ts';
import { format } from './calendar.ts';
import { centuryBehind } from './century.ts';
import { type Year, yearBehind } from './yearBehind.ts';

/** What EDTF adds to the number of a quarter of a year (`2015-33` is the first of 2015). */
const quarters = 32;

/** A season with its year (`summer 2014`, `spring of 2015`) or a decade (`the nineties`), from the word for it at `at`. */
export function seasonOrDecade(reader: Reader, at: number, word: Word): NumberMention | null {
  if (word.decade === undefined && word.season === undefined) return null;
  reader.wordAt(at);
  const { end } = reader;
  if (word.decade !== undefined)
    return isDecade(reader, at)
      ? date(at, end, `${String(word.decade).slice(0, 3)}X`, 'a decade')
      : null;
  const year = yearBehind(reader, end);
  return (
    year &&
    date(at, overNewYear(reader, year), format({ year: year.year, month: word.season }), 'a season')
  );
}

/** Takes in the year that a season goes on into: `winter of 1939/40`. */
function overNewYear(reader: Reader, { end, year }: Year): number {
  const sign = reader.code(end);
  if (typeof year !== 'number' || (sign !== 0x2f && !isDash(sign))) return end;
  const behind = reader.digitsEnd(end + 1);
  const next = Number(reader.text.slice(end + 1, behind));
  const whole = behind - end === 5 ? year + 1 : behind - end === 3 ? (year + 1) % 100 : -1;
  return next === whole && reader.closes(behind) ? behind : end;
}

/** `in his thirties` is an age: where the language has articles, a decade has one, or another word that goes before years. */
function isDecade(reader: Reader, at: number): boolean {
  if (reader.lexicon.language.numbers.articles === '') return true;
  const before = reader.wordBefore(at);
  const word = reader.text.slice(reader.start, reader.gapBefore(at)).toLowerCase();
  return word === 'the' || (before !== undefined && (before.roles & Role.yearBefore) !== 0);
}

/** A century, two of them, or a quarter with its year, of which the ordinal from `start` to `end` says which one; null where neither stands behind it. */
export function ordinalDate(
  reader: Reader,
  start: number,
  end: number,
  value: number,
): NumberMention | null {
  const found = centuryBehind(reader, start, end, value);
  if (found || value < 1 || value > 4) return found;
  const next = reader.gap(end);
  const roles = next === end ? 0 : (reader.wordAt(next)?.roles ?? 0);
  const year = roles & Role.quarter ? yearBehind(reader, reader.end) : null;
  return (
    year && date(start, year.end, format({ year: year.year, month: quarters + value }), 'a quarter')
  );
}

/** `Q3 2015`, from the digit at `at`. */
export function quarterCode(reader: Reader, at: number): NumberMention | null {
  const quarter = reader.code(at) - 0x30;
  if (reader.code(at - 1) !== 0x51 || quarter < 1 || quarter > 4) return null;
  if (!reader.opens(at - 1) || !reader.closes(at + 1)) return null;
  const year = yearBehind(reader, at + 1);
  return (
    year &&
    date(at - 1, year.end, format({ year: year.year, month: quarters + quarter }), 'a quarter')
  );
}

function date(start: number, end: number, value: string, reading: string): NumberMention {
  return { start, end, kind: 'date', value, reading };
}
