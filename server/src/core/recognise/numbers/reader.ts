import { hashBasis, hashPrime } from '../../text/hash.ts';
import { lowerShift, unitsOf, unitTable, WordBit } from '../../text/units.ts';
import type { Passage } from '../passage.ts';
import { lexiconOf } from './buildLexicon.ts';
import { type Lexicon, lookUp, type Word } from './lexicon.ts';

/** ASCII digits only: numerals of other scripts are left alone. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const letterBits = WordBit.caseless | WordBit.lower | WordBit.upper;
/** This module's own name for the table, which V8 reads faster than an imported one. */
const table = unitTable;

/** Whether the UTF-16 unit is a letter or a combining mark; superscript digits and signs for fractions are none. */
export function isLetter(code: number): boolean {
  return isLetterEntry(table[code], code);
}

function isLetterEntry(entry: number, code: number): boolean {
  return (entry & letterBits) !== 0 && (code < 0xb2 || !isNumberSign(code));
}

function isNumberSign(code: number): boolean {
  if (code < 0xc0) return code < 0xb4 || code === 0xb9 || code >= 0xbc;
  return (code >= 0x2070 && code <= 0x208e) || (code >= 0x2150 && code <= 0x215f);
}

/** Spaces that stand inside a line. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x09 ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200a)
  );
}

/** Whether the unit is no space for certain; cheap. */
function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** Hyphens, dashes and the minus sign. */
export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && (code <= 0x2015 || code === 0x2212));
}

/** How many words are remembered, each in the slot of its offset's low bits: a power of two. */
const remembered = 16;

/** How many spaces a gap inside one expression may have. */
const longestGap = 3;

/** Reads words and gaps of one passage in either direction. Positions are UTF-16 offsets in the passage. */
export class Reader {
  readonly text: string;
  /** The text's UTF-16 units; what stands behind its end is not said. */
  readonly units: Uint16Array;
  readonly lexicon: Lexicon;
  /** Behind the last mention: nothing before it may be read into another. */
  floor = 0;
  /** End of the last mention if that stands behind a label in the plural (`articles 5`), else 0 or an end before it. */
  listed = 0;
  /** The last mention is an ordinal. */
  behindOrdinal = false;
  /** The last mention is a time of day. */
  behindTime = false;
  /** End of the word that `wordAt` read last. */
  end = 0;
  /** Start of the word that `wordBefore` read last. */
  start = 0;
  /** Whether the word that `wordBefore` read last has a capital. */
  capitals = false;
  /** What `wordAt` and `wordBefore` read last, since several recognisers ask for the same places in turn. */
  readonly #at = new Array<number>(remembered).fill(-1);
  readonly #ends = new Array<number>(remembered).fill(0);
  readonly #words = new Array<Word | undefined>(remembered);
  #beforeEnd = -1;
  #beforeFloor = 0;
  #beforeStart = 0;
  #beforeWord: Word | undefined;
  #digits = -1;
  #digitsEnd = 0;

  constructor(passage: Passage) {
    this.text = passage.text;
    this.units = unitsOf(passage.text);
    this.lexicon = lexiconOf(passage.language);
  }

  code(at: number): number {
    return at < 0 || at >= this.text.length ? 0 : this.units[at];
  }

  /** End of the run of digits at `at`, which is `at` where there is none. */
  digitsEnd(at: number): number {
    if (this.#digits !== at) {
      let end = at;
      while (isDigit(this.code(end))) end += 1;
      this.#digits = at;
      this.#digitsEnd = end;
    }
    return this.#digitsEnd;
  }

  /** What the lexicon knows of the run of letters at `at`; `end` is set behind the run, to `at` where there is no letter. */
  wordAt(at: number): Word | undefined {
    const slot = at & (remembered - 1);
    if (this.#at[slot] !== at) this.#read(at, slot);
    this.end = this.#ends[slot];
    return this.#words[slot];
  }

  #read(at: number, slot: number): void {
    const { units } = this;
    const size = this.text.length;
    let end = at;
    let hash = hashBasis;
    for (; end < size; end += 1) {
      const unit = units[end];
      const entry = table[unit];
      if (!isLetterEntry(entry, unit)) break;
      hash = Math.imul(hash ^ (unit + (entry >> lowerShift)), hashPrime);
    }
    this.#at[slot] = at;
    this.#ends[slot] = end;
    this.#words[slot] = end === at ? undefined : lookUp(this.lexicon, units, at, end, hash);
  }

  /** The same for the run of letters that ends before `at`, spaces between left out; `start` is set, to `at` where there is none. */
  wordBefore(at: number): Word | undefined {
    const end = this.gapBefore(at);
    if (end !== this.#beforeEnd || this.floor !== this.#beforeFloor) {
      const { units, floor } = this;
      let start = end;
      let entries = 0;
      while (start > floor) {
        const unit = units[start - 1];
        const entry = table[unit];
        if (!isLetterEntry(entry, unit)) break;
        entries |= entry;
        start -= 1;
      }
      this.capitals = (entries & WordBit.upper) !== 0;
      this.#beforeEnd = end;
      this.#beforeFloor = floor;
      this.#beforeStart = start;
      this.#beforeWord = start === end ? undefined : this.look(start, end);
    }
    this.start = this.#beforeStart === end ? at : this.#beforeStart;
    return this.#beforeWord;
  }

  /** What the lexicon knows of the word from `start` to `end`. */
  look(start: number, end: number): Word | undefined {
    const { units } = this;
    let hash = hashBasis;
    for (let at = start; at < end; at += 1) {
      const unit = units[at];
      hash = Math.imul(hash ^ (unit + (table[unit] >> lowerShift)), hashPrime);
    }
    return lookUp(this.lexicon, units, start, end, hash);
  }

  /** `at` moved over up to three spaces and at most one line end. */
  gap(at: number): number {
    const first = this.code(at);
    if (isVisible(first)) return at;
    if (first === 0x20 && isVisible(this.code(at + 1))) return at + 1;
    let line = false;
    for (let left = longestGap; left > 0; left -= 1) {
      const code = this.code(at);
      if (code === 0x0a && !line) line = true;
      else if (!isSpace(code)) break;
      at += 1;
    }
    return at;
  }

  /** `at` moved back over up to three spaces and at most one line end, never before the floor. */
  gapBefore(at: number): number {
    const last = this.code(at - 1);
    if (at <= this.floor || isVisible(last)) return at;
    if (last === 0x20 && at - 1 > this.floor && isVisible(this.code(at - 2))) return at - 1;
    let line = false;
    for (let left = longestGap; left > 0 && at > this.floor; left -= 1) {
      const code = this.code(at - 1);
      if (code === 0x0a && !line) line = true;
      else if (!isSpace(code)) break;
      at -= 1;
    }
    return at;
  }

  /** Whether nothing but a few spaces stands before `at` in its line. */
  startsLine(at: number): boolean {
    let back = at;
    while (at - back < longestGap && isSpace(this.code(back - 1))) back -= 1;
    return back <= 0 || this.code(back - 1) === 0x0a;
  }

  /** Whether nothing but a few spaces stands behind `at` in its line. */
  endsLine(at: number): boolean {
    let next = at;
    while (next - at < longestGap && isSpace(this.code(next))) next += 1;
    return next >= this.text.length || this.code(next) === 0x0a;
  }

  /** Whether the unit before `at` is neither letter nor digit, so that a word or number may begin here. */
  opens(at: number): boolean {
    const code = this.code(at - 1);
    return !isLetter(code) && !isDigit(code);
  }

  /** Whether a word or number may end before `at`. */
  closes(at: number): boolean {
    const code = this.code(at);
    return !isLetter(code) && !isDigit(code);
  }
}
