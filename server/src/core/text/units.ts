import { copierInto } from './copyUnits.ts';

/**
 * What each UTF-16 unit is, in one table that the scan reads once a unit.
 *
 * An entry holds, from the low end: four word bits (`WordBit`), four bits of
 * class (`UnitClass`, for units that are no plain part of a word), the bit
 * `solitary`, and above them the distance to the lower-case form, so that
 * hashing needs no second look-up. The ranges follow the Unicode 16 general categories and scripts;
 * whatever no range names counts as a letter without case.
 */

/** What a unit inside a word says about the word. */
export const WordBit = { caseless: 1, lower: 2, upper: 4, digit: 8, any: 15 } as const;

/** What a unit is that does not simply belong to a word; stored from bit 4. */
export const UnitClass = {
  /** White space, and the invisible direction and width controls that count as such. */
  space: 1 << 4,
  /** Line feed, and what else ends a line. */
  line: 2 << 4,
  /** Punctuation that never joins two words. */
  punctuation: 3 << 4,
  /** Sentence-final punctuation other than the full stop. */
  final: 4 << 4,
  symbol: 5 << 4,
  /** Punctuation that may stand inside a word or number: `' ’ - . , : / @ & _` and the soft hyphen. */
  joiner: 6 << 4,
  surrogate: 7 << 4,
  /** Han: every character is a token. */
  ideograph: 8 << 4,
  hiragana: 9 << 4,
  katakana: 10 << 4,
  /** Thai, Lao, Burmese, Khmer: words are not set apart by spaces. */
  unspaced: 11 << 4,
  any: 15 << 4,
} as const;

/** The word bits and the class of a table entry. */
export const classBits = 0xff;
/** Set where a mark or a Han character is a token of its own, whatever follows but combining marks and the like. */
export const solitary = 1 << 8;
/** How far an entry is shifted right to read the distance to the lower-case form. */
export const lowerShift = 9;

/** Single units that the scan asks for by name. */
export const Unit = {
  lineFeed: 0x0a,
  space: 0x20,
  ampersand: 0x26,
  apostrophe: 0x27,
  openBracket: 0x28,
  comma: 0x2c,
  hyphen: 0x2d,
  fullStop: 0x2e,
  slash: 0x2f,
  colon: 0x3a,
  at: 0x40,
  underscore: 0x5f,
  softHyphen: 0xad,
  middleDot: 0xb7,
  hyphen2010: 0x2010,
  hyphen2011: 0x2011,
  openingQuote: 0x2018,
  quote: 0x2019,
} as const;

/** Units as hexadecimal code points and ranges of them. */
type Ranges = string;

const ranges: readonly (readonly [bits: number, ranges: Ranges])[] = [
  [WordBit.digit, `30-39 660-669 6f0-6f9 966-96f 9e6-9ef e50-e59 ff10-ff19`],
  [
    UnitClass.space,
    `00-09 0e-1b 20 7f-84 86-a0 1680 180e 2000-200b 200e-200f 202a-202f 205f-206f 3000
     feff`,
  ],
  [UnitClass.line, `0a-0d 1c-1f 85 2028 2029`],
  [
    UnitClass.punctuation,
    `22 23 25 28-2a 3b 5b 5c 5d 7b 7d a1 a7 ab b6 bb bf 37e 55a 55b-55f 58a 5be 5c0 5c3
     5c6 5f3 5f4 609-60d 61b 66a-66d 970 2012-2018 201a-2025 2027 2030-203b 203e-2043
     2045-2046 204a-205e 207d-207e 208d-208e 2308-230b 2329-232a 2768-2775 27c5-27c6
     27e6-27ef 2983-2998 29d8-29db 29fc-29fd 2e00-2e7f 3001 3003 3008-3011 3014-301f 3030
     303d 30a0 30fb fd3e-fd3f fe10-fe19 fe30-fe6b ff02-ff03 ff05-ff0a ff0c-ff0d ff0f
     ff1a-ff1b ff20 ff3b-ff3d ff3f ff5b ff5d ff5f-ff60 ff62-ff65`,
  ],
  [UnitClass.final, `21 3f 589 61f 6d4 964 965 2026 203c 203d 2047-2049 3002 ff01 ff0e ff1f ff61`],
  [
    UnitClass.symbol,
    `24 2b 3c-3e 5e 60 7c 7e a2-a6 a8-a9 ac ae-b1 b4 b8 d7 f7 2c2 2c3-2c5 2d2-2df 3f6 482
     58d 58e-58f 606-608 60b 2044 2052 207a-207c 208a-208c 20a0-20c0 2100-2101 2103-2106
     2108-2109 2114 2116-2118 211e-2123 2125 2127 2129 212e 213a-213b 2140-2144 214a-214d
     214f 218a-218b 2190-2307 230c-2328 232b-245f 249c-24b5 2500-2767 2794-27c4 27c7-27e5
     27f0-2982 2999-29d7 29dc-29fb 29fe-2bff 2ff0-2fff 3004 3012-3013 3020 3036-3037
     303e-303f 3190-319f 31c0-31ef 3200-33ff 4dc0-4dff e000-f8ff ff04 ff0b ff1c-ff1e ff3e
     ff40 ff5c ff5e ffe0-ffee fff9-ffff`,
  ],
  [UnitClass.joiner, `26 27 2c-2f 3a 40 5f ad b7 2010 2011 2019`],
  [UnitClass.surrogate, `d800-dfff`],
  [UnitClass.ideograph, `2e80-2fdf 3007 3021-3029 3400-4dbf 4e00-9fff f900-faff`],
  [UnitClass.hiragana, `3041-309f`],
  [UnitClass.katakana, `30a1-30fa 30fc-30ff 31f0-31ff ff66-ff9f`],
  [UnitClass.unspaced, `e00-e3e e40-e4f e80-eff 1000-109f 1780-17ff`],
];

/** Marks that may be repeated within one token, start an emoticon or a handle, or belong to what follows; and the soft hyphen. */
const sociable = ".!?-–—=*~_+#^/:;<@'’\u00ad";

/** Where letters with case live; outside these, letters count as caseless. */
const cased: Ranges = `41-24f 370-556 561-587 10a0-10ff 1e00-1fff 2c00-2d2f a640-a69b ff21-ff5a`;

/** Calls `visit` with the first and the last unit of each range. */
function eachRange(list: Ranges, visit: (first: number, last: number) => void): void {
  for (const range of list.split(/\s+/)) {
    const [first, last = first] = range.split('-');
    visit(Number.parseInt(first, 16), Number.parseInt(last, 16));
  }
}

/** The entry of a unit in a cased script that no range names: a letter, in upper or lower case or without. */
function letterEntry(unit: number): number {
  const letter = String.fromCharCode(unit);
  const lower = letter.toLowerCase();
  if (lower === letter) return letter.toUpperCase() === letter ? WordBit.caseless : WordBit.lower;
  const distance = lower.length === 1 ? lower.charCodeAt(0) - unit : 0;
  return WordBit.upper | (distance << lowerShift);
}

function buildTable(): Int32Array {
  const table = new Int32Array(0x10000).fill(WordBit.caseless);
  for (const [bits, list] of ranges)
    eachRange(list, (first, last) => table.fill(bits, first, last + 1));
  eachRange(cased, (first, last) => {
    for (let unit = first; unit <= last; unit++) {
      if (table[unit] === WordBit.caseless) table[unit] = letterEntry(unit);
    }
  });
  for (let unit = 0; unit < 0x10000; unit++) {
    const isMark = table[unit] >= UnitClass.punctuation && table[unit] <= UnitClass.joiner;
    const isToken = isMark || table[unit] === UnitClass.ideograph;
    if (isToken && !sociable.includes(String.fromCharCode(unit))) table[unit] |= solitary;
  }
  table[0x2019] |= (0x27 - 0x2019) << lowerShift;
  table[0x2010] |= (0x2d - 0x2010) << lowerShift;
  table[0x2011] |= (0x2d - 0x2011) << lowerShift;
  return table;
}

/** The entry of every UTF-16 unit: 65,536 of them. */
export const unitTable: Int32Array = buildTable();

/** The units of the text that `unitsOf` read last: room for a chunk and the unit behind it. */
const lastUnits = new Uint16Array(0x10000);
const copyToLast = copierInto(lastUnits);
let lastText = '';

/**
 * The UTF-16 units of a text, which are quicker to read from an array than from
 * a string that is a slice of a longer one. A white-space unit stands behind
 * the last one, so that a run of other units ends there. All texts of up to
 * 65,535 units share one array: it holds this text's units until another text
 * is asked for, and must not be kept longer.
 */
export function unitsOf(text: string): Uint16Array {
  const size = text.length;
  if (size < lastUnits.length) {
    if (text === lastText) return lastUnits;
    copyToLast(text);
    lastUnits[size] = Unit.space;
    lastText = text;
    return lastUnits;
  }
  const units = new Uint16Array(size + 1);
  copierInto(units)(text);
  units[size] = Unit.space;
  return units;
}

/** This module's own names for what it exports: V8 folds these into the code below, but reads an exported constant anew each time. */
const table = unitTable;
const classes = classBits;
const { any: word, caseless, lower, digit } = WordBit;
const letter = caseless | lower | WordBit.upper;
const { space, line, final, surrogate, ideograph } = UnitClass;
const { fullStop } = Unit;

/** The word and class bits of the unit at an offset; 0 outside the text. */
export function bitsAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? table[text.charCodeAt(offset)] & classes : 0;
}

/** Whether a unit may be a combining mark, joiner or modifier, or the first half of one, by its entry. */
export function mayExtend(entry: number): boolean {
  const bits = entry & classes;
  return (bits & caseless) !== 0 || bits === surrogate || bits > ideograph;
}

/** Whether the unit at the offset is a plain part of a word. */
export function isWordAt(text: string, offset: number): boolean {
  return (bitsAt(text, offset) & word) !== 0;
}

/** Whether the unit at the offset is a letter or a mark on one. */
export function isLetterAt(text: string, offset: number): boolean {
  return (bitsAt(text, offset) & letter) !== 0;
}

/** Whether the unit at the offset is a decimal digit. */
export function isDigitAt(text: string, offset: number): boolean {
  return (bitsAt(text, offset) & digit) !== 0;
}

/** Whether the unit at the offset is a lower-case letter. */
export function isLowerAt(text: string, offset: number): boolean {
  return (bitsAt(text, offset) & lower) !== 0;
}

/** Whether the unit at the offset is white space in the sense of the token table. */
export function isSpaceAt(text: string, offset: number): boolean {
  const bits = bitsAt(text, offset);
  return bits === space || bits === line;
}

/** The offset behind the run of word units that starts at `from`. */
export function wordRunEnd(text: string, from: number): number {
  let at = from;
  while (isWordAt(text, at)) at++;
  return at;
}

/** Whether the unit at the offset is a full stop or other sentence-final punctuation. */
export function isFinalAt(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === fullStop || bitsAt(text, offset) === final;
}
