import { addressEnd, hostEnd, isLowerAt, isSchemeMark } from './addresses.ts';
import { hashUnits } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { bitsAt, isSpaceAt, isWordAt, UnitClass, WordBit, wordRunEnd } from './units.ts';

/** A letter or number outside the BMP, or a mark. */
const astralWord = /^[\p{L}\p{M}\p{N}]/u;

/**
 * Where the word or number ends that starts at `from`, given that its plain
 * run of letters and digits ends at `at` and something that may join stands
 * there. Returns `at` when nothing joins.
 */
export function wordEnd(text: string, from: number, at: number, lexicon: Lexicon): number {
  let end = at;
  for (;;) {
    const next = joined(text, from, end, lexicon);
    if (next === end) return closedByStop(text, from, end, lexicon);
    if (next < 0) return -next;
    end = next;
  }
}

/** The end of the word with the next joiner and run added, `end` if nothing joins, or the negated end of an address. */
function joined(text: string, from: number, end: number, lexicon: Lexicon): number {
  switch (text[end]) {
    case "'":
    case '’':
      return letterAt(text, end + 1) || /['’]\d/.test(text.slice(end, end + 2))
        ? wordRunEnd(text, end + 1)
        : end;
    case '\u00ad':
      return isWordAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case '_':
    case '·':
      return isWordAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case '-':
    case '\u2010':
    case '\u2011':
      return behindHyphen(text, from, end, lexicon);
    case '.':
      return behindStop(text, from, end);
    case ',':
      return digitAt(text, end - 1) && digitAt(text, end + 1) && letterFree(text, from, end)
        ? wordRunEnd(text, end + 1)
        : end;
    case ':':
      if (isSchemeMark(text, end)) return -addressEnd(text, from);
      return digitAt(text, end - 1) && digitAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case '/':
      return digitAt(text, end - 1) && digitAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case '&':
      return end - from <= 2 && letterAt(text, end + 1) ? wordRunEnd(text, end + 1) : end;
    case '@':
      return isWordAt(text, end + 1) ? -hostEnd(text, end + 1) : end;
    default:
      return bitsAt(text, end) === UnitClass.surrogate ? behindSurrogate(text, end) : end;
  }
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
  if (!isWordAt(text, end + 1)) return end;
  const next = wordRunEnd(text, end + 1);
  if (!lexicon.joiningPrefixes) return next;
  const left = digitAt(text, end - 1);
  const right = digitAt(text, end + 1);
  if (left && right) return isRange(text, from, end, next) ? end : next;
  if (right) return next;
  if (left) return text[next] === '-' && digitAt(text, next + 1) ? next : end;
  return lexicon.joiningPrefixes.has(hashUnits(text, from, end)) ? next : end;
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

function behindStop(text: string, from: number, end: number): number {
  if (!isWordAt(text, end + 1)) return end;
  if (/^www$/i.test(text.slice(from, end))) return -addressEnd(text, from);
  if (digitAt(text, end - 1) && digitAt(text, end + 1)) return wordRunEnd(text, end + 1);
  const next = wordRunEnd(text, end + 1);
  if (isLowerAt(text, end + 1)) {
    const host = hostEnd(text, from);
    if (text[host] === '@' && isWordAt(text, host + 1)) return -hostEnd(text, host + 1);
    if (text[host] === '/' && isWordAt(text, host + 1) && host - end > 2)
      return -addressEnd(text, from);
    return digitAt(text, end - 1) ? end : next;
  }
  return singleLetters(text, from, end) && next === end + 2 ? next : end;
}

/** Attaches the full stop of an abbreviation, an initial or an ordinal to the word that ends at `end`. */
function closedByStop(text: string, from: number, end: number, lexicon: Lexicon): number {
  if (text[end] !== '.' || text[end + 1] === '.') return end;
  if (digitAt(text, end - 1))
    return lexicon.ordinalStop && letterFree(text, from, end) ? ordinalEnd(text, end) : end;
  if (lexicon.abbreviations.has(hashUnits(text, from, end))) return end + 1;
  if (end - from === 1) return isInitial(text, from, end) ? end + 1 : end;
  return singleLetters(text, from, end) ? end + 1 : end;
}

function ordinalEnd(text: string, end: number): number {
  let next = end + 1;
  if (text[next] === '-' || text[next] === ')') return next;
  while (isSpaceAt(text, next) && next < end + 4) next++;
  return next > end + 1 && (isLowerAt(text, next) || text[next] === ')') ? end + 1 : end;
}

/** A capital that stands alone; `I` only inside a name. */
function isInitial(text: string, from: number, end: number): boolean {
  return (
    (bitsAt(text, from) & WordBit.upper) !== 0 && text[from] !== 'I' && !isWordAt(text, end + 1)
  );
}

/** Whether the word is single letters with full stops between them (`U.S`, `e.m.a`). */
function singleLetters(text: string, from: number, end: number): boolean {
  if (((end - from) & 1) === 0 || end - from > 12) return false;
  for (let at = from; at < end; at++) {
    if ((at - from) & 1 ? text[at] !== '.' : !letterAt(text, at)) return false;
  }
  return true;
}

function letterFree(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (letterAt(text, at)) return false;
  return true;
}

function digitAt(text: string, at: number): boolean {
  return (bitsAt(text, at) & WordBit.digit) !== 0;
}

function letterAt(text: string, at: number): boolean {
  return (bitsAt(text, at) & (WordBit.any & ~WordBit.digit)) !== 0;
}
