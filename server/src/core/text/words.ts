import { addressEnd, hostEnd, isSchemeMark } from './addresses.ts';
import { hashUnits } from './hash.ts';
import { Abbreviation, type Lexicon } from './lexicon.ts';
import {
  bitsAt,
  isDigitAt,
  isLetterAt,
  isLowerAt,
  isSpaceAt,
  isWordAt,
  Unit,
  UnitClass,
  WordBit,
  wordRunEnd,
} from './units.ts';

/** Nothing more is joined to a word of so many units, so that a text of joined letters takes no longer than others. */
const longestJoined = 128;
/** A letter or number outside the BMP, or a mark. */
const astralWord = /^[\p{L}\p{M}\p{N}]/u;

/**
 * Where the word or number ends that starts at `from`, given that its plain
 * run of letters and digits ends at `at`, has this `hash`, and something that
 * may join stands behind it. Returns `at` when nothing joins.
 */
export function wordEnd(
  text: string,
  from: number,
  at: number,
  hash: number,
  lexicon: Lexicon,
): number {
  let end = at;
  for (;;) {
    const next = end - from > longestJoined ? end : joined(text, from, end, lexicon);
    if (next < 0) return -next;
    if (next === end) break;
    end = next;
  }
  if (text.charCodeAt(end) !== Unit.fullStop || text.charCodeAt(end + 1) === Unit.fullStop)
    return end;
  return closedByStop(text, from, end, end === at ? hash : hashUnits(text, from, end), lexicon);
}

/** The end of the word with the next joiner and run added, `end` if nothing joins, or the negated end of an address. */
function joined(text: string, from: number, end: number, lexicon: Lexicon): number {
  switch (text.charCodeAt(end)) {
    case Unit.apostrophe:
    case Unit.quote:
      return behindApostrophe(text, from, end);
    case Unit.softHyphen:
    case Unit.underscore:
    case Unit.middleDot:
      return isWordAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case Unit.hyphen:
    case Unit.hyphen2010:
    case Unit.hyphen2011:
      return behindHyphen(text, from, end, lexicon);
    case Unit.fullStop:
      return behindStop(text, from, end, lexicon);
    case Unit.comma:
      return isBetweenDigits(text, end) && letterFree(text, from, end)
        ? wordRunEnd(text, end + 1)
        : end;
    case Unit.colon:
      if (isSchemeMark(text, end) || text.slice(from, end) === 'mailto')
        return -addressEnd(text, from);
      return isBetweenDigits(text, end) ? wordRunEnd(text, end + 1) : end;
    case Unit.slash:
      return isBetweenDigits(text, end) ? wordRunEnd(text, end + 1) : end;
    case Unit.ampersand:
      return end - from <= 2 && isLetterAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case Unit.at:
      return isWordAt(text, end + 1) ? -hostEnd(text, end + 1) : end;
    default:
      return bitsAt(text, end) === UnitClass.surrogate ? behindSurrogate(text, end) : end;
  }
}

function isBetweenDigits(text: string, at: number): boolean {
  return isDigitAt(text, at + 1) && isDigitAt(text, at - 1);
}

function behindApostrophe(text: string, from: number, end: number): number {
  if (isPossessive(text, from, end)) return end + 1;
  const next = text.charCodeAt(end + 1);
  const isDigit = next >= 0x30 && next <= 0x39;
  return isDigit || isLetterAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
}

function behindSurrogate(text: string, end: number): number {
  const pair = text.slice(end, end + 2);
  return pair.length === 2 && astralWord.test(pair) && !isAstralIdeograph(pair)
    ? wordRunEnd(text, end + 2)
    : end;
}

/** Whether the pair is a Han character outside the BMP (planes 2 and 3). */
export function isAstralIdeograph(pair: string): boolean {
  const point = pair.codePointAt(0) ?? 0;
  return point >= 0x20000 && point < 0x40000;
}

function behindHyphen(text: string, from: number, end: number, lexicon: Lexicon): number {
  if (!isWordAt(text, end + 1)) return isOpenCompound(text, end, lexicon) ? end + 1 : end;
  const next = wordRunEnd(text, end + 1);
  if (!lexicon.joiningPrefixes) return next;
  const left = isDigitAt(text, end - 1);
  const right = isDigitAt(text, end + 1);
  if (left && right) return isRange(text, from, end, next) ? end : next;
  if (right) return next;
  if (left) return text[next] === '-' && isDigitAt(text, next + 1) ? next : end;
  return lexicon.joiningPrefixes.has(hashUnits(text, from, end)) ? next : end;
}

/** Whether the word is the first part of compounds that share their last one (`välis- ja kaitseministeerium`). */
function isOpenCompound(text: string, end: number, lexicon: Lexicon): boolean {
  return (
    !lexicon.joiningPrefixes &&
    isLetterAt(text, end - 1) &&
    (isSpaceAt(text, end + 1) || text[end + 1] === ',')
  );
}

/**
 * Whether the apostrophe behind the word marks a possessive (`militants’ camps`)
 * and closes no quotation that starts within 100 units before it.
 */
function isPossessive(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(end + 1) !== Unit.space || !isLetterAt(text, end + 2)) return false;
  if (!'sxzSXZ'.includes(text[end - 1])) return false;
  for (let at = from; at > 0 && at > from - 100; at--) {
    const unit = text.charCodeAt(at);
    const opens = unit === Unit.apostrophe || unit === Unit.openingQuote;
    if (opens && !isWordAt(text, at - 1) && isWordAt(text, at + 1)) return false;
    if (unit === Unit.lineFeed) return true;
    if (text.charCodeAt(at - 1) === Unit.openingQuote) return false;
  }
  return true;
}

/** Whether digits on both sides of a hyphen are two numbers (`16-18`), not a phone number or date (`2017-10`). */
function isRange(text: string, from: number, hyphen: number, next: number): boolean {
  if (!letterFree(text, from, hyphen) || text.slice(from, hyphen).includes('-')) return false;
  if (text[next] === '-' && isWordAt(text, next + 1)) return false;
  const left = hyphen - from;
  const right = next - hyphen - 1;
  if (left > 4 || right > 4 || (left === 3 && right === 4)) return false;
  return !(left === 4 && right === 2);
}

function behindStop(text: string, from: number, end: number, lexicon: Lexicon): number {
  if (text.startsWith('...@', end) && isWordAt(text, end + 4)) return -hostEnd(text, end + 4);
  if (!isWordAt(text, end + 1)) return end;
  if (end - from === 3 && /^www$/i.test(text.slice(from, end))) return -addressEnd(text, from);
  const next = wordRunEnd(text, end + 1);
  if (isDigitAt(text, end - 1))
    return isDigitAt(text, end + 1) || !letterFree(text, from, end) ? next : end;
  const host = text.indexOf('.', from) === end ? hostEnd(text, from) : end;
  if (text[host] === '@' && isWordAt(text, host + 1)) return -hostEnd(text, host + 1);
  if (isLowerAt(text, end + 1)) {
    const isPath = text[host] === '/' && isWordAt(text, host + 1) && host - end > 2;
    return isPath ? -addressEnd(text, from) : next;
  }
  if (lexicon.abbreviations.has(hashUnits(text, from, next))) return next;
  return singleLetters(text, from, end) && next === end + 2 ? next : end;
}

/** Attaches the full stop of an abbreviation, an initial or an ordinal to the word that ends at `end` and has this hash. */
function closedByStop(
  text: string,
  from: number,
  end: number,
  hash: number,
  lexicon: Lexicon,
): number {
  if (isDigitAt(text, end - 1)) {
    return lexicon.ordinalStop && letterFree(text, from, end) ? ordinalEnd(text, from, end) : end;
  }
  const letters = singleLetters(text, from, end);
  const role = abbreviationRole(text, end, hash, lexicon);
  if (role === Abbreviation.trailing && !letters && closesText(text, end + 1)) return end;
  if (role !== undefined) return end + 1;
  if (lexicon.ordinalStop && isRoman(text, from, end) && ordinalEnd(text, from, end) > end)
    return end + 1;
  if (end - from === 1) return isInitial(text, from) ? end + 1 : end;
  return letters ? end + 1 : end;
}

/** What the word abbreviates where it stands: a `numeric` one needs a number behind it. */
function abbreviationRole(
  text: string,
  end: number,
  hash: number,
  lexicon: Lexicon,
): number | undefined {
  const role = lexicon.abbreviations.get(hash);
  if (role !== Abbreviation.numeric) return role;
  return isDigitAt(text, behindSpace(text, end + 1)) ? role : undefined;
}

/** The offset behind the spaces (no line end) at the offset. */
function behindSpace(text: string, at: number): number {
  while (bitsAt(text, at) === UnitClass.space) at++;
  return at;
}

/** Whether nothing follows at the offset, or a new line or a capital: the full stop before it is the sentence's. */
function closesText(text: string, at: number): boolean {
  const bits = bitsAt(text, behindSpace(text, at));
  return bits === 0 || bits === UnitClass.line || (bits & WordBit.upper) !== 0;
}

/** The end of an ordinal, of two of them (`9.-11.`) or of one with its ending (`27.ndal`), or `end`. */
function ordinalEnd(text: string, from: number, end: number): number {
  const next = end + 1;
  if (text.startsWith('nd', next)) return wordRunEnd(text, next);
  if (text[next] === '-') {
    if (!isDigitAt(text, next + 1))
      return isLetterAt(text, next + 1) ? wordRunEnd(text, next + 1) : next;
    const second = wordRunEnd(text, next + 1);
    return text[second] === '.' && ordinalEnd(text, next + 1, second) > second ? second + 1 : next;
  }
  if (isLowerAt(text, next)) return next;
  let word = behindSpace(text, next);
  if (bitsAt(text, word) === UnitClass.line) word++;
  if (isLowerAt(text, word) || text[word] === ')') return next;
  if ('-–—'.includes(text[word] ?? ' ')) {
    const second = behindSpace(text, word + 1);
    return isDigitAt(text, second) || 'IVX'.includes(text[second] ?? ' ') ? next : end;
  }
  return isDigitAt(text, word) && isDate(text, from, end) ? next : end;
}

/** Whether the number has three parts with full stops between them. */
function isDate(text: string, from: number, end: number): boolean {
  return text.slice(from, end).split('.').length === 3;
}

function isRoman(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (!'IVXLC'.includes(text[at])) return false;
  return true;
}

/** A capital that stands alone; `I` only behind another capitalised word (`Albert I. Jones`). */
function isInitial(text: string, from: number): boolean {
  if ((bitsAt(text, from) & WordBit.upper) === 0) return false;
  if (text[from] !== 'I') return true;
  let word = from - 1;
  while (isLetterAt(text, word - 1)) word--;
  return (bitsAt(text, word) & WordBit.upper) !== 0;
}

/** Whether the word is single letters with full stops between them (`U.S`, `e.m.a`). */
function singleLetters(text: string, from: number, end: number): boolean {
  if (((end - from) & 1) === 0 || end - from > 12) return false;
  for (let at = from; at < end; at++) {
    const fits = (at - from) & 1 ? text.charCodeAt(at) === Unit.fullStop : isLetterAt(text, at);
    if (!fits) return false;
  }
  return true;
}

function letterFree(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isLetterAt(text, at)) return false;
  return true;
}
