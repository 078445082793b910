import { TokenFlag } from '../../text/tokens.ts';
import type { NumberMention } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { numericDate } from './dates/numeric.ts';
import { quarterCode, seasonOrDecade } from './dates/parts.ts';
import { ago, relative } from './dates/relative.ts';
import { dayFirst, monthFirst } from './dates/textual.ts';
import { spokenTime, time } from './dates/time.ts';
import { year } from './dates/year.ts';
import { identifier } from './identifier.ts';
import { type Lexicon, mayStart, prefixOf, Start, startsPrefix, type Word } from './lexicon.ts';
import { named } from './named.ts';
import { digitNumber, wordNumber } from './number.ts';
import { phone } from './phone.ts';
import { isDash, isDigit, Reader } from './reader.ts';
import { roman, startsRoman } from './roman.ts';
import { fractionSign } from './units.ts';
import { vague } from './vague.ts';

/** The mention that begins with the first digit at `at`, read by the first recogniser that can. */
function digits(reader: Reader, at: number): NumberMention | null {
  return (
    numericDate(reader, at) ??
    phone(reader, at) ??
    dayFirst(reader, at) ??
    time(reader, at) ??
    quarterCode(reader, at) ??
    identifier(reader, at) ??
    named(reader, at) ??
    year(reader, at) ??
    digitNumber(reader, at)
  );
}

/** The mention that begins with the word at `at`, read by the first recogniser that can. */
function words(reader: Reader, at: number, word: Word): NumberMention | null {
  const { starts } = word;
  if (starts === 0) return null;
  return (
    (word.month === undefined ? null : monthFirst(reader, at, word.month)) ??
    (starts & Start.time ? spokenTime(reader, at, word) : null) ??
    (starts & Start.season ? seasonOrDecade(reader, at, word) : null) ??
    (starts & Start.relative ? relative(reader, at, word) : null) ??
    (starts & Start.vague ? vague(reader, at, word) : null) ??
    (starts & Start.number ? wordNumber(reader, at, word) : null)
  );
}

/** Every number, date and time of the passage, in text order; none overlaps another. Never throws. */
export function recogniseNumbers(passage: Passage): NumberMention[] {
  const { tokens, text } = passage;
  const reader = new Reader(passage);
  const { lexicon } = reader;
  const found: NumberMention[] = [];
  const whole = lexicon.splitsHyphens;
  const { length, flags: allFlags, hash } = tokens;
  for (let index = 0; index < length; index += 1) {
    const flags = allFlags[index];
    const starting = mayStart(lexicon, hash[index]);
    if (whole && !starting && !(flags & maybe)) continue;
    const start = tokens.start[index];
    const end = tokens.end[index];
    if (end <= reader.floor) continue;
    if (flags & TokenFlag.digit) fromDigits(reader, start, end, found);
    else if (starting || (!whole && end - start > 5 && startsPart(lexicon, text, start, end)))
      fromWord(reader, start, end, found);
    else if (flags & TokenFlag.capitalised && startsRoman(text, start, end))
      keep(reader, roman(reader, start), found);
  }
  return found;
}

/** Flags of tokens that may hold a number though the lexicon does not know them: digits, and Roman numerals. */
const maybe = TokenFlag.digit | TokenFlag.capitalised;

/** A number that begins with a sign for a fraction (`½`). */
function sign(reader: Reader, at: number): NumberMention | null {
  return fractionSign(reader.code(at)) === undefined ? null : digitNumber(reader, at);
}

/** Whether the first part of a hyphenated word (`kaks-kolm`) may begin a mention. */
function startsPart(lexicon: Lexicon, text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 0x20;
  const [second, third] = [text.charCodeAt(start + 1), text.charCodeAt(start + 2)];
  if (!startsPrefix(lexicon, prefixOf(first, second, third))) return false;
  for (let at = start + 3; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isDash(code) || code === 0x27 || code === 0x2019 || code === 0x2f || code === 0x2e)
      return true;
  }
  return false;
}

function keep(reader: Reader, mention: NumberMention | null, found: NumberMention[]): boolean {
  if (!mention || mention.start < reader.floor || mention.end <= mention.start) return false;
  found.push(aged(reader, mention));
  reader.floor = found[found.length - 1]?.end ?? mention.end;
  reader.behindOrdinal = mention.kind === 'ordinal';
  return true;
}

/** A duration with `ago` behind it is a date. */
function aged(reader: Reader, mention: NumberMention): NumberMention {
  if (mention.kind !== 'quantity' || typeof mention.value !== 'number') return mention;
  return ago(reader, mention.start, mention.end, mention.value, mention.unit ?? '') ?? mention;
}

/** Every mention that begins in a token with digits; addresses of any kind hold none. */
function fromDigits(reader: Reader, start: number, end: number, found: NumberMention[]): void {
  if (isAddress(reader.text, start, end)) return;
  let at = Math.max(start, reader.floor);
  while (at < end) {
    if (!isDigit(reader.code(at))) {
      at += 1;
      continue;
    }
    if (keep(reader, digits(reader, at), found)) at = reader.floor;
    else while (at < end && !reader.closes(at)) at += 1;
  }
}

/** A web or e-mail address, a path or a file's name. */
function isAddress(text: string, start: number, end: number): boolean {
  if (end - start < 6) return false;
  let [letters, signs] = [0, 0];
  for (let at = start; at < end && at - start < longestAddressHead; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x40) return true;
    if (code === 0x2e || code === 0x2f) signs += 1;
    else if (!isDigit(code)) letters += 1;
  }
  return letters > 1 && signs > 0 && isAddressHead(text.slice(start, start + longestAddressHead));
}

/** How much of a token shows whether it is an address, in UTF-16 units. */
const longestAddressHead = 200;

function isAddressHead(head: string): boolean {
  return (
    head.includes('://') || /^www\.|[a-z]{2}\/[a-z]|\.(?:com|org|net|html?|txt|pdf)\b/i.test(head)
  );
}

function fromWord(reader: Reader, start: number, end: number, found: NumberMention[]): void {
  let at = Math.max(start, reader.floor);
  while (at < end) {
    const word = reader.wordAt(at);
    const behind = reader.end;
    const mention = word ? words(reader, at, word) : behind === at ? sign(reader, at) : null;
    at = keep(reader, mention, found) ? reader.floor : behind + 1;
    while (at < end && isDash(reader.code(at))) at += 1;
  }
}
