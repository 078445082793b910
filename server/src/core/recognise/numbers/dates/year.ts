import { unitTable, WordBit } from '../../../text/units.ts';
import type { NumberMention } from '../../mentions.ts';
import { counted, hedgeBefore } from '../context.ts';
import { Role, type Word } from '../lexicon.ts';
import { suffixEndAt } from '../ordinal.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from '../reader.ts';
import { format } from './calendar.ts';
import { century } from './century.ts';
import { inEra } from './era.ts';
import { dayAt, monthAfterDay, monthAt } from './textual.ts';
import {
  apostropheYear,
  fourDigits,
  isApostrophe,
  suffixedEnd,
  withYearWord,
} from './yearBehind.ts';

/** A year, a run of years, a decade or a century whose first digit stands at `at`. */
export function year(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at) && !isDash(reader.code(at - 1))) return null;
  return (
    decade(reader, at) ??
    centuryOpen(reader, at) ??
    century(reader, at) ??
    inEra(reader, at) ??
    years(reader, at)
  );
}

/** `'44`, `'39–'45`, `’68`: two digits behind an apostrophe, of which the context or the other year says that they are a year. */
function centuryOpen(reader: Reader, at: number): NumberMention | null {
  const first = apostropheYear(reader, at - 1);
  if (!first) return null;
  const sign = reader.code(first.end);
  const next = first.end + (isApostrophe(reader.code(first.end + 1)) ? 2 : 1);
  const end = reader.digitsEnd(next);
  if ((isDash(sign) || sign === 0x2f) && end - next === 2 && reader.closes(end)) {
    const last = `XX${reader.text.slice(next, end)}`;
    return date(at - 1, end, `${first.year}/${last}`, 'a run of years, the century left open');
  }
  return isYearMarked(reader, at - 1, first.end)
    ? date(at - 1, first.end, String(first.year), 'a year, the century left open')
    : null;
}

/** Whether the mark at `at` is an apostrophe and no quotation mark: by its form, or by what stands before a year (`in '44`, `the '45 rising`, `Expo '67`). */
function isYearMarked(reader: Reader, at: number, end: number): boolean {
  if (reader.code(at) === 0x2019) return true;
  const before = reader.wordBefore(at);
  if (before && before.roles & Role.yearBefore) return true;
  const { start } = reader;
  const name = at - start > 2 && (unitTable[reader.code(start)] & WordBit.upper) !== 0;
  return (name || isDeterminer(reader, at)) && counted(reader, end) === undefined;
}

function years(reader: Reader, at: number): NumberMention | null {
  const end = fourDigits(reader, at);
  if (end === 0 || reader.code(at - 1) === 0x2b || reader.code(end) === 0x25) return null;
  const first = Number(reader.text.slice(at, end));
  const span = interval(reader, at, end, first);
  if (span) return span;
  const suffix = suffixedEnd(reader, end);
  const worded = withYearWord(reader, suffix);
  if (worded > suffix)
    return partOfYear(reader, at, worded, first) ?? date(at, worded, String(first), 'a year');
  if (first < 1000 || first > 2100) return null;
  if (isDash(reader.code(end)) && isDigit(reader.code(end + 1))) return null;
  // `в 1917-м` is a year, `2000-й посетитель` the visitor of that number.
  if (suffix > end)
    return (cueBefore(reader, at)?.roles ?? 0) & Role.yearBefore && !countable(reader, suffix)
      ? date(at, suffix, String(first), 'a year')
      : null;
  return reads(reader, at, end, first)
    ? hedged(reader, date(at, end, String(first), 'a year'))
    : null;
}

/** The year, or the run of them, with what makes it an approximate one (`c. 1850`). */
function hedged(reader: Reader, found: NumberMention): NumberMention {
  const hedge = hedgeBefore(reader, found.start);
  return hedge === undefined ? found : { ...found, hedge };
}

/** `2014. aasta jaanuaris`, `2014. aasta 4. aprillil`, `2014. aasta suvel`: what stands behind the word for year. */
function partOfYear(reader: Reader, at: number, end: number, year: number): NumberMention | null {
  const next = reader.gap(end);
  if (next === end) return null;
  const day = isDigit(reader.code(next)) ? dayAt(reader, next) : null;
  const month = day ? monthAfterDay(reader, day.end) : monthAt(reader, next);
  if (month)
    return date(
      at,
      month.end,
      format({ year, month: month.month, ...(day && { day: day.day }) }),
      'year first',
    );
  const word = day ? undefined : reader.wordAt(next);
  if (word?.season !== undefined)
    return date(at, reader.end, format({ year, month: word.season }), 'a season');
  const quarter = word?.ordinal ?? 0;
  const behind = reader.wordAt(reader.gap(reader.end));
  return quarter >= 1 && quarter <= 4 && behind && behind.roles & Role.quarter
    ? date(at, reader.end, format({ year, month: 32 + quarter }), 'a quarter')
    : null;
}

/** `1966-1994`, `1998–99`, `1939-'45`, `2018/19`, `1960.-1995.`, `1918.–20. a`; whole years with a dash between them the wrong way round, too (`1945–1939`). */
function interval(reader: Reader, at: number, end: number, first: number): NumberMention | null {
  const dot = reader.code(end) === 0x2e ? end + 1 : end;
  let sign = dot;
  while (isSpace(reader.code(sign)) && sign - dot < 1) sign += 1;
  const code = reader.code(sign);
  if (!isDash(code) && !(code === 0x2f && sign === end)) return null;
  let next = sign + 1;
  const short = isApostrophe(reader.code(next)) ? next + 1 : next;
  while ((isSpace(reader.code(next)) || isDash(reader.code(next))) && next - sign < 3) next += 1;
  const full = fourDigits(reader, next);
  const digits = /\d\d(?![\d\p{L}]|[.,:/-]\d)/uy;
  digits.lastIndex = short;
  const joined =
    next === sign + 1 && (sign === end || (sign === dot && reader.code(short + 2) === 0x2e));
  const two = full === 0 && joined ? digits.exec(reader.text)?.[0] : undefined;
  const last =
    full > 0
      ? Number(reader.text.slice(next, full))
      : two === undefined
        ? 0
        : Math.floor(first / 100) * 100 + Number(two);
  const backwards = last < first;
  if (backwards && (full === 0 || !isDash(code) || last < 1500)) return null;
  if (first < 1000 || first > 2100 || last > 2100) return null;
  const behind = full > 0 ? full : short + 2;
  const worded = withYearWord(reader, behind);
  if (first < 1500 && full > 0 && worded === behind && !isRunCued(reader, at, behind)) return null;
  const stop =
    worded > behind ? worded : dot > end && reader.code(behind) === 0x2e ? behind + 1 : behind;
  const found = date(at, stop, `${first}/${last}`, 'a run of years');
  // `over 1990–1995` is during these years.
  return (cueBefore(reader, at)?.roles ?? 0) & Role.yearBefore ? hedged(reader, found) : found;
}

/** Whether `1208–1227` are years, as they are in brackets (a reign, a life) and behind a word for it, and no other numbers. */
function isRunCued(reader: Reader, at: number, end: number): boolean {
  const behind = reader.code(end);
  if (reader.code(at - 1) === 0x28 && (behind === 0x29 || behind === 0x2c || behind === 0x3b))
    return true;
  const roles = cueBefore(reader, at)?.roles ?? 0;
  const cued = (roles & Role.yearBefore) !== 0 && (roles & (Role.to | Role.join | Role.of)) === 0;
  return cued && !countable(reader, end);
}

/** Whether four bare digits mean a year here: a cue before them, or nothing countable behind them. */
function reads(reader: Reader, at: number, end: number, value: number): boolean {
  const before = cueBefore(reader, at);
  const noun = countable(reader, end);
  if (before && before.roles & Role.hedgeEnd)
    return !noun && (before.roles & Role.yearBefore) !== 0;
  if (before && before.roles & Role.yearBefore)
    return !noun || before.roles & Role.at ? true : value % 100 !== 0;
  if (value < 1900 || value > 2049) return false;
  if (reader.text.slice(reader.gapBefore(at) - 1, reader.gapBefore(at)) === '(') return true;
  if (value % 100 === 0 && reader.code(at - 1) !== 0x28) return !noun && before !== undefined;
  return !noun || isDeterminer(reader, at);
}

/** The word before the digits, also where it is abbreviated (`c. 1850`). */
function cueBefore(reader: Reader, at: number): Word | undefined {
  const back = reader.gapBefore(at);
  if (reader.code(back - 1) !== 0x2e) return reader.wordBefore(at);
  const word = reader.wordBefore(back - 1);
  return back - reader.start <= 3 ? word : undefined;
}

/** Whether a lower-case word that is no function word stands behind the digits. */
function countable(reader: Reader, end: number): boolean {
  const next = reader.gap(end);
  if (next === end || !isLetter(reader.code(next))) return false;
  const letter = reader.text[next] ?? '';
  const word = reader.wordAt(next);
  return (
    letter === letter.toLowerCase() &&
    !((word?.roles ?? 0) & (Role.stop | Role.to | Role.and)) &&
    word?.month === undefined
  );
}

function isDeterminer(reader: Reader, at: number): boolean {
  reader.wordBefore(at);
  return /^(the|its|this|their|our|his|her|a)$/i.test(
    reader.text.slice(reader.start, reader.gapBefore(at)),
  );
}

/** `1990s`, `80s`, `'80s`, `80's`, `1960-ndate`: EDTF `199X`. */
function decade(reader: Reader, at: number): NumberMention | null {
  const end = reader.digitsEnd(at);
  if ((end - at !== 4 && end - at !== 2) || reader.code(end - 1) !== 0x30) return null;
  const spoken = decadeWord(reader, at, end);
  if (spoken) return spoken;
  const mark = reader.code(end);
  const stop = mark === 0x2e && isDash(reader.code(end + 1));
  const quote = mark === 0x27 || mark === 0x2019 || stop ? end + 1 : end;
  const behind = suffixEndAt(reader, quote);
  const ending = reader.text.slice(quote, behind).toLowerCase();
  if (ending === '' || !` ${reader.lexicon.language.dates.decade} `.includes(` ${ending} `))
    return null;
  const open = end - at === 2 && isApostrophe(reader.code(at - 1)) && reader.opens(at - 1);
  const start = open && !isApostrophe(reader.code(behind)) ? at - 1 : at;
  const value = decadeOf(reader.text.slice(at, end));
  return date(start, withYearWord(reader, behind), value, 'a decade');
}

function decadeOf(digits: string): string {
  return `${digits.length === 4 ? '' : '19'}${digits.slice(0, -1)}X`;
}

/** `1990. aastatel`. */
function decadeWord(reader: Reader, at: number, end: number): NumberMention | null {
  if (reader.code(end) !== 0x2e) return null;
  const next = reader.gap(end + 1);
  const word = next > end + 1 ? reader.wordAt(next) : undefined;
  return word && word.roles & Role.decadeBehind
    ? date(at, reader.end, decadeOf(reader.text.slice(at, end)), 'a decade')
    : null;
}

function date(start: number, end: number, value: string, reading: string): NumberMention {
  return { start, end, kind: 'date', value, reading };
}
