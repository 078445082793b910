import type { NumberMention } from '../mentions.ts';
import { Role } from './lexicon.ts';
import { isDigit, type Reader } from './reader.ts';

/** ITU-T E.164 country codes of one and two digits; every other assigned one has three. */
const shortCodes = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** What may stand in a telephone number behind its first digit. */
const body = /[\d][\d \u00a0().\-–]{4,22}\d/y;
/** Further extensions of a block of lines: `0640/41/42`. */
const lines = /(?:\/\d{1,4})+(?!\d)/y;
const northAmerican = /^\(?\d{3}\)?[ .\-–]\d{3}[.\-–]\d{4}$/;
const local = /^\d{3}[-–]\d{4}$/;
/** `(1988) 1965–1975`: years in a text that cites others. */
const cited = /^[12]\d{3}\) ?[12]\d{3}(?!\d)/;
const citedLength = 12;

/** A telephone number whose first digit stands at `at`: international, with an area code in brackets, in a North American form, or behind `tel.` */
export function phone(reader: Reader, at: number): NumberMention | null {
  const plus =
    reader.code(at - 1) === 0x2b || (reader.code(at - 1) === 0x28 && reader.code(at - 2) === 0x2b);
  const bracket = reader.code(at - 1) === 0x28;
  if (!plus && !bracket && !mayBe(reader, at)) return null;
  if (bracket && cited.test(reader.text.slice(at, at + citedLength))) return null;
  body.lastIndex = at;
  let found = body.exec(reader.text)?.[0];
  if (found === undefined) return null;
  found = clipped(found, bracket);
  let end = at + found.length;
  const digits = found.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15 || isDigit(reader.code(end))) return null;
  const start = at - (bracket ? 1 : 0) - (plus ? 1 : 0);
  const cued = plus ? false : hasCue(reader, start);
  const shaped = northAmerican.test(found) || local.test(found);
  if (!plus && !cued && !shaped && !(bracket && /^\d[\d \-–]*\)\s?\d/.test(found))) return null;
  lines.lastIndex = end;
  const more = lines.exec(reader.text)?.[0] ?? '';
  end += more.length;
  const international = plus || (bracket && /^\d{1,3}[-– ]\d+\)/.test(found));
  const value = international ? e164(digits) : null;
  const reading = more
    ? `further lines end in ${more.slice(1).replaceAll('/', ', ')}`
    : value
      ? 'with its country code'
      : 'a number without its country code';
  return { start, end, kind: 'phone', value: value ?? digits, reading };
}

/** Whether the digits at `at` are separated as no other number is, or stand behind a cue; cheap. */
function mayBe(reader: Reader, at: number): boolean {
  const end = reader.digitsEnd(at);
  const sign = reader.code(end);
  const count = end - at;
  if (
    count === 3 &&
    isDigit(reader.code(end + 1)) &&
    (sign === 0x2d || sign === 0x2e || sign === 0x2013)
  )
    return reader.opens(at);
  return (count >= 7 || sign === 0x20 || sign === 0x2d) && hasCue(reader, at);
}

function hasCue(reader: Reader, at: number): boolean {
  let back = reader.gapBefore(at);
  for (let left = 2; left > 0 && isMark(reader.code(back - 1)); left -= 1) back -= 1;
  if (back <= reader.floor) return false;
  const word = reader.wordBefore(back);
  return word !== undefined && (word.roles & Role.phone) !== 0;
}

/** `.`, `:` or a closing bracket. */
function isMark(code: number): boolean {
  return code === 0x2e || code === 0x3a || code === 0x29;
}

/** Leaves out a closing bracket that was not opened inside, and what follows it. */
function clipped(found: string, opened: boolean): string {
  let depth = opened ? 1 : 0;
  for (let index = 0; index < found.length; index += 1) {
    if (found[index] === '(') depth += 1;
    if (found[index] === ')') depth -= 1;
    if (depth < 0 || found.startsWith('  ', index))
      return found.slice(0, index).replace(/\D+$/, '');
  }
  return found;
}

/** The number in E.164 form, or null where its length or country code cannot be right. */
function e164(digits: string): string | null {
  const code = shortCodes.exec(digits)?.[0].length ?? 3;
  return digits.length - code >= 4 && digits[0] !== '0' ? `+${digits}` : null;
}
