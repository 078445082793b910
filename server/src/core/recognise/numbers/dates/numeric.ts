import type { NumberMention } from '../../mentions.ts';
import { isDigit, type Reader } from '../reader.ts';
import { format } from './calendar.ts';
import { dayMonthDate } from './dayMonth.ts';
import { timeBehind } from './time.ts';

const iso = /(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/y;
const slashed = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./-]\d)/y;
const yearFirst = /(\d{4})([./])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)/y;
const zone = /(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/y;

/** Year, month and day with the Chinese and Japanese or the Korean signs for them behind. */
const signed = /(?:(\d{4})[年년] ?)?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?/y;

/** Whether the unit is the sign for a year or a month behind digits (`2019年5月3日`, `2019년 5월 3일`). */
export function isDateSign(code: number): boolean {
  return code === 0x5e74 || code === 0x6708 || code === 0xb144 || code === 0xc6d4;
}

/** A date in digits whose first digit stands at `at`: `2018-04-04T10:30`, `2017-10`, `04.04.2018`, `4/5/18`, `2019年5月3日`. */
export function numericDate(reader: Reader, at: number): NumberMention | null {
  const sign = reader.digitsEnd(at);
  const code = reader.code(sign);
  if (isDateSign(code)) return signedDate(reader, at);
  if (
    sign - at > 5 ||
    (code !== 0x2d && code !== 0x2e && code !== 0x2f) ||
    !isDigit(reader.code(sign + 1)) ||
    !reader.opens(at)
  )
    return null;
  return isoDate(reader, at) ?? otherDate(reader, at) ?? dayMonthDate(reader, at);
}

function signedDate(reader: Reader, at: number): NumberMention | null {
  signed.lastIndex = at;
  const [found = '', ...parts] = signed.exec(reader.text) ?? [];
  const [year, month, day] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  if (found === '' || (month ?? 1) > 12 || (day ?? 1) > 31 || month === 0 || day === 0) return null;
  const end = at + found.trimEnd().length;
  const value = format({ year, month, day });
  return { start: at, end, kind: 'date', value, reading: 'year first' };
}

function isoDate(reader: Reader, at: number): NumberMention | null {
  const found = match(iso, reader, at) ?? yearLeading(reader, at);
  if (!found) return null;
  const [year, month, day] = found.parts.map(Number);
  if (day === undefined && (month === undefined || month < 1 || month > 12)) return null;
  if ((month ?? 0) > 31 || (day ?? 0) > 31 || (year ?? 0) < 1000) return null;
  return timed(reader, at, found.end, { year, month, day }, 'year first');
}

function yearLeading(reader: Reader, at: number): Found | null {
  const found = match(yearFirst, reader, at);
  return found
    ? {
        end: found.end,
        parts: [found.parts[0], found.parts[2], found.parts[3]].map((part) => part ?? ''),
      }
    : null;
}

function otherDate(reader: Reader, at: number): NumberMention | null {
  const found = match(slashed, reader, at);
  if (!found) return null;
  const [first = '', sign, second = '', written = ''] = found.parts;
  const a = Number(first);
  const b = Number(second);
  if (
    a < 1 ||
    b < 1 ||
    a > 31 ||
    b > 31 ||
    (written.length === 2 &&
      sign !== '/' &&
      (second.length < 2 || (sign === '-' && first.length < 2)))
  )
    return null;
  const year =
    written.length === 2 ? Number(written) + (Number(written) < 50 ? 2000 : 1900) : Number(written);
  if (written.length === 2 && a > 12 && b > 12) return null;
  const dayFirst =
    b > 12 ? a > 12 : a > 12 || sign === '.' || reader.lexicon.language.dates.order === 'dmy';
  const reading = `${dayFirst ? 'day' : 'month'} first${a <= 12 && b <= 12 && a !== b && sign !== '.' ? `; ${dayFirst ? 'month' : 'day'} first is as possible` : ''}`;
  return timed(
    reader,
    at,
    found.end,
    { year, month: dayFirst ? b : a, day: dayFirst ? a : b },
    reading,
  );
}

interface Found {
  readonly end: number;
  readonly parts: readonly string[];
}

function match(pattern: RegExp, reader: Reader, at: number): Found | null {
  pattern.lastIndex = at;
  const found = pattern.exec(reader.text);
  return found
    ? { end: pattern.lastIndex, parts: found.slice(1).filter((part) => part !== undefined) }
    : null;
}

interface Day {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** The mention with the time of day behind the date, where there is one. */
function timed(
  reader: Reader,
  start: number,
  end: number,
  parts: Day,
  reading: string,
): NumberMention {
  const time = parts.day === undefined ? null : timeBehind(reader, end);
  let value = format(time ? { ...parts, time: time.value } : parts);
  let behind = time?.end ?? end;
  if (time) {
    zone.lastIndex = behind;
    const offset = zone.exec(reader.text)?.[0];
    if (offset !== undefined) {
      behind += offset.length;
      value += offset.replace(/^\.\d+/, '');
    }
  }
  return { start, end: behind, kind: 'date', value, reading };
}
