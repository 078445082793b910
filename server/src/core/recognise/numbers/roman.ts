import type { NumberMention } from '../mentions.ts';
import { ordinalDate } from './dates/parts.ts';
import { make } from './identifier.ts';
import { Role } from './lexicon.ts';
import { isLetter, type Reader } from './reader.ts';
import { isRoman, isRomanNumeral, lettersEnd, longest, romanValue } from './romanNumeral.ts';

/** Whether the token from `start` to `end` may be a Roman numeral, with or without an ending behind a hyphen; cheap. */
export function startsRoman(units: Uint16Array, start: number, end: number): boolean {
  const first = units[start];
  const length = units[end - 1] === 0x2e ? end - start - 1 : end - start;
  if (length === 1) return first === 0x49 || first === 0x56 || first === 0x58;
  return isRoman(first & 0x7f) && isRoman(units[start + 1] & 0x7f);
}

/**
 * A Roman numeral at `at`: a century (`XX sajand`), a numbered place (`Part
 * IV`), or an ordinal behind a name (`World War II`), in some languages before
 * any noun. Letters that make a word or an abbreviation (`CD`, `mix`) are none.
 */
export function roman(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at)) return null;
  const end = lettersEnd(reader, at);
  if (!reader.closes(end)) return null;
  const value = romanValue(reader.text.slice(at, end));
  if (value === 0) return null;
  const dotted = reader.code(end) === 0x2e && reader.lexicon.language.numbers.ordinalDot;
  const dated = ordinalDate(reader, at, dotted ? end + 1 : end, value);
  if (dated) return dated;
  const before = reader.wordBefore(at);
  if (before && before.roles & (Role.label | Role.labels))
    return make(reader, reader.start, end, 'a numbered place');
  // `Jaan I. Tamm`: an initial.
  if (end - at === 1 && reader.code(end) === 0x2e) return null;
  return isOrdinal(reader, at, end)
    ? { start: at, end, kind: 'ordinal', value, reading: 'a Roman numeral' }
    : null;
}

/** Whether a name stands before the numeral, or another numeral joined to it. */
function isOrdinal(reader: Reader, at: number, end: number): boolean {
  const anywhere = reader.lexicon.language.numbers.romanOrdinals === true;
  if (anywhere && (end - at > 1 || joinsNext(reader, end))) return true;
  const before = reader.wordBefore(at);
  const { start } = reader;
  if (start === at) return false;
  if (before && before.roles & (Role.join | Role.to)) return joinedTo(reader, start);
  const first = reader.text[start];
  return (anywhere || end - at > 1) && first !== first.toLowerCase();
}

function joinsNext(reader: Reader, end: number): boolean {
  const joint = reader.gap(end);
  if (joint === end || !((reader.wordAt(joint)?.roles ?? 0) & Role.join)) return false;
  const next = reader.gap(reader.end);
  const behind = lettersEnd(reader, next);
  return behind - next > 1 && !isLetter(reader.code(behind));
}

/** Whether the word that ends before `at` is a Roman numeral too. */
function joinedTo(reader: Reader, at: number): boolean {
  const end = reader.gapBefore(at);
  let start = end;
  while (isRoman(reader.code(start - 1)) && end - start <= longest) start -= 1;
  return end > start && reader.opens(start) && isRomanNumeral(reader.text.slice(start, end));
}
