import { en } from '../languages/en.ts';
import type { Language } from '../languages/language.ts';
import { hashBasis, hashPrime } from './hash.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { isFinalToken, markEnd, markKind } from './marks.ts';
import { scriptTokenEnd } from './scripts.ts';
import { TokenFlag, TokenKind, type TokenTable } from './table.ts';
import {
  bitsAt,
  classBits,
  lowerShift,
  Unit,
  UnitClass,
  unitsOf,
  unitTable,
  WordBit,
} from './units.ts';
import { wordEnd } from './words.ts';

export { hashWord } from './hash.ts';
export * from './table.ts';

/**
 * The tokens of a text or a chunk of one. Words hold their inner apostrophes
 * and full stops (`don't`, `Süürias`, `U.S.`, `Gen.`), numbers their separators
 * (`1,5`, `10:30`, `01/24/2001`); addresses, handles, emoticons and runs of one
 * mark (`...`) are one token. Whether hyphenated words are one token depends
 * on the language. A token never cuts a grapheme cluster, except that white
 * space is never part of a token.
 */
export function tokenise(text: string, language: Language = en): TokenTable {
  const scan = new Scan(text, lexiconOf(language));
  for (scan.plainTokens(); scan.at < text.length; scan.plainTokens()) scan.anyToken();
  return resized(scan.rows, scan.count);
}

/**
 * What the loops below read at every unit or token, by names of this module:
 * V8 folds these into the code, but reads an imported constant anew each time.
 */
const table = unitTable;
const classes = classBits;
const toLower = lowerShift;
const basis = hashBasis;
const prime = hashPrime;
const { any: wordBits, caseless, lower, upper, digit } = WordBit;
const { space, line, final, symbol, joiner, surrogate, ideograph } = UnitClass;
const { stop: fullStop, comma, softHyphen } = Unit;
const { lineStart, blockStart, spaceBefore } = TokenFlag;
const letters = caseless | lower | upper;
const cased = upper | digit;

/** How far the scan of a text has come. */
class Scan {
  readonly text: string;
  readonly units: Uint16Array;
  readonly lexicon: Lexicon;
  /** The tokens found so far are the first `count` rows. */
  rows: TokenTable;
  count = 0;
  /** Offset of the first unit that is not scanned yet. */
  at = 0;
  /** The flags of the token that comes next: what stands before it. */
  flag: number = lineStart | spaceBefore | blockStart;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.units = unitsOf(text);
    this.lexicon = lexicon;
    this.rows = text.length <= scratch.length ? scratch : newRows((text.length >> 2) + 16);
  }

  /**
   * Scans white space and plain tokens, up to one that is not plain: words and
   * single marks of which the unit behind them tells that they end there. Nearly
   * all tokens are plain; this loop calls nothing, so that it is fast.
   */
  plainTokens(): void {
    const { units } = this;
    const { start, end, hash, kind, flags } = this.rows;
    const size = this.text.length;
    const room = start.length;
    let { at, count, flag } = this;
    let unit = units[at];
    let entry = table[unit];
    while (at < size && count < room) {
      const first = entry & classes;
      if (first <= line && first >= space) {
        flag |= spaceBefore;
        if (first === line) {
          flag |= flag & lineStart ? blockStart : lineStart;
        }
        unit = units[++at];
        entry = table[unit];
        continue;
      }
      const from = at;
      let bits = 0;
      let value = basis;
      if (first & wordBits) {
        do {
          bits |= entry;
          value = Math.imul(value ^ (unit + (entry >> toLower)), prime);
          unit = units[++at];
          entry = table[unit];
        } while ((entry & wordBits) !== 0);
        const mayGoOn = (entry & classes) >= joiner;
        if (mayGoOn && (unit !== comma || isWord(units[at + 1]))) {
          at = from;
          break;
        }
        kind[count] = wordKind(bits);
        if (bits & cased) flag |= wordFlags(units, from, at, bits);
      } else {
        if (first >= surrogate || !isSpace(units[at + 1]) || unit === softHyphen) break;
        value = Math.imul(value ^ (unit + (entry >> toLower)), prime);
        kind[count] = first === symbol ? TokenKind.symbol : TokenKind.punctuation;
        if (first === final || unit === fullStop) flag |= TokenFlag.final;
        unit = units[++at];
        entry = table[unit];
      }
      start[count] = from;
      end[count] = at;
      hash[count] = value;
      flags[count] = flag;
      count++;
      flag = 0;
    }
    this.at = at;
    this.count = count;
    this.flag = flag;
  }

  /** Scans one token of any kind. */
  anyToken(): void {
    const { text, units, lexicon, at: from, count } = this;
    if (count === this.rows.length) this.rows = resized(this.rows, count * 2);
    const { start, end, hash, kind, flags } = this.rows;
    let at = from;
    while (isWord(units[at])) at++;
    const stop =
      at > from
        ? wordEnd(text, from, at, hashOf(units, from, at), lexicon)
        : markStop(text, from, lexicon);
    const bits = bitsOf(units, from, stop);
    start[count] = from;
    end[count] = stop;
    hash[count] = hashOf(units, from, stop);
    kind[count] = at > from ? wordKind(bits) : markKind(text, from, stop, bits);
    let { flag } = this;
    if (bits & cased) flag |= wordFlags(units, from, stop, bits);
    if (stop > at && isFinalToken(text, from, stop)) flag |= TokenFlag.final;
    flags[count] = flag;
    this.at = stop;
    this.count++;
    this.flag = 0;
  }
}

/** The rows that a scan writes to, kept from one to the next: a chunk's need no more. */
const scratch = newRows(1 << 14);

/** Where a token ends that starts with something else than a plain part of a word. */
function markStop(text: string, from: number, lexicon: Lexicon): number {
  return bitsAt(text, from) >= ideograph
    ? scriptTokenEnd(text, from)
    : markEnd(text, from, lexicon);
}

/** An empty table; its columns share one buffer. */
function newRows(length: number): TokenTable {
  const buffer = new ArrayBuffer(length * 14);
  return {
    length,
    start: new Uint32Array(buffer, 0, length),
    end: new Uint32Array(buffer, length * 4, length),
    hash: new Int32Array(buffer, length * 8, length),
    kind: new Uint8Array(buffer, length * 12, length),
    flags: new Uint8Array(buffer, length * 13, length),
  };
}

/** A copy of the table with `length` rows: the first ones, or all and empty ones behind them. */
function resized(rows: TokenTable, length: number): TokenTable {
  const kept = Math.min(rows.length, length);
  const copy = newRows(length);
  copy.start.set(rows.start.subarray(0, kept));
  copy.end.set(rows.end.subarray(0, kept));
  copy.hash.set(rows.hash.subarray(0, kept));
  copy.kind.set(rows.kind.subarray(0, kept));
  copy.flags.set(rows.flags.subarray(0, kept));
  return copy;
}

function bitsOf(units: Uint16Array, from: number, end: number): number {
  let bits = 0;
  for (let at = from; at < end; at++) bits |= table[units[at]];
  return bits & wordBits;
}

function hashOf(units: Uint16Array, from: number, end: number): number {
  let hash = basis;
  for (let at = from; at < end; at++) {
    const unit = units[at];
    if (unit === softHyphen) continue;
    hash = Math.imul(hash ^ (unit + (table[unit] >> toLower)), prime);
  }
  return hash;
}

function isSpace(unit: number): boolean {
  const bits = table[unit] & classes;
  return bits === space || bits === line;
}

function isWord(unit: number): boolean {
  return (table[unit] & wordBits) !== 0;
}

function wordKind(bits: number): TokenKind {
  return bits & letters ? TokenKind.word : TokenKind.number;
}

/** The flags that capitals and digits give. */
function wordFlags(units: Uint16Array, from: number, end: number, bits: number): number {
  let flag: number = bits & digit ? TokenFlag.digit : 0;
  if ((bits & upper) === 0) return flag;
  let at = from;
  while ((table[units[at]] & letters) === 0) at++;
  if (table[units[at]] & upper) flag |= TokenFlag.capitalised;
  if (bits & lower) return flag;
  for (at++; at < end; at++) if (table[units[at]] & letters) return flag | TokenFlag.allCaps;
  return flag;
}
