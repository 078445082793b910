import { en } from '../languages/en.ts';
import type { Language } from '../languages/language.ts';
import { hashBasis, hashPrime, hashUnits } from './hash.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { isFinalToken, markEnd, markKind } from './marks.ts';
import { scriptTokenEnd } from './scripts.ts';
import { TokenFlag, TokenKind, type TokenTable } from './table.ts';
import { bitsAt, classBits, lowerShift, UnitClass, unitTable, WordBit } from './units.ts';
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
  return scan(text, lexiconOf(language));
}

function scan(text: string, lexicon: Lexicon): TokenTable {
  const size = text.length;
  let rows = size <= scratch.length ? scratch : newRows((size >> 2) + 16);
  let { start, end, kind, flags, hash } = rows;
  let count = 0;
  let flag: number = flagsAtStart;
  let at = 0;
  while (at < size) {
    const from = at;
    let unit = text.charCodeAt(at);
    let entry = unitTable[unit];
    const first = entry & classBits;
    if (first <= UnitClass.line && first >= UnitClass.space) {
      flag |= TokenFlag.spaceBefore;
      if (first === UnitClass.line) {
        flag |= flag & TokenFlag.lineStart ? TokenFlag.blockStart : TokenFlag.lineStart;
      }
      at++;
      continue;
    }
    let bits = 0;
    let value = hashBasis;
    while ((entry & WordBit.any) !== 0) {
      bits |= entry;
      value = Math.imul(value ^ (unit + (entry >> lowerShift)), hashPrime);
      if (++at === size) break;
      unit = text.charCodeAt(at);
      entry = unitTable[unit];
    }
    if (bits === 0 || (at < size && (entry & classBits) >= UnitClass.joiner)) {
      const stop =
        bits === 0 ? markStop(text, from, first, lexicon) : wordEnd(text, from, at, lexicon);
      if (stop !== at) {
        at = stop;
        bits = wordBits(text, from, stop);
        value = hashUnits(text, from, stop);
        if (isFinalToken(text, from, stop)) flag |= TokenFlag.final;
      }
    }
    if (count === start.length) {
      rows = resized(rows, count * 2);
      ({ start, end, kind, flags, hash } = rows);
    }
    start[count] = from;
    end[count] = at;
    hash[count] = value;
    kind[count] = first & WordBit.any ? wordKind(bits) : markKind(text, from, at, bits);
    flags[count] = flag | (bits & cased ? wordFlags(text, from, at, bits) : 0);
    count++;
    flag = 0;
  }
  return resized(rows, count);
}

const flagsAtStart = TokenFlag.lineStart | TokenFlag.spaceBefore | TokenFlag.blockStart;
const letters = WordBit.caseless | WordBit.lower | WordBit.upper;
const cased = WordBit.upper | WordBit.digit;

/** The rows that a scan writes to, kept from one to the next: a chunk's need no more. */
const scratch = newRows(1 << 14);

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

/** Where a token ends that starts with something else than a plain part of a word. */
function markStop(text: string, from: number, bits: number, lexicon: Lexicon): number {
  if (bits >= UnitClass.ideograph) return scriptTokenEnd(text, from);
  const next = bitsAt(text, from + 1);
  if (bits !== UnitClass.surrogate && (next === UnitClass.space || next === UnitClass.line))
    return from + 1;
  return markEnd(text, from, lexicon);
}

function wordBits(text: string, from: number, end: number): number {
  let bits = 0;
  for (let at = from; at < end; at++) bits |= unitTable[text.charCodeAt(at)];
  return bits & WordBit.any;
}

function wordKind(bits: number): TokenKind {
  return bits & letters ? TokenKind.word : TokenKind.number;
}

/** The flags that capitals and digits give. */
function wordFlags(text: string, from: number, end: number, bits: number): number {
  let flag: number = bits & WordBit.digit ? TokenFlag.digit : 0;
  if ((bits & WordBit.upper) === 0) return flag;
  let at = from;
  while ((bitsAt(text, at) & letters) === 0) at++;
  if (bitsAt(text, at) & WordBit.upper) flag |= TokenFlag.capitalised;
  if (bits & WordBit.lower) return flag;
  for (at++; at < end; at++) if (bitsAt(text, at) & letters) return flag | TokenFlag.allCaps;
  return flag;
}
