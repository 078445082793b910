import { unitTable, WordBit } from '../../../text/units.ts';
import type { NumberMention } from '../../mentions.ts';
import { Role } from '../lexicon.ts';
import { suffixEndAt } from '../ordinal.ts';
import { isDash, isDigit, isLetter, type Reader } from '../reader.ts';
import { type DateParts, format } from './calendar.ts';
import { joinedDayMonth } from './dayMonth.ts';
import { numericDate } from './numeric.ts';
import { timeBehind } from './time.ts';
import { fourDigits, yearBehind } from './yearBehind.ts';

/** `Wednesday, 04 April 2018`, `Friday the 13th of May`, from the weekday that ends at `end`. */
export function weekdayFirst(reader: Reader, end: number): NumberMention | null {
  const comma = reader.code(end) === 0x2c || reader.code(end) === 0x2e ? end + 1 : end;
  let at = reader.gap(comma);
  if (at === comma) return null;
  let word = reader.wordAt(at);
  if (word === undefined || word.month === undefined) {
    if (reader.text.startsWith('the', at) && reader.gap(at + 3) > at + 3) at = reader.gap(at + 3);
    if (isDigit(reader.code(at))) return numericDate(reader, at) ?? dayFirst(reader, at);
    word = reader.wordAt(at);
  }
  return word?.month === undefined ? null : monthFirst(reader, at, word.month);
}

/** A date read so far, or a run of days or months of one year. */
interface Found extends DateParts {
  readonly end: number;
  /** The end of an interval. */
  readonly until?: DateParts;
}

/** `04 April 2018 10:30`, `4–6 May`, from the digits at `at`. */
export function dayFirst(reader: Reader, at: number): NumberMention | null {
  if (reader.digitsEnd(at) - at > 2 || !reader.opens(at)) return null;
  const day = dayAt(reader, at);
  if (!day) return null;
  const second = joinedDay(reader, day.end);
  const month = monthAfterDay(reader, second?.end ?? day.end);
  if (!month) return joinedDayMonth(reader, at, day.end, day.day);
  const year = yearBehind(reader, month.end);
  const last: Found = {
    end: year?.end ?? month.end,
    year: year?.year,
    month: month.month,
    day: second?.day ?? day.day,
  };
  if (second) return finish(reader, at, { ...last, day: day.day, until: last });
  return finish(reader, at, openInterval(reader, last) ?? last);
}

/** `4 May – 6 June 2014`: a second full date behind the first. */
function openInterval(reader: Reader, first: Found): Found | null {
  const at = jointBehind(reader, first.end);
  const day = at > 0 && isDigit(reader.code(at)) ? dayAt(reader, at) : null;
  const month = day && monthAfterDay(reader, day.end);
  if (!day || !month) return null;
  const year = yearBehind(reader, month.end);
  const until = { year: year?.year, month: month.month, day: day.day };
  return { ...first, year: first.year ?? year?.year, end: year?.end ?? month.end, until };
}

/** `November 19, 2015`, `January and February 2014`, `October 21`, `May 2014`, from the month's name at `at`. */
export function monthFirst(reader: Reader, at: number, month: number): NumberMention | null {
  reader.wordAt(at);
  const monthEnd = dotEnd(reader, at, reader.end, month);
  const gap = reader.gap(monthEnd);
  const next = reader.text.startsWith('the ', gap) ? gap + 4 : gap;
  const found = next > monthEnd && isDigit(reader.code(next)) ? dayAt(reader, next, false) : null;
  // `in May the 6 men` is no day.
  const day = found && (next === gap || isLetter(reader.code(found.end - 1))) ? found : null;
  if (day && !monthAfterDay(reader, day.end) && monthTakesDay(reader, day.end)) {
    const second = joinedDay(reader, day.end);
    const year = yearBehind(reader, second?.end ?? day.end);
    const end = year?.end ?? second?.end ?? day.end;
    const first: Found = { end, year: year?.year, month, day: day.day };
    return finish(reader, at, second ? { ...first, until: { ...first, day: second.day } } : first);
  }
  return months(reader, at, month, monthEnd);
}

/** Whether a number behind a month's name can be its day in this language. */
function monthTakesDay(reader: Reader, end: number): boolean {
  return (
    reader.lexicon.language.dates.order === 'mdy' &&
    reader.code(end) !== 0x25 &&
    !(
      reader.code(end) === 0x2c &&
      isDigit(reader.code(end + 1)) &&
      isDigit(reader.code(end + 3)) &&
      !isDigit(reader.code(end + 4))
    )
  );
}

/** A month without a day: two months of one year, a month and a year, or a month alone where its case tells that it is one. */
function months(reader: Reader, at: number, month: number, monthEnd: number): NumberMention | null {
  const joint = jointBehind(reader, monthEnd, true);
  const second = joint > 0 ? monthAt(reader, joint) : null;
  const year = yearBehind(reader, second?.end ?? monthEnd);
  if (second && (year || sure(reader, joint))) {
    const until = { year: year?.year, month: second.month };
    return finish(reader, at, { end: year?.end ?? second.end, year: year?.year, month, until });
  }
  const own = second ? yearBehind(reader, monthEnd) : year;
  if (own) return finish(reader, at, monthsOn(reader, { end: own.end, year: own.year, month }));
  return sure(reader, at) ? finish(reader, at, { end: monthEnd, month }) : null;
}

/** `October 2014 – January 2015`: a second month and year behind the first. */
function monthsOn(reader: Reader, first: Found): Found {
  const joint = jointBehind(reader, first.end);
  const second = joint > 0 ? monthAt(reader, joint) : null;
  const year = second && yearBehind(reader, second.end);
  if (!second || !year) return first;
  return { ...first, end: year.end, until: { year: year.year, month: second.month } };
}

/** Whether the word at `at` is a month's name and not a common word: a whole name with its capital, behind a word that takes one if it is short. */
function sure(reader: Reader, at: number): boolean {
  const { dates } = reader.lexicon.language;
  const end = wordEnd(reader, at);
  if (!dates.capitalised) return end - at > 3 && reader.text[at] !== reader.text[at]?.toUpperCase();
  if (reader.text[at] !== reader.text[at]?.toUpperCase()) return false;
  if (isDash(reader.code(at - 1))) return true;
  const named = namesMore(reader, end);
  const before = reader.wordBefore(at);
  if (before && (before.roles & Role.yearBefore || before.which !== undefined))
    return !named || (before.roles & Role.join) === 0;
  return end - at > 5 && !named;
}

/** Whether a capitalised word goes on behind the month's name (`the October Revolution`, `August Strindberg`). */
function namesMore(reader: Reader, end: number): boolean {
  const next = reader.gap(end);
  return (
    next > end && !reader.endsLine(end) && (unitTable[reader.code(next)] & WordBit.upper) !== 0
  );
}

function wordEnd(reader: Reader, at: number): number {
  reader.wordAt(at);
  return reader.end;
}

/** Takes in the full stop of an abbreviated month: a beginning of its name (`Nov.`). */
function dotEnd(reader: Reader, at: number, end: number, month: number): number {
  if (reader.code(end) !== 0x2e || end - at > 5) return end;
  const [name] = reader.lexicon.language.dates.months[month - 1].split(' ');
  const form = reader.text.slice(at, end).toLowerCase();
  return form !== name && name.startsWith(form) ? end + 1 : end;
}

/** A day of the month in digits with its suffix or full stop. */
export function dayAt(
  reader: Reader,
  at: number,
  dotted = true,
): { end: number; day: number } | null {
  const end = reader.digitsEnd(at);
  if (end - at > 2 || end === at) return null;
  const day = (end - at === 2 ? (reader.code(at) - 0x30) * 10 : 0) + reader.code(end - 1) - 0x30;
  if (day > 39 || day === 0) return null;
  if (reader.code(end) === 0x2e) return { end: dotted ? end + 1 : end, day };
  const suffix = suffixEndAt(reader, end);
  if (suffix === end) return { end, day };
  const known = ` ${reader.lexicon.language.numbers.ordinalSuffixes} `.includes(
    ` ${reader.text.slice(end, suffix).toLowerCase()} `,
  );
  if (known) return { end: suffix, day };
  // `4-May`: the hyphen joins more than a suffix.
  return isLetter(reader.code(end)) ? null : { end, day };
}

/** The second of two joined days: `4–6`, `4 and 5`. */
function joinedDay(reader: Reader, end: number): { end: number; day: number } | null {
  // `the night of 9/10 November`
  const slash = reader.code(end) === 0x2f ? end + 1 : 0;
  const at = slash || jointBehind(reader, end, true);
  const day = at > 0 && isDigit(reader.code(at)) ? dayAt(reader, at) : null;
  return day && reader.code(day.end) !== 0x2f ? day : null;
}

/** Where what a dash, `to` or `and` joins begins; 0 where nothing is joined. */
function jointBehind(reader: Reader, end: number, and = false): number {
  const at = reader.gap(end);
  if (isDash(reader.code(at))) return reader.gap(at + 1);
  if (at === end) return 0;
  const roles = reader.wordAt(at)?.roles ?? 0;
  return roles & (Role.to | (and ? Role.join : 0)) ? reader.gap(reader.end) : 0;
}

/** The month behind a day that ends at `end`. */
export function monthAfterDay(reader: Reader, end: number): { end: number; month: number } | null {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  if (at === end && reader.code(end - 1) !== 0x2e) return null;
  const of = reader.wordAt(at);
  return (
    monthAt(reader, of && of.roles & Role.dateOf ? reader.gap(reader.end) : at) ??
    (reader.code(end - 1) === 0x2e ? romanMonth(reader, at) : null)
  );
}

const romanMonths = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** The month of `2. II 1920` or `2.II.1920`: a Roman numeral with a year behind it. */
function romanMonth(reader: Reader, at: number): { end: number; month: number } | null {
  const first = reader.code(at);
  if (first !== 0x49 && first !== 0x56 && first !== 0x58) return null;
  reader.wordAt(at);
  const month = romanMonths.indexOf(reader.text.slice(at, reader.end)) + 1;
  const end = reader.code(reader.end) === 0x2e ? reader.end + 1 : reader.end;
  return month > 0 && fourDigits(reader, reader.gap(end)) > 0 ? { end, month } : null;
}

/** The month whose name stands at `at`. */
export function monthAt(reader: Reader, at: number): { end: number; month: number } | null {
  const month = reader.wordAt(at)?.month;
  return month === undefined || isDigit(reader.code(reader.end))
    ? null
    : { end: dotEnd(reader, at, reader.end, month), month };
}

/** The mention, with the weekday before it and the time of day behind it. */
function finish(reader: Reader, at: number, found: Found): NumberMention {
  const start = weekdayBefore(reader, at);
  const { until } = found;
  if (until)
    return {
      start,
      end: found.end,
      kind: 'date',
      value: `${format(found)}/${format(until)}`,
      reading: 'an interval',
    };
  const time = found.day === undefined ? null : timeBehind(reader, found.end);
  const value = format(time ? { ...found, time: time.value } : found);
  const reading = found.year === undefined ? 'month name, year missing' : 'month name and year';
  return { start, end: time?.end ?? found.end, kind: 'date', value, reading };
}

/** Start of the weekday that belongs to the date at `at`, or of the article between, or `at`. */
export function weekdayBefore(reader: Reader, at: number): number {
  let back = reader.gapBefore(at);
  const last = reader.code(back - 1);
  if (last === 0x2c || last === 0x2e) back -= 1;
  if (back <= reader.floor) return at;
  let word = reader.wordBefore(back);
  if (word && word.weekday === undefined && isThe(reader, back))
    word = reader.wordBefore(reader.start);
  return word?.weekday === undefined ? at : reader.start;
}

/** Whether the word that was read before `end` is the article. */
function isThe(reader: Reader, end: number): boolean {
  return reader.gapBefore(end) - reader.start === 3 && reader.text.startsWith('the', reader.start);
}
