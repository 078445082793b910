import type { NumberMention } from '../../mentions.ts';
import { Role } from '../lexicon.ts';
import { phraseAt } from '../phrases.ts';
import { isDash, isDigit, type Reader } from '../reader.ts';
import { hourOfDay, partOfDay } from './partOfDay.ts';

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
  const part = half ? null : partOfDay(reader, clock.end);
  const zone = half || part ? null : zoneBehind(reader, clock.end);
  const sure = clock.sign === 0x3a || half || part || zone;
  if (!sure && !isCued(reader, at, Role.clock) && !goesOn(reader, at)) return null;
  const hours = part ? hourOfDay(clock.hours, part) : clock.hours;
  const value = clockTime(hours, clock.minutes, clock.seconds, half?.afternoon);
  if (value === null) return null;
  const end = half?.end ?? part?.end ?? zone?.end ?? clock.end;
  return { end, value: value + (zone?.mark ?? '') };
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
  const hours = Number(reader.text.slice(at, end));
  // `в 24 часа` is within a day.
  const cued = hours < 24 && isCued(reader, at, Role.at);
  const whole = oclockEnd(reader, end, cued) ?? cuedHour(reader, at);
  const half = halfBehind(reader, whole ?? end);
  if (half) return timeOf(half.end, hours, 0, half.afternoon);
  if (whole !== null) return named(reader, whole, hours);
  // `в 3 дня` may be in three days, `в 3 часа дня` is a time.
  const part = cued && !reader.wordAt(reader.gap(end))?.unit ? partOfDay(reader, end) : null;
  return part && timeOf(part.end, hourOfDay(hours, part), 0);
}

/** An hour that is named as such, with its minutes (`в 17 часов 30 минут`) and the part of the day behind it. */
function named(reader: Reader, end: number, hours: number): Time | null {
  const minutes = minutesBehind(reader, end);
  const behind = minutes?.end ?? end;
  const part = partOfDay(reader, behind);
  const hour = part ? hourOfDay(hours, part) : hours;
  return timeOf(part?.end ?? behind, hour, minutes?.value ?? 0);
}

function timeOf(end: number, hours: number, minutes: number, afternoon?: boolean): Time | null {
  const value = clockTime(hours, minutes, undefined, afternoon);
  return value === null ? null : { end, value };
}

/** End of the hour at `at` with its case ending, behind a word for the clock; else null. */
function cuedHour(reader: Reader, at: number): number | null {
  if (!isCued(reader, at, Role.clock) && !goesOn(reader, at)) return null;
  const end = hourEnd(reader, at);
  return end === at ? null : end;
}

/** Behind the whole number at `at` and its case ending (`kella 17ks`), `at` where it goes on. */
export function hourEnd(reader: Reader, at: number): number {
  const end = reader.digitsEnd(at);
  const code = reader.code(end);
  if ((code === 0x2e || code === 0x2c || code === 0x3a) && isDigit(reader.code(end + 1))) return at;
  if (reader.closes(end)) return end;
  reader.wordAt(end);
  const endings = ` ${reader.lexicon.language.numbers.caseEndings ?? ''} `;
  return endings.includes(` ${reader.text.slice(end, reader.end)} `) ? reader.end : at;
}

/** The minutes behind an hour. */
function minutesBehind(reader: Reader, end: number): { end: number; value: number } | null {
  const at = reader.gap(end);
  const digits = at === end || !isDigit(reader.code(at)) ? at : reader.digitsEnd(at);
  const value = Number(reader.text.slice(at, digits));
  if (digits === at || value > 59) return null;
  return reader.wordAt(reader.gap(digits))?.unit === 'min' ? { end: reader.end, value } : null;
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

/** Whether a dash joins what stands at `at` to a time before it: `kell 20.00–23.00`. */
function goesOn(reader: Reader, at: number): boolean {
  return reader.behindTime && at - 1 === reader.floor && isDash(reader.code(at - 1));
}

/** Whether the word before `at` has the role. */
export function isCued(reader: Reader, at: number, role: number): boolean {
  return ((reader.wordBefore(at)?.roles ?? 0) & role) !== 0;
}

/**
 * End of the word for the clock behind an hour that ends at `end`, or null. A
 * word that is as well one for hours (`часов`) is taken only where the hour is
 * `cued`, or where a part of the day follows.
 */
export function oclockEnd(reader: Reader, end: number, cued = false): number | null {
  const found = phraseAt(reader, reader.gap(end), reader.lexicon.oclock);
  if (found === null) return null;
  if (found.value === 1 || cued) return found.end;
  return partOfDay(reader, found.end) ? found.end : null;
}

/** `am`, `p.m.` and the like behind `end`. A last full stop belongs to it where the first letter has one. */
export function halfBehind(
  reader: Reader,
  end: number,
): { end: number; afternoon: boolean } | null {
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

/** ISO 8601 for a time of day; null where there is none such. */
export function clockTime(
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

/** The time of day that spans `start` to `end`; null where there is none such. */
export function mention(start: number, end: number, value: string | null): NumberMention | null {
  return value === null ? null : { start, end, kind: 'time', value, reading: 'a time of day' };
}
