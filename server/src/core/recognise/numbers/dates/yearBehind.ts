import { Role } from '../lexicon.ts';
import { suffixEndAt } from '../ordinal.ts';
import { isSentenceEnd } from '../phrases.ts';
import { isDash, isDigit, isLetter, type Reader } from '../reader.ts';

/** A year as it goes into a date: a string where its century is not known (`XX44`). */
export interface Year {
  readonly end: number;
  readonly year: number | string;
}

/** The year behind a day, month or season: `, 2015`, ` 2014`, ` 2018. aastal`, ` '44`. */
export function yearBehind(reader: Reader, end: number): Year | null {
  let at = reader.code(end) === 0x2c ? end + 1 : end;
  if (isDash(reader.code(at))) at += 1;
  at = reader.gap(at);
  const of = reader.wordAt(at);
  if (of && of.roles & Role.dateOf) at = reader.gap(reader.end);
  if (at === end && reader.code(end - 1) !== 0x2e) return null;
  const found = fourDigits(reader, at);
  if (found) {
    const suffixed = suffixedEnd(reader, found);
    return { end: withYearWord(reader, suffixed), year: Number(reader.text.slice(at, found)) };
  }
  const open = apostropheYear(reader, at);
  // `winter of '91-92` is a run of years of its own.
  if (open)
    return isDash(reader.code(open.end)) && isDigit(reader.code(open.end + 1)) ? null : open;
  return isDash(reader.code(end)) ? shortYear(reader, at) : null;
}

/** Behind the hyphen and the suffix of an ordinal behind a year that ends at `end` (`1917-го`), or `end`. */
export function suffixedEnd(reader: Reader, end: number): number {
  if (reader.code(end) !== 0x2d || !isLetter(reader.code(end + 1))) return end;
  const suffix = suffixEndAt(reader, end);
  const { ordinalSuffixes } = reader.lexicon.language.numbers;
  return ` ${ordinalSuffixes} `.includes(` ${reader.text.slice(end, suffix)} `) ? suffix : end;
}

/** The year of `01-Feb-02`. */
function shortYear(reader: Reader, at: number): Year | null {
  if (!isDigit(reader.code(at)) || !isDigit(reader.code(at + 1)) || !reader.closes(at + 2))
    return null;
  const year = Number(reader.text.slice(at, at + 2));
  return { end: at + 2, year: year + (year < 50 ? 2000 : 1900) };
}

/** Whether the unit is an apostrophe, or the quotation mark that word processors make of one before digits. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018;
}

/**
 * The year of `June '44`, from the apostrophe at `at`. No century is written,
 * and none is guessed: EDTF `XX44`. A number in quotation marks (`'45'`) is
 * none, nor one that measures something (`'20 km`).
 */
export function apostropheYear(reader: Reader, at: number): Year | null {
  if (!isApostrophe(reader.code(at)) || !reader.opens(at)) return null;
  const end = reader.digitsEnd(at + 1);
  if (end - at !== 3 || !reader.closes(end)) return null;
  const behind = reader.code(end);
  const goesOn = (behind === 0x2c || behind === 0x2e) && isDigit(reader.code(end + 1));
  if (goesOn || behind === 0x25 || isApostrophe(behind)) return null;
  const next = reader.gap(end);
  const word = next > end ? reader.wordAt(next) : undefined;
  if (word && ((word.unit ?? word.scale ?? word.currency) || word.roles & Role.percent))
    return null;
  return { end, year: `XX${reader.text.slice(at + 1, end)}` };
}

/** End of the four digits of a year at `at`, 0 where there are none. */
export function fourDigits(reader: Reader, at: number): number {
  const first = reader.code(at);
  if (first !== 0x31 && first !== 0x32) return 0;
  for (let index = 1; index < 4; index += 1) if (!isDigit(reader.code(at + index))) return 0;
  const behind = reader.code(at + 4);
  const goesOn =
    isDigit(behind) ||
    isLetter(behind) ||
    ((behind === 0x2c || behind === 0x2e) && isDigit(reader.code(at + 5)));
  return goesOn ? 0 : at + 4;
}

/** Takes in the word for year behind a year: `2018. aastal`, `2018 года`. */
export function withYearWord(reader: Reader, end: number): number {
  const dot = reader.code(end) === 0x2e ? end + 1 : end;
  const at = reader.gap(dot);
  const word = reader.wordAt(at);
  if (!word || !(word.roles & Role.yearBehind)) return end;
  const short = reader.end - at <= 2 && reader.code(reader.end) === 0x2e;
  return short && !isSentenceEnd(reader, reader.end + 1) ? reader.end + 1 : reader.end;
}
