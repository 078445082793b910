import { hashBasis, hashPrime, hashRun } from './hash.ts';
import { filterMask, type Lexicon } from './lexicon.ts';
import { isFinalToken, markEnd, markKind } from './marks.ts';
import { scriptTokenEnd } from './scripts.ts';
import { firstRows, newTable, resized, TokenFlag, TokenKind, type TokenTable } from './table.ts';
import {
  bitsAt,
  classBits,
  lowerShift,
  mayExtend,
  solitary,
  Unit,
  UnitClass,
  unitsOf,
  unitTable,
  WordBit,
} from './units.ts';
import { wordEnd } from './words.ts';

/*
 * What the scan reads at every unit and token, by names of this module: V8
 * folds these into the code, but reads an imported constant anew each time.
 */
const table = unitTable;
const classes = classBits;
const alone = solitary;
const toLower = lowerShift;
const basis = hashBasis;
const prime = hashPrime;
const filterBits = filterMask;
const { any: wordBits, caseless, lower, upper, digit } = WordBit;
const { space, line, final, symbol, joiner, surrogate, ideograph } = UnitClass;
const { fullStop, comma, softHyphen, hyphen, openBracket } = Unit;
const { lineStart, blockStart, spaceBefore, bracketOrHyphen, final: finalToken } = TokenFlag;
const { word, number, punctuation } = TokenKind;
const letters = caseless | lower | upper;
const cased = upper | digit;

/** As many rows as a chunk needs. */
const chunkRows = 1 << 14;
/** The rows that scans write to, one scan after the other. */
const scratch = newTable(chunkRows);
/** The rows of the table that was lent last. */
const lent = newTable(chunkRows);

/** How far the scan of a text has come. */
export class Scan {
  readonly #text: string;
  readonly #units: Uint16Array;
  readonly #lexicon: Lexicon;
  /** The tokens found so far are the first `#count` rows. */
  #rows: TokenTable;
  #count = 0;
  /** Offset of the first unit that is not scanned yet. */
  #at = 0;
  /** Flags of the next token: what stands before it. */
  #flag: number = lineStart | spaceBefore | blockStart;

  private constructor(text: string, lexicon: Lexicon, rows: TokenTable) {
    this.#text = text;
    this.#units = unitsOf(text);
    this.#lexicon = lexicon;
    this.#rows = text.length <= rows.length ? rows : newTable((text.length >> 2) + 16);
  }

  /** The tokens of a text. */
  static tokens(text: string, lexicon: Lexicon): TokenTable {
    const scan = new Scan(text, lexicon, scratch);
    scan.#toEnd();
    return resized(scan.#rows, scan.#count);
  }

  /** The same for who needs them only until the next time that tokens are lent: nothing is copied. */
  static lent(text: string, lexicon: Lexicon): TokenTable {
    const scan = new Scan(text, lexicon, lent);
    scan.#toEnd();
    return firstRows(scan.#rows, scan.#count);
  }

  /** Scans the text to its end. */
  #toEnd(): void {
    for (this.#plainTokens(); this.#at < this.#text.length; this.#plainTokens()) {
      if (this.#count === this.#rows.length) this.#rows = resized(this.#rows, this.#count * 2);
      else this.#anyToken();
    }
  }

  /**
   * Scans white space and plain tokens: words and single characters that are
   * known to end by the unit behind them. Stops before a token that is not
   * plain, and where all rows are written. Nineteen tokens of twenty are plain,
   * so this loop is where the time goes: it reads each unit once, writes the
   * rows itself and calls nothing.
   */
  #plainTokens(): void {
    const units = this.#units;
    const filter = this.#lexicon.abbreviationFilter;
    const { start, end, hash, kind, flags } = this.#rows;
    const size = this.#text.length;
    const room = start.length;
    let at = this.#at;
    let count = this.#count;
    let flag = this.#flag;
    let unit = units[at];
    let entry = table[unit];
    while (at < size && count < room) {
      const first = entry & classes;
      if (first <= line && first >= space) {
        flag |= spaceBefore;
        if (first === line) flag |= flag & lineStart ? blockStart : lineStart;
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
        if ((entry & classes) >= joiner) {
          const mayAbbreviate = at - from === 1 || filter[value & filterBits] !== 0;
          if (!endsWord(bits, mayAbbreviate, unit, table[units[at + 1]])) {
            at = from;
            break;
          }
        }
        kind[count] = wordKind(bits);
        if (bits & cased) flag |= wordFlags(units, from, at, bits);
      } else {
        if (!isAlone(unit, entry, table[units[at + 1]])) break;
        value = Math.imul(value ^ (unit + (entry >> toLower)), prime);
        kind[count] = kindAlone(first);
        if (first === final || unit === fullStop) flag |= finalToken;
        else if (unit === openBracket || unit === hyphen) flag |= bracketOrHyphen;
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
    this.#at = at;
    this.#count = count;
    this.#flag = flag;
  }

  /** Scans one token of any kind; one starts here, and there is a row for it. */
  #anyToken(): void {
    const text = this.#text;
    const units = this.#units;
    const from = this.#at;
    const count = this.#count++;
    const { start, end, hash, kind, flags } = this.#rows;
    let run = from;
    while (table[units[run]] & wordBits) run++;
    const isWord = run > from;
    const stop = isWord
      ? wordEnd(text, from, run, hashRun(units, from, run), this.#lexicon)
      : markStop(text, from, this.#lexicon);
    let bits = 0;
    for (let at = from; at < stop; at++) bits |= table[units[at]];
    start[count] = from;
    end[count] = stop;
    hash[count] = hashRun(units, from, stop);
    kind[count] = isWord ? wordKind(bits) : markKind(text, from, stop, bits);
    flags[count] = this.#flag;
    if (bits & cased) flags[count] |= wordFlags(units, from, stop, bits);
    if (stop > run && isFinalToken(text, from, stop)) flags[count] |= finalToken;
    const first = units[from];
    if ((first === openBracket || first === hyphen) && kind[count] === punctuation)
      flags[count] |= bracketOrHyphen;
    this.#at = stop;
    this.#flag = 0;
  }
}

/**
 * Whether a plain run of letters with these bits is a word that ends before
 * the joiner `unit`, given the entry of the unit behind that: before a comma,
 * or before a full stop that is no part of an abbreviation, initial or numeral.
 */
function endsWord(bits: number, mayAbbreviate: boolean, unit: number, next: number): boolean {
  if (unit === comma) return (next & wordBits) === 0;
  const isWord = (bits & lower) !== 0 && (bits & digit) === 0 && !mayAbbreviate;
  return isWord && unit === fullStop && isSpace(next);
}

/** Whether the character is a token of its own, given its entry and that of the unit behind it. */
function isAlone(unit: number, entry: number, next: number): boolean {
  if (entry & alone) return !mayExtend(next);
  return isSpace(next) && (entry & classes) < surrogate && unit !== softHyphen;
}

function isSpace(entry: number): boolean {
  const bits = entry & classes;
  return bits === space || bits === line;
}

/** Where a token ends that starts with something else than a plain part of a word. */
function markStop(text: string, from: number, lexicon: Lexicon): number {
  return bitsAt(text, from) >= ideograph
    ? scriptTokenEnd(text, from)
    : markEnd(text, from, lexicon);
}

function wordKind(bits: number): TokenKind {
  return bits & letters ? word : number;
}

/** The kind of a character of this class that is a token of its own. */
function kindAlone(bits: number): TokenKind {
  if (bits === symbol) return TokenKind.symbol;
  return bits === ideograph ? word : punctuation;
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
