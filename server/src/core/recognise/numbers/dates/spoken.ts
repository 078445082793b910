import type { NumberMention } from '../../mentions.ts';
import { counted } from '../context.ts';
import { Role, type Word } from '../lexicon.ts';
import { phraseAt } from '../phrases.ts';
import { isDash, isDigit, isLetter, type Reader } from '../reader.ts';
import { spelled } from '../words.ts';
import { hourOfDay, partOfDay } from './partOfDay.ts';
import { clockTime, halfBehind, hourEnd, isCued, mention, oclockEnd } from './time.ts';

/** Hours and minutes of a clock, without what stands behind them. */
interface Clock {
  readonly start: number;
  readonly end: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * A time whose first words stand at `at`: `noon`, `five o'clock in the
 * afternoon`, `half past five`, `kell pool kaheksa`, `в половине шестого`.
 */
export function spokenTime(reader: Reader, at: number, word: Word): NumberMention | null {
  reader.wordAt(at);
  if (word.hour !== undefined)
    return mention(at, reader.end, clockTime(word.hour, 0, undefined, undefined));
  const { clockWords } = reader.lexicon;
  if (clockWords.past && nothingBehind(reader)) return null;
  const clock =
    (clockWords.before ? afterClock(reader, at, word) : null) ??
    (word.partOfHour === undefined ? null : partOfHour(reader, at, word)) ??
    (clockWords.past ? pastOrTo(reader, at, word) : null) ??
    (clockWords.missing ? missing(reader, at, word) : null);
  return clock ? finished(reader, clock) : wholeHour(reader, at, word);
}

/** Whether the word behind the one read last has nothing to do with a clock: none of the language's, nor `o'clock`, `a.m.`, `p.m.`; cheap. */
function nothingBehind(reader: Reader): boolean {
  const at = afterJoint(reader, reader.end);
  if (reader.wordAt(at) !== undefined) return false;
  const letter = reader.code(at) | 0x20;
  return letter !== 0x6f && letter !== 0x61 && letter !== 0x70 && !isDigit(reader.code(at));
}

/** Minutes before or past an hour in digits: `10 past 8`, `5 minutes to 6`, from the first digit at `at`. */
export function minutesFirst(reader: Reader, at: number): NumberMention | null {
  const end = reader.digitsEnd(at);
  const minutes = Number(reader.text.slice(at, end));
  const clock = minutes < 60 ? hourBehind(reader, at, end, minutes, false) : null;
  return clock && finished(reader, clock);
}

/** The time with the word for the clock and the part of the day behind it. */
function finished(reader: Reader, { start, end, hours, minutes }: Clock): NumberMention | null {
  const clock = oclockEnd(reader, end) ?? end;
  const half = halfBehind(reader, clock);
  const part = half ? null : partOfDay(reader, clock);
  const hour = part ? hourOfDay(hours, part) : hours;
  const value = clockTime(hour, minutes, undefined, half?.afternoon);
  return mention(start, half?.end ?? part?.end ?? clock, value);
}

/** `kell kaheksa`, `kell pool kaheksa`: behind a word for the clock. */
function afterClock(reader: Reader, at: number, word: Word): Clock | null {
  if (!isCued(reader, at, Role.clock)) return null;
  const part = word.partOfHour === undefined ? null : beforeHour(reader, at, word.partOfHour, true);
  if (part) return part;
  reader.wordAt(at);
  const { end } = reader;
  const hours = word.cardinal;
  return hours !== undefined && Number.isInteger(hours) && !isLetter(reader.code(end))
    ? { start: at, end, hours, minutes: 0 }
    : null;
}

/** `pool kuus`, `в половине шестого`: a part of the hour that the word behind it ends. */
function partOfHour(reader: Reader, at: number, word: Word): Clock | null {
  if (word.partOfHour === undefined || word.fraction === undefined) return null;
  const clock = beforeHour(reader, at, word.partOfHour);
  const before = clock && reader.wordBefore(at);
  if (!clock || before?.ordinal !== undefined || before?.which !== undefined) return null;
  if (((before?.roles ?? 0) & Role.pronounBefore) !== 0 || isMeasured(reader, clock.end))
    return null;
  const cued = ((before?.roles ?? 0) & Role.at) !== 0 || partOfDay(reader, clock.end) !== null;
  return cued || counted(reader, clock.end) === undefined ? clock : null;
}

/** The part of an hour at `at` with the hour behind it, in any case where it is `cued`. */
function beforeHour(reader: Reader, at: number, part: number, cued = false): Clock | null {
  reader.wordAt(at);
  const next = reader.gap(reader.end);
  const hour = next === reader.end ? undefined : reader.wordAt(next);
  const hours = hour?.partHour ?? (cued ? hour?.cardinal : undefined);
  return hours === undefined || !(hours >= 1 && hours <= 12)
    ? null
    : { start: at, end: reader.end, hours: hours === 1 ? 12 : hours - 1, minutes: part * 60 };
}

/** `half past five`, `a quarter to six`, `ten minutes past three`. */
function pastOrTo(reader: Reader, at: number, word: Word): Clock | null {
  reader.wordAt(at);
  const { end } = reader;
  const next = reader.wordAt(afterJoint(reader, end));
  if (word.fraction !== undefined) {
    if (next?.clockJoint === undefined || (word.fraction !== 0.5 && word.fraction !== 0.25))
      return null;
    const article = ((reader.wordBefore(at)?.roles ?? 0) & Role.article) !== 0;
    const start = article ? reader.start : at;
    return hourBehind(reader, start, end, word.fraction * 60, true);
  }
  if (word.cardinal === undefined || word.cardinal > 59) return null;
  if (next?.clockJoint === undefined && next?.unit !== 'min' && next?.cardinal === undefined)
    return null;
  const minutes = spelled(reader, at, false);
  return minutes && Number.isInteger(minutes.value) && minutes.value < 60 && !minutes.ordinal
    ? hourBehind(reader, at, minutes.end, minutes.value, false)
    : null;
}

/** The hour that minutes which end at `end` are past or before; `sure` where they can be nothing else. */
function hourBehind(
  reader: Reader,
  start: number,
  end: number,
  minutes: number,
  sure: boolean,
): Clock | null {
  let at = afterJoint(reader, end);
  const named = reader.wordAt(at)?.unit === 'min';
  if (named) at = afterJoint(reader, reader.end);
  const joint = at === end ? undefined : reader.wordAt(at)?.clockJoint;
  if (joint !== 'past' && joint !== 'to') return null;
  const hour = hourAt(reader, afterJoint(reader, reader.end));
  if (!hour || isMeasured(reader, hour.end)) return null;
  if (joint === 'past') return { start, end: hour.end, hours: hour.value, minutes };
  if (minutes === 30 || (!sure && !isBefore(reader, start, hour, named))) return null;
  const hours = hour.value === 1 ? 12 : hour.value - 1;
  return { start, end: hour.end, hours: (hours + 24) % 24, minutes: 60 - minutes };
}

/** Whether a number, `to` and an hour are a time, and no range and no ratio: behind `at`, with the word for minutes, or before a part of the day. */
function isBefore(reader: Reader, start: number, hour: Hour, named: boolean): boolean {
  const before = reader.wordBefore(start)?.roles ?? 0;
  const dayPart = partOfDay(reader, hour.end) ?? oclockEnd(reader, hour.end);
  if (before & Role.from) return false;
  if (dayPart !== null) return true;
  const cued = (before & Role.at) !== 0;
  if (named) return cued || counted(reader, hour.end) === undefined;
  return cued && !isDigit(reader.code(start)) && hour.value > 1;
}

interface Hour {
  readonly end: number;
  readonly value: number;
}

/** An hour of the twelve in words or digits, `noon` or `midnight` at `at`. */
function hourAt(reader: Reader, at: number): Hour | null {
  if (isDigit(reader.code(at))) {
    const end = hourEnd(reader, at);
    const value = Number(reader.text.slice(at, end));
    return end > at && value >= 1 && value <= 12 ? { end, value } : null;
  }
  const word = reader.wordAt(at);
  const { end } = reader;
  const value = word?.hour ?? word?.cardinal;
  if (value === undefined || !Number.isInteger(value) || value > 12) return null;
  return word?.hour === undefined && value < 1 ? null : { end, value };
}

/** Whether the number that ends at `end` measures something or goes on (`past five years`, `to six per cent`, `past twenty-five`). */
function isMeasured(reader: Reader, end: number): boolean {
  const code = reader.code(end);
  if (code === 0x25 || (isDash(code) && reader.code(end + 1) > 0x40)) return true;
  const next = reader.gap(end);
  const word = next === end ? undefined : reader.wordAt(next);
  if (!word) return false;
  const { unit, scale, currency, cent, power, cardinal, ordinal, denominator, fraction } = word;
  return (
    (unit ?? scale ?? currency ?? cent ?? power ?? cardinal ?? ordinal ?? denominator) !==
      undefined ||
    fraction !== undefined ||
    (word.roles & (Role.percent | Role.points | Role.century | Role.yearBehind)) !== 0
  );
}

/** Where the next word begins behind a gap or a hyphen. */
function afterJoint(reader: Reader, end: number): number {
  return isDash(reader.code(end)) ? end + 1 : reader.gap(end);
}

/** `без четверти шесть`, `без двадцати пяти шесть`: minutes that are missing to the hour. */
function missing(reader: Reader, at: number, word: Word): Clock | null {
  const known = word.partOfHour ?? word.cardinal;
  if (known === undefined || reader.wordBefore(at)?.clockJoint !== 'without') return null;
  const { start } = reader;
  reader.wordAt(at);
  let minutes = word.partOfHour === undefined ? (word.cardinal ?? 0) : word.partOfHour * 60;
  let next = reader.gap(reader.end);
  let hour = reader.wordAt(next);
  const behind = reader.wordAt(reader.gap(reader.end))?.cardinal;
  if (minutes === 20 && (hour?.cardinal ?? 10) < 10 && behind !== undefined && behind <= 12) {
    minutes += hour?.cardinal ?? 0;
    reader.wordAt(next);
    next = reader.gap(reader.end);
    hour = reader.wordAt(next);
  }
  if (hour?.unit === 'min') {
    reader.wordAt(next);
    next = reader.gap(reader.end);
  }
  const found = minutes < 30 ? hourAt(reader, next) : null;
  if (!found) return null;
  const hours = found.value === 1 ? 12 : found.value - 1;
  return { start, end: found.end, hours, minutes: 60 - minutes };
}

/** `five o'clock`, `пять часов вечера`: an hour in words and what makes a time of it. */
function wholeHour(reader: Reader, at: number, word: Word): NumberMention | null {
  const hours = word.cardinal;
  if (hours === undefined || !(hours >= 1 && hours <= 12) || !Number.isInteger(hours)) return null;
  reader.wordAt(at);
  const { end } = reader;
  const clock = phraseAt(reader, reader.gap(end), reader.lexicon.oclock);
  if (clock) {
    const cued = clock.value === 1 || isCued(reader, at, Role.at);
    if (!cued && !partOfDay(reader, clock.end)) return null;
    return finished(reader, { start: at, end: clock.end, hours, minutes: 0 });
  }
  const half = halfBehind(reader, end);
  const dotted = half !== null && reader.code(half.end - 1) === 0x2e;
  if (!half && !partOfDay(reader, end)) return null;
  return dotted || isCued(reader, at, Role.at)
    ? finished(reader, { start: at, end, hours, minutes: 0 })
    : null;
}
