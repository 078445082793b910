import type { NumberMention } from '../mentions.ts';
import { standsAlone } from './alone.ts';
import { type Amount, digitAmount, wordAmount } from './amount.ts';
import { inContext } from './context.ts';
import { ordinalDate } from './dates/parts.ts';
import { make, runEnd } from './identifier.ts';
import { Role, type Word } from './lexicon.ts';
import { measured, valued } from './measure.ts';
import type { Measured } from './measured.ts';
import { digitsValue } from './numeral.ts';
import { ordinalBehind } from './ordinal.ts';
import { range } from './range.ts';
import { isDash, isDigit, isLetter, type Reader } from './reader.ts';

/** The digits from `at` to `end` as a whole number that nothing but a hedge or a noun goes with. */
export function plainNumber(reader: Reader, at: number, end: number): NumberMention {
  const value = digitsValue(reader, at, end, 0);
  return inContext(reader, { start: at, end, kind: 'cardinal', value, reading: 'digits' }, true);
}

/** Any number written in digits from the first digit at `at`; null where the digits are no number. */
export function digitNumber(reader: Reader, at: number): NumberMention | null {
  const amount = digitAmount(reader, at);
  if (!amount) return dotted(reader, at);
  const ordinal = ordinalBehind(reader, amount);
  if (ordinal) return ordinalDate(reader, ordinal.start, ordinal.end, amount.value) ?? ordinal;
  return fromAmount(reader, amount) ?? nameWithDigits(reader, amount.digits ? at : amount.start);
}

/** Any number written in words from the word at `at`. */
export function wordNumber(reader: Reader, at: number, word: Word): NumberMention | null {
  const before = reader.wordBefore(at);
  reader.wordAt(at);
  if (word.cardinal === 1 && isPronoun(reader, before)) return null;
  const between = before !== undefined && (before.roles & Role.between) !== 0;
  if (word.scale === score && !isCounted(reader, before)) return null;
  const amount = wordAmount(reader, at, !between);
  if (!amount || (amount.fraction && !isFraction(reader, amount, before))) return null;
  if (amount.ordinal) {
    const { start, end, value, reading } = amount;
    if (!reader.closes(end)) return null;
    return (
      ordinalDate(reader, start, end, value) ?? { start, end, kind: 'ordinal', value, reading }
    );
  }
  return fromAmount(reader, amount);
}

/** The scale word that is as often a noun of its own (`the final score`). */
const score = 20;

/** Whether `score` is a number: `a score of men`. */
function isCounted(reader: Reader, before: Word | undefined): boolean {
  const behind = reader.wordAt(reader.gap(reader.end));
  return (before?.roles ?? 0) > 0 && ((behind?.roles ?? 0) & Role.of) !== 0;
}

/** Whether the word for one that was read last stands for a thing named before: `this one`, `one another`. */
function isPronoun(reader: Reader, before: Word | undefined): boolean {
  const next = reader.gap(reader.end);
  const behind = next > reader.end ? reader.wordAt(next) : undefined;
  if (behind && behind.roles & Role.pronounBehind) return true;
  return before !== undefined && (before.roles & Role.pronounBefore) !== 0 && !isMeasure(behind);
}

function isMeasure(word: Word | undefined): boolean {
  return word?.unit !== undefined || word?.scale !== undefined || word?.currency !== undefined;
}

/** A part of the year, of a match or of a town is no fraction: `third quarter`, `first half`, `the Latin Quarter`. */
function isFraction(reader: Reader, amount: Amount, before: Word | undefined): boolean {
  if (amount.value !== 0.5 && amount.value !== 0.25) return true;
  if (before?.which !== undefined) return false;
  if (before && before.roles & Role.pronounBefore && isWithoutArticles(reader)) return false;
  if (reader.behindOrdinal && reader.gapBefore(amount.start) === reader.floor) return false;
  if (amount.value === 0.5 || amount.end - amount.start > 7) return true;
  return isWithoutArticles(reader);
}

function isWithoutArticles(reader: Reader): boolean {
  return reader.lexicon.language.numbers.articles === '';
}

/** The mention an amount makes with its measure, its range, its hedge and what it counts; null where a letter goes on behind it. */
function fromAmount(reader: Reader, amount: Amount): NumberMention | null {
  if (standsAlone(reader, amount.start, amount.end)) {
    const { start, end, value, reading } = amount;
    return inContext(reader, { start, end, kind: 'cardinal', value, reading }, true);
  }
  const measure = measured(reader, amount);
  const joined = range(reader, measure);
  const end = joined ? joined.end : caseEnd(reader, measure.end);
  if (!joined && isLetter(reader.code(end)) && !isGroupedAlone(reader, amount, end)) return null;
  const found = joined ?? single(end === measure.end ? measure : { ...measure, end });
  const counts = found.kind === 'cardinal' || found.kind === 'range';
  return inContext(reader, found, counts);
}

/** Whether the number has groups of digits and letters behind it that nothing goes on from: `398,487MMBTU` is no name. */
function isGroupedAlone(reader: Reader, { digits }: Amount, end: number): boolean {
  if (!digits?.grouping) return false;
  reader.wordAt(end);
  return reader.closes(reader.end) && !isDash(reader.code(reader.end));
}

/** Behind the case ending that stands directly behind digits or a sign (`150st`, `100%ni`), or `end`. */
function caseEnd(reader: Reader, end: number): number {
  const { caseEndings } = reader.lexicon.language.numbers;
  if (caseEndings === undefined || !isLetter(reader.code(end))) return end;
  reader.wordAt(end);
  const ending = reader.text.slice(end, reader.end);
  return caseEndings.split(' ').includes(ending) ? reader.end : end;
}

function single(measure: Measured): NumberMention {
  const { start, end, kind, unit, reading } = measure;
  const value = valued(measure);
  return unit === undefined
    ? { start, end, kind, value, reading }
    : { start, end, kind, value, unit, reading };
}

/** Digits dotted like a version or a section. */
function dotted(reader: Reader, at: number): NumberMention | null {
  const end = runEnd(reader, at);
  return end - at > 40 || isDigit(reader.code(end))
    ? null
    : make(reader, at, end, 'dotted like a version or a section');
}

/** Letters go on behind the digits: a name such as `777F`, or a checksum. */
function nameWithDigits(reader: Reader, at: number): NumberMention | null {
  const end = runEnd(reader, at);
  if (end - at < 2 || isDash(reader.code(end))) return null;
  const digits = /^[\da-fA-F-]+$/.test(reader.text.slice(at, end));
  return digits || end - at <= 12
    ? make(reader, at, end, digits ? 'a checksum or a key' : 'a name with digits')
    : null;
}
