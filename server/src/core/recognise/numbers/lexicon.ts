import type { Language } from '../../languages/language.ts';
import { hashWord } from '../../text/hash.ts';
import { lowerShift, unitTable } from '../../text/units.ts';

/** What a word does around numbers, one bit each. */
export const Role = {
  article: 1,
  and: 1 << 1,
  minus: 1 << 2,
  point: 1 << 3,
  percent: 1 << 4,
  between: 1 << 5,
  from: 1 << 6,
  to: 1 << 7,
  of: 1 << 8,
  stop: 1 << 9,
  label: 1 << 10,
  pronounBefore: 1 << 11,
  phone: 1 << 12,
  yearBefore: 1 << 13,
  yearBehind: 1 << 14,
  century: 1 << 15,
  at: 1 << 16,
  dateOf: 1 << 17,
  /** A plural without an ending that says so (`people`). */
  plural: 1 << 18,
  /** Ends a hedge that stands before a number. */
  hedgeEnd: 1 << 19,
  join: 1 << 20,
  percentPoints: 1 << 21,
  points: 1 << 22,
  ageBefore: 1 << 23,
  clock: 1 << 24,
  quarter: 1 << 25,
  beforeChrist: 1 << 26,
  afterChrist: 1 << 27,
  decadeBehind: 1 << 28,
  pronounBehind: 1 << 29,
  /** Begins a hedge that stands behind a number. */
  hedgeStart: 1 << 30,
  /** A label in the plural. */
  labels: 1 << 31,
} as const;

/** What may begin at a word, one bit for each recogniser that reads it. */
export const Start = {
  month: 1,
  time: 1 << 1,
  season: 1 << 2,
  relative: 1 << 3,
  vague: 1 << 4,
  number: 1 << 5,
} as const;

/** All that a language knows of one word; what it is not is undefined. */
export interface Word {
  roles: number;
  /** `Start` bits: 0 where no mention begins at the word. */
  starts: number;
  /** Before a number the word may say what it measures, or its sign. */
  leads: boolean;
  /** Behind a number the word may say what it measures, or go on with it. */
  follows: boolean;
  cardinal: number | undefined;
  scale: number | undefined;
  ordinal: number | undefined;
  /** The parts a plural denominator makes: 5 for `fifths`. */
  denominator: number | undefined;
  fraction: number | undefined;
  /** A part only before a unit or a scale word. */
  partOfUnit: number | undefined;
  vague: readonly [number, number] | undefined;
  few: number | undefined;
  /** 1 to 12. */
  month: number | undefined;
  /** 1 (Monday) to 7. */
  weekday: number | undefined;
  /** Days from today. */
  day: number | undefined;
  /** Years from this one (`mullu`). */
  years: number | undefined;
  period: 'week' | 'month' | 'year' | undefined;
  /** What the word is around the minutes of a clock. */
  clockJoint: 'past' | 'to' | 'without' | undefined;
  /** The part of an hour that the hour behind the word ends. */
  partOfHour: number | undefined;
  /** The hour that the word is behind such a part. */
  partHour: number | undefined;
  /** The hour that the word names (`noon`). */
  hour: number | undefined;
  /** EDTF number of a season. */
  season: number | undefined;
  /** First year of the decade that the word names. */
  decade: number | undefined;
  which: number | undefined;
  ago: number | undefined;
  unit: string | undefined;
  /** The unit that the word names only behind a hyphen. */
  joinedUnit: string | undefined;
  /** What it makes of the unit behind it: see `powers`. */
  power: string | undefined;
  currency: string | undefined;
  /** ISO 4217 code of the currency whose hundredth part the word names. */
  cent: string | undefined;
}

/** A word form with what it means. */
export interface Entry {
  readonly form: string;
  readonly word: Word;
}

/** Several words that mean one thing; `_` stands for the space between two of them. */
export interface Phrase {
  readonly words: string;
  /** Their first unit. */
  readonly first: number;
  readonly value: number;
}

/** The endings of `CountedNouns` as lists. */
export interface CountedEndings {
  readonly plural: readonly string[];
  readonly notPlural: readonly string[];
  readonly notEndings: readonly string[];
  readonly adjectives: readonly string[];
}

/** A language's number and date data, made ready to be looked up. */
export interface Lexicon {
  readonly language: Language;
  /** A form stands in the slot that the low bits of its hash give, or in the first free one behind it: a power of two of them. */
  readonly entries: readonly (Entry | undefined)[];
  /** The hash of the form in each slot. */
  readonly hashes: Int32Array;
  /** One bit for the low half of every form's hash. */
  readonly known: Uint8Array;
  /** Not 0 at the low bits (`startingMask`) of the hash of every token that may begin a mention, and of few others. */
  readonly starting: Uint8Array;
  /** One bit for the low half of their first three units as one number: `startsPrefix`. */
  readonly prefixes: Uint8Array;
  /** Phrases that blur the number behind them by their last word, longest first. */
  readonly hedges: ReadonlyMap<string, readonly string[]>;
  readonly counted: CountedEndings;
  /** Phrases behind a year or century: −1 before Christ, 1 after. */
  readonly eras: readonly Phrase[];
  /** Which words the language has around a time in words: before it (`kell`), between minutes and hour (`past`), before missing minutes (`без`). */
  readonly clockWords: {
    readonly before: boolean;
    readonly past: boolean;
    readonly missing: boolean;
  };
  /** Words for the clock behind an hour: 1 surely, 0 with a cue. */
  readonly oclock: readonly Phrase[];
  /** Parts of the day behind a time, by the first of their twelve hours. */
  readonly partsOfDay: readonly Phrase[];
  /** Phrases behind the degrees of coordinates: 1 latitude, 2 longitude. */
  readonly hemispheres: readonly Phrase[];
  /** Whether the tokens of hyphenated words are their parts, but for a few prefixes. */
  readonly splitsHyphens: boolean;
}

/** What the lexicon knows of a word, in whatever case it is written. */
export function wordOf(lexicon: Lexicon, form: string): Word | undefined {
  const units = Uint16Array.from({ length: form.length }, (_, index) => form.charCodeAt(index));
  return lookUp(lexicon, units, 0, form.length, hashWord(form));
}

/** The same for the word that the units from `start` to `end` make; `hash` is theirs. */
export function lookUp(
  { entries, hashes, known }: Lexicon,
  units: Uint16Array,
  start: number,
  end: number,
  hash: number,
): Word | undefined {
  if (!hasBit(known, hash)) return undefined;
  const mask = hashes.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = entries[slot];
    if (entry === undefined) return undefined;
    if (hashes[slot] === hash && isForm(units, start, end, entry.form)) return entry.word;
  }
}

/** Whether the units from `start` to `end` are the lower-case form, in whatever case they are written. */
export function isForm(units: Uint16Array, start: number, end: number, form: string): boolean {
  if (form.length !== end - start) return false;
  for (let index = 0; index < form.length; index += 1) {
    if (lowerCase(units[start + index]) !== form.charCodeAt(index)) return false;
  }
  return true;
}

/** This module's own names for what it imports, which V8 reads faster. */
const table = unitTable;
const shift = lowerShift;

/** The lower-case form of one UTF-16 unit. */
export function lowerCase(unit: number): number {
  return unit + (table[unit] >> shift);
}

/** Whether the bit of the low half of `value` is set. */
function hasBit(bits: Uint8Array, value: number): boolean {
  return (bits[(value & 0xffff) >> 3] & (1 << (value & 7))) !== 0;
}

/** The bits of a token's hash that `starting` is read at. */
export const startingMask = 0x3fff;

/** `Lexicon.starting` for these tokens. */
export function startFilter(tokens: readonly string[]): Uint8Array {
  const filter = new Uint8Array(startingMask + 1);
  for (const token of tokens) filter[hashWord(token) & startingMask] = 1;
  return filter;
}

/** Whether a token with this hash may begin a mention; false positives are possible. */
export function mayStart({ starting }: Lexicon, hash: number): boolean {
  return starting[hash & startingMask] !== 0;
}

/** Whether a word that begins with these three lower-case units may begin a mention. */
export function startsPrefix(lexicon: Lexicon, prefix: number): boolean {
  return hasBit(lexicon.prefixes, prefix);
}

/** Three lower-case units as one number for `startsPrefix`. */
export function prefixOf(a: number, b: number, c: number): number {
  return a ^ (b << 5) ^ (c << 10);
}
