import { unitTable, WordBit } from '../../text/units.ts';
import type { NumberMention } from '../mentions.ts';
import { counted } from './context.ts';
import { make, runEnd } from './identifier.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from './reader.ts';

/** Digits whose form or neighbours make them a name: `9/11`, `a Boeing 747`, `iPhone 6s`, `New Delhi - 110021`, `10115 Tallinn`. */
export function named(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at)) return null;
  const end = reader.digitsEnd(at);
  if (end - at > 7) return null;
  if (reader.code(end) === 0x2f) return knownName(reader, at, end);
  return postalCode(reader, at, end) ?? behindName(reader, at, end);
}

function knownName(reader: Reader, at: number, slash: number): NumberMention | null {
  let end = slash + 1;
  while (isDigit(reader.code(end)) && end - slash < 4) end += 1;
  const { names } = reader.lexicon.language.numbers;
  return names.split(' ').includes(reader.text.slice(at, end)) && reader.closes(end)
    ? make(reader, at, end, 'digits that are a name')
    : null;
}

/** A postal code: five digits, a hyphen and four (`94305-5015`); five or six behind a place and a dash at a line's end, or at a line's start or behind a comma before a place. */
function postalCode(reader: Reader, at: number, end: number): NumberMention | null {
  const long = end - at === 5 && reader.code(end) === 0x2d ? reader.digitsEnd(end + 1) : end;
  if (long - end === 5 && reader.closes(long)) return make(reader, at, long, 'a postal code');
  if (end - at < 5 || end - at > 6 || reader.code(at) === 0x30) return null;
  const before = reader.gapBefore(at);
  const joint = reader.code(before - 1);
  const last = end === reader.text.length || isLineEnd(reader.code(end));
  const behindPlace =
    last &&
    (isDash(joint) || joint === 0x2c) &&
    isCapitalised(reader, wordStart(reader, reader.gapBefore(before - 1)));
  const next = end + 1;
  const beforePlace =
    (before === 0 || isLineEnd(reader.code(before)) || joint === 0x2c) &&
    isSpace(reader.code(end)) &&
    isCapitalised(reader, next) &&
    isLineEndBehind(reader, wordEnd(reader, next));
  return behindPlace || beforePlace ? make(reader, at, end, 'a postal code') : null;
}

function wordEnd(reader: Reader, at: number): number {
  reader.wordAt(at);
  return reader.end;
}

function isLineEndBehind(reader: Reader, at: number): boolean {
  const code = reader.code(at);
  return code === 0 || code === 0x2c || isLineEnd(code);
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** A number behind a word that is written like a name: `iPhone 6s`, `a Boeing 747`, `the Apollo 11`. */
function behindName(reader: Reader, at: number, end: number): NumberMention | null {
  const before = reader.gapBefore(at);
  if (before === at || before <= reader.floor || !isLetter(reader.code(before - 1))) return null;
  const start = wordStart(reader, before);
  if (!hasCapital(reader.text, start, before)) return null;
  if (before - start > 3 && isMixedCase(reader.text, start, before))
    return make(reader, start, runEnd(reader, at), 'a name with a number');
  if (!isCapitalised(reader, start) || !reader.closes(end) || end - at > 3) return null;
  const article = reader.gapBefore(start);
  const word = reader.text.slice(wordStart(reader, article), article);
  return /^(?:an?|the)$/i.test(word) && isBare(reader, end)
    ? make(reader, start, end, 'a name with a number')
    : null;
}

/** Whether nothing behind the digits makes more of the number or is counted by it. */
function isBare(reader: Reader, end: number): boolean {
  const code = reader.code(end);
  if (code === 0x25 || ((code === 0x2c || code === 0x2e) && isDigit(reader.code(end + 1))))
    return false;
  const word = reader.wordAt(reader.gap(end));
  if (word && (word.scale ?? word.unit ?? word.currency) !== undefined) return false;
  return counted(reader, end) === undefined;
}

function wordStart(reader: Reader, end: number): number {
  let start = end;
  while (start > reader.floor && isLetter(reader.code(start - 1)) && end - start < 32) start -= 1;
  return start;
}

function isCapitalised(reader: Reader, at: number): boolean {
  return (unitTable[reader.code(at)] & WordBit.upper) !== 0;
}

function hasCapital(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1)
    if (unitTable[text.charCodeAt(at)] & WordBit.upper) return true;
  return false;
}

/** A lower-case letter before an upper-case one: `iPhone`. */
function isMixedCase(text: string, start: number, end: number): boolean {
  let lower = false;
  for (let at = start; at < end; at += 1) {
    const bits = unitTable[text.charCodeAt(at)];
    if (lower && bits & WordBit.upper) return true;
    lower = (bits & WordBit.lower) !== 0;
  }
  return false;
}
