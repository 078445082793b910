import type { NumberMention } from '../../mentions.ts';
import { Role, type Word } from '../lexicon.ts';
import { isDigit, isLetter, type Reader } from '../reader.ts';

/** A time of day: ISO 8601 without a date. */
export interface Time {
  readonly end: number;
  readonly value: string;
}

/** Hours, minutes and perhaps seconds in digits. */
interface Clock {
  readonly end: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds?: number;
  readonly sign: number;
}

/** Abbreviations of time zones; those of UTC itself are written as `Z`. */
const zones = new Set(
  'GMT UTC CET CEST EET EEST WET BST MSK EST EDT CST CDT MST MDT PST PDT JST IST'.split(' '),
);

/** The time that begins at `at`: `10:30`, `10:30:15`, `5 pm`, `5.30 p.m.`, `10.30 GMT`, `kell 10.30`. */
export function timeAt(reader: Reader, at: number): Time | null {
  if (!isDigit(reader.code(at))) return null;
  const clock = clockAt(reader, at);
  if (!clock) return hour(reader, at);
  const half = halfBehind(reader, clock.end);
  const zone = half ? null : zoneBehind(reader, clock.end);
  if (clock.sign === 0x2e && !half && !zone && !isCued(reader, at, Role.clock)) return null;
  const value = clockTime(clock.hours, clock.minutes, clock.seconds, half?.afternoon);
  if (value === null) return null;
  return { end: half?.end ?? zone?.end ?? clock.end, value: value + (zone?.mark ?? '') };
}

/** The time behind a date that ends at `end`. */
export function timeBehind(reader: Reader, end: number): Time | null {
  const code = reader.code(end);
  let at = reader.gap(
    code === 0x2c || (code === 0x54 && isDigit(reader.code(end + 1))) ? end + 1 : end,
  );
  if (at === end) return null;
  const word = reader.wordAt(at);
  if (word && word.roles & Role.at) at = reader.gap(reader.end);
  return timeAt(reader, at);
}

function clockAt(reader: Reader, at: number): Clock | null {
  const hours = reader.digitsEnd(at);
  const sign = reader.code(hours);
  if (hours - at > 2) return null;
  if (sign !== 0x3a && sign !== 0x2e) return null;
  const minutes = digitsEnd(reader, hours + 1, 2);
  if (minutes - hours !== 3) return null;
  const third = reader.code(minutes) === sign ? digitsEnd(reader, minutes + 1, 2) : 0;
  const end = third - minutes === 3 ? third : minutes;
  const next = reader.code(end);
  if (isDigit(next) || (next === 0x3a && isDigit(reader.code(end + 1)))) return null;
  const number = (from: number, to: number) => Number(reader.text.slice(from, to));
  return {
    end,
    hours: number(at, hours),
    minutes: number(hours + 1, minutes),
    ...(end > minutes && { seconds: number(minutes + 1, end) }),
    sign,
  };
}

/** Behind the digits at `at`, at most `most` of them. */
function digitsEnd(reader: Reader, at: number, most: number): number {
  let end = at;
  while (end - at < most && isDigit(reader.code(end))) end += 1;
  return end;
}

/** `5 pm`, `5 o'clock`, `kell 5`, `at 1800 hours`. */
function hour(reader: Reader, at: number): Time | null {
  const end = reader.digitsEnd(at);
  if (end - at === 4) return fourDigits(reader, at, end);
  if (end - at > 2) return null;
  const half = halfBehind(reader, end);
  const behind = half?.end ?? oclockEnd(reader, end) ?? (isCuedHour(reader, at, end) ? end : null);
  const value =
    behind === null
      ? null
      : clockTime(Number(reader.text.slice(at, end)), 0, undefined, half?.afternoon);
  return value === null || behind === null ? null : { end: behind, value };
}

function isCuedHour(reader: Reader, at: number, end: number): boolean {
  const code = reader.code(end);
  const goesOn = (code === 0x2e || code === 0x2c) && isDigit(reader.code(end + 1));
  return !goesOn && reader.closes(end) && isCued(reader, at, Role.clock);
}

/** `0800 hours`, `at 1800 hours`. */
function fourDigits(reader: Reader, at: number, end: number): Time | null {
  if (reader.wordAt(reader.gap(end))?.unit !== 'h') return null;
  const behind = reader.end;
  if (reader.code(at) !== 0x30 && !isCued(reader, at, Role.at)) return null;
  const digits = reader.text.slice(at, end);
  const value = clockTime(
    Number(digits.slice(0, 2)),
    Number(digits.slice(2)),
    undefined,
    undefined,
  );
  return value === null ? null : { end: behind, value };
}

function isCued(reader: Reader, at: number, role: number): boolean {
  return ((reader.wordBefore(at)?.roles ?? 0) & role) !== 0;
}

function oclockEnd(reader: Reader, end: number): number | null {
  const { oclock } = reader.lexicon.language.dates;
  const at = reader.gap(end);
  if (oclock === '' || reader.code(at) !== oclock.charCodeAt(0)) return null;
  const found = oclock.split(' ').find((form) => reader.text.startsWith(form, at));
  return found === undefined ? null : at + found.length;
}

/** `am`, `p.m.` and the like. A last full stop belongs to it where the first letter has one. */
function halfBehind(reader: Reader, end: number): { end: number; afternoon: boolean } | null {
  if (reader.lexicon.language.dates.halves === '') return null;
  const at = reader.code(end) === 0x20 || reader.code(end) === 0xa0 ? end + 1 : end;
  const letter = reader.code(at) | 0x20;
  if (letter !== 0x61 && letter !== 0x70) return null;
  const dotted = reader.code(at + 1) === 0x2e;
  const second = dotted ? reader.gap(at + 2) : at + 1;
  if ((reader.code(second) | 0x20) !== 0x6d || !reader.closes(second + 1)) return null;
  const stop = dotted && reader.code(second + 1) === 0x2e ? 1 : 0;
  return { end: second + 1 + stop, afternoon: letter === 0x70 };
}

function zoneBehind(reader: Reader, end: number): { end: number; mark: string } | null {
  const at = reader.gap(end);
  const code = reader.code(at);
  if (code < 0x41 || code > 0x5a) return null;
  reader.wordAt(at);
  const name = reader.text.slice(at, reader.end);
  if (!zones.has(name)) return null;
  return { end: reader.end, mark: name === 'GMT' || name === 'UTC' ? 'Z' : '' };
}

function clockTime(
  hours: number,
  minutes: number,
  seconds: number | undefined,
  afternoon: boolean | undefined,
): string | null {
  if (afternoon !== undefined && (hours > 12 || hours < 1)) return null;
  if (hours > 24 || minutes > 59 || (seconds ?? 0) > 59) return null;
  const shifted = afternoon === undefined ? hours : (hours % 12) + (afternoon ? 12 : 0);
  return [shifted, minutes, seconds]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** A time of day on its own; a score or ratio (`6:3`) is none, but a name for something else. */
export function time(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at)) return null;
  const found = timeAt(reader, at);
  if (found) return mention(at, found.end, found.value);
  const first = reader.digitsEnd(at);
  const second =
    first - at <= 3 && reader.code(first) === 0x3a ? digitsEnd(reader, first + 1, 3) : 0;
  if (second <= first + 1 || isDigit(reader.code(second)) || reader.code(second) === 0x3a)
    return null;
  const value = reader.text.slice(at, second);
  return { start: at, end: second, kind: 'identifier', value, reading: 'a score or ratio' };
}

/** A time in words: `noon`, `kell kaheksa`, `kell pool kaheksa`. */
export function spokenTime(reader: Reader, at: number, word: Word): NumberMention | null {
  reader.wordAt(at);
  const { end } = reader;
  if (word.hour !== undefined)
    return mention(at, end, clockTime(word.hour, 0, undefined, undefined));
  if (!isCued(reader, at, Role.clock)) return null;
  const whole = word.cardinal;
  if (whole !== undefined && Number.isInteger(whole) && !isLetter(reader.code(end)))
    return mention(at, end, clockTime(whole, 0, undefined, undefined));
  const part = word.fraction;
  const next = part === undefined ? undefined : reader.wordAt(reader.gap(end))?.cardinal;
  if (part === undefined || next === undefined || next < 1) return null;
  return mention(at, reader.end, clockTime(next - 1, part * 60, undefined, undefined));
}

function mention(start: number, end: number, value: string | null): NumberMention | null {
  return value === null ? null : { start, end, kind: 'time', value, reading: 'a time of day' };
}
