import { handleEnd } from './addresses.ts';
import type { Lexicon } from './lexicon.ts';
import { TokenKind } from './table.ts';
import {
  bitsAt,
  isFinalAt,
  isLetterAt,
  isWordAt,
  mayExtend,
  solitary,
  UnitClass,
  unitTable,
  WordBit,
  wordRunEnd,
} from './units.ts';
import { isAstralIdeograph } from './words.ts';

const extender = /^[\p{M}\p{Emoji_Modifier}\u200c\u{e0020}-\u{e007f}]/u;
const pictograph = /^\p{Extended_Pictographic}/u;
const regional = /^\p{Regional_Indicator}/u;
const astralWord = /^[\p{L}\p{M}\p{N}]/u;
const repeatable = '.!?-–—=*~_+#^/';
/** Eyes (one of `8 : ; < =`, which are neighbours in ASCII), an optional nose, a mouth that may repeat. */
const emoticon = /^(?:[:;=8][-'o]?(?:\)+|\(+|[DPpOo/\\|*])|<3)/;

/** Where the token ends that starts at `from` with punctuation, a symbol or a unit outside the BMP. */
export function markEnd(text: string, from: number, lexicon: Lexicon): number {
  const isSolitary = (unitTable[text.charCodeAt(from)] & solitary) !== 0;
  if (isSolitary && !mayExtend(bitsAt(text, from + 1))) return from + 1;
  const unit = text[from];
  const end = emoticonEnd(text, from);
  if (end > from) return end;
  if ((unit === '@' || unit === '#') && isLetterAt(text, from + 1) && !isWordAt(text, from - 1)) {
    return handleEnd(text, from + 1);
  }
  if ((unit === "'" || unit === '’') && /^['’]\d\ds?\b/.test(text.slice(from, from + 5)))
    return from + 3;
  if (
    unit === '-' &&
    !lexicon.joiningPrefixes &&
    isLetterAt(text, from + 1) &&
    !isWordAt(text, from - 1)
  ) {
    return wordRunEnd(text, from + 1);
  }
  if (repeatable.includes(unit)) return repeatEnd(text, from);
  return clusterEnd(text, from);
}

function repeatEnd(text: string, from: number): number {
  const unit = text[from];
  let end = from + 1;
  while (text[end] === unit) end++;
  return extended(text, end);
}

function emoticonEnd(text: string, from: number): number {
  const eyes = text.charCodeAt(from);
  if (eyes < 0x38 || eyes > 0x3d) return from;
  const match = emoticon.exec(text.slice(from, from + 16));
  if (!match) return from;
  const end = from + match[0].length;
  return /[\p{L}\p{N}/]/u.test(text.slice(end, end + 1)) ? from : end;
}

/** The end of the grapheme cluster that starts at `from` with a symbol or a surrogate. */
function clusterEnd(text: string, from: number): number {
  let end = from + pointLength(text, from);
  const first = text.slice(from, end);
  if (regional.test(first) && regional.test(text.slice(end, end + 2)))
    return extended(text, end + 2);
  if (end - from === 2 && astralWord.test(first) && !isAstralIdeograph(first)) {
    while (isWordAt(text, end) || astralWord.test(pairAt(text, end))) end += pointLength(text, end);
    return end;
  }
  end = extended(text, end);
  while (text[end] === '\u200d') {
    end++;
    if (pictograph.test(first) && pictograph.test(text.slice(end, end + 2)))
      end += pointLength(text, end);
    end = extended(text, end);
  }
  return end;
}

/** Passes over the combining marks, variation selectors and modifiers at the offset. */
export function extended(text: string, end: number): number {
  while (mayExtend(bitsAt(text, end)) && extender.test(text.slice(end, end + 2))) {
    end += pointLength(text, end);
  }
  return end;
}

function pairAt(text: string, at: number): string {
  return bitsAt(text, at) === UnitClass.surrogate ? text.slice(at, at + 2) : '';
}

/** 2 when a surrogate pair stands at the offset, else 1. */
function pointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The kind of a token that does not start with a plain part of a word; `bits` are the word bits of its units. */
export function markKind(text: string, from: number, end: number, bits: number): TokenKind {
  const first = bitsAt(text, from);
  if (first >= UnitClass.ideograph) return TokenKind.word;
  if (first === UnitClass.surrogate) {
    return astralWord.test(text.slice(from, from + 2)) ? TokenKind.word : TokenKind.symbol;
  }
  if (first === UnitClass.symbol || (end - from > 1 && emoticonEnd(text, from) === end))
    return TokenKind.symbol;
  if ((bits & WordBit.any) === 0) return TokenKind.punctuation;
  return bits & WordBit.digit && !(bits & (WordBit.lower | WordBit.upper))
    ? TokenKind.number
    : TokenKind.word;
}

/** Whether the token ends a sentence where what follows allows it: final punctuation, an abbreviation's stop or an emoticon. */
export function isFinalToken(text: string, from: number, end: number): boolean {
  return isFinalAt(text, end - 1) || (end - from > 1 && emoticonEnd(text, from) === end);
}
