import type { NumberMention } from '../mentions.ts';
import { currencyCodes } from './currencies.ts';
import { Role } from './lexicon.ts';
import { isDash, isDigit, isLetter, type Reader } from './reader.ts';

const longest = 40;

/** Words that join a number with a hyphen without making it a name (`mid-1990s`). */
const openPrefixes: ReadonlySet<string> = new Set(
  'mid pre post non under over top sub to and early late plus minus'.split(' '),
);

/** A name that holds digits (`Su-24M`), a numbered place in a document (`article 51`) or a code (`2-345-6`); `at` is the first digit. */
export function identifier(reader: Reader, at: number): NumberMention | null {
  return glued(reader, at) ?? labelled(reader, at) ?? code(reader, at);
}

const chained = /\d{1,12}(?:-\d{1,12}){2,12}/y;

/** Three or more runs of digits joined by hyphens. */
function code(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at)) return null;
  const end = reader.digitsEnd(at);
  if (reader.code(end) !== 0x2d || !isDigit(reader.code(end + 1))) return null;
  chained.lastIndex = at;
  const found = chained.exec(reader.text)?.[0];
  return found !== undefined && reader.closes(at + found.length)
    ? make(reader, at, at + found.length, 'a code of several parts')
    : null;
}

/** Letters, digits and single joining signs in one run. */
export function runEnd(reader: Reader, at: number): number {
  let end = at;
  while (end - at < longest * 2) {
    const code = reader.code(end);
    if (isLetter(code) || isDigit(code)) end += 1;
    else if (
      (isDash(code) || code === 0x2e || code === 0x2f || code === 0x5f) &&
      (isLetter(reader.code(end + 1)) || isDigit(reader.code(end + 1)))
    )
      end += 1;
    else break;
  }
  return end;
}

function glued(reader: Reader, at: number): NumberMention | null {
  const before = reader.code(at - 1);
  const dash = isDash(before) || before === 0x5f || before === 0x2f;
  const letter = dash ? at - 2 : at - 1;
  if (letter < reader.floor || !isLetter(reader.code(letter))) return null;
  let start = letter;
  while (start > reader.floor && isLetter(reader.code(start - 1))) start -= 1;
  const prefix = reader.text.slice(start, letter + 1);
  const word = reader.look(start, letter + 1);
  if (currencyCodes.has(prefix) || word?.currency !== undefined || word?.month !== undefined)
    return null;
  if (
    dash &&
    (before === 0x2f || openPrefixes.has(prefix.toLowerCase()) || word?.cardinal !== undefined)
  )
    return null;
  const end = runEnd(reader, at);
  if (dash && prefix === prefix.toLowerCase()) return null;
  return end - start > longest ? null : make(reader, start, end, 'a name with digits');
}

function labelled(reader: Reader, at: number): NumberMention | null {
  if (isPlaceSign(reader.code(at - 1)))
    return make(reader, at - 1, runEnd(reader, at), 'a numbered place');
  let back = reader.gapBefore(at);
  if (back === at || back === 0) return null;
  const close = reader.code(back - 1);
  if (isPlaceSign(close)) return make(reader, back - 1, runEnd(reader, at), 'a numbered place');
  const dotted = close === 0x2e;
  if (dotted) back -= 1;
  if (back < reader.floor) return null;
  if (isListed(reader, at)) return listed(reader, at, runEnd(reader, at), 'listed behind a label');
  const word = reader.wordBefore(back);
  const { start } = reader;
  if (!word || !(word.roles & (Role.label | Role.labels))) return null;
  if (isGrouped(reader, reader.digitsEnd(at))) return null;
  if (dotted ? back - start > 4 : reader.text.slice(start, back).toLowerCase() === 'no')
    return null;
  const end = bracketsEnd(reader, runEnd(reader, at));
  const reading = `“${reader.text.slice(start, back)}” makes it a name`;
  if (!(word.roles & Role.labels)) return make(reader, start, end, reading);
  return { ...listed(reader, at, end, reading), start, value: reader.text.slice(start, end) };
}

/** Whether a comma and a group of three digits go on behind the digits that end at `end`: `P 1,993,045` is a sum. */
function isGrouped(reader: Reader, end: number): boolean {
  if (reader.code(end) !== 0x2c) return false;
  let next = end + 1;
  while (isDigit(reader.code(next))) next += 1;
  return next - end === 4;
}

/** `#`, `§`, `№`. */
export function isPlaceSign(code: number): boolean {
  return code === 0x23 || code === 0xa7 || code === 0x2116;
}

/** Whether the number goes on a list that a label in the plural begins: `Resolutions 2254 and 2118`. */
function isListed(reader: Reader, at: number): boolean {
  if (reader.listed === 0 || reader.listed !== reader.floor) return false;
  const comma = reader.code(reader.floor) === 0x2c ? reader.floor + 1 : reader.floor;
  const next = reader.gap(comma);
  if (next === at) return comma > reader.floor;
  return ((reader.wordAt(next)?.roles ?? 0) & Role.join) !== 0 && reader.gap(reader.end) === at;
}

/** A name that others of its kind may follow. */
function listed(reader: Reader, start: number, end: number, reading: string): NumberMention {
  reader.listed = end;
  return make(reader, start, end, reading);
}

/** Takes in what is numbered inside a numbered place: `5(1)(a)`. */
function bracketsEnd(reader: Reader, end: number): number {
  while (reader.code(end) === 0x28) {
    let close = end + 1;
    while (close - end < 5 && !reader.closes(close)) close += 1;
    if (close === end + 1 || reader.code(close) !== 0x29) break;
    end = close + 1;
  }
  return end;
}

/** The identifier that spans `start` to `end`. */
export function make(reader: Reader, start: number, end: number, reading: string): NumberMention {
  return { start, end, kind: 'identifier', value: reader.text.slice(start, end), reading };
}
