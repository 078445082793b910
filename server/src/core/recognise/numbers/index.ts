import { TokenFlag, type TokenTable } from '../../text/tokens.ts';
import type { NumberMention } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { seasonOrDecade } from './dates/parts.ts';
import { ago, relative } from './dates/relative.ts';
import { spokenTime } from './dates/spoken.ts';
import { monthFirst } from './dates/textual.ts';
import { digits } from './digits.ts';
import { mayStart, prefixOf, Start, startingMask, startsPrefix, type Word } from './lexicon.ts';
import { digitNumber, wordNumber } from './number.ts';
import { isDash, isDigit, Reader } from './reader.ts';
import { roman, startsRoman } from './roman.ts';
import { fractionSign } from './units.ts';
import { vague } from './vague.ts';

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
  const { tokens } = passage;
  const reader = new Reader(passage);
  const found: NumberMention[] = [];
  for (let at = nextStart(reader, tokens, 0); at < tokens.length; ) {
    const start = tokens.start[at];
    const end = tokens.end[at];
    if (end > reader.floor) {
      const spelt = mayStart(reader.lexicon, tokens.hash[at]) || startsPart(reader, start, end);
      if (tokens.flags[at] & digit) fromDigits(reader, start, end, found);
      else if (!(spelt && fromWord(reader, start, end, found)))
        keep(reader, roman(reader, start), found);
    }
    at = nextStart(reader, tokens, at + 1);
  }
  return found;
}

/** Index of the first token from `index` on in which a mention may begin; the number of tokens where there is none. */
function nextStart(reader: Reader, tokens: TokenTable, index: number): number {
  const { length, flags, hash, start, end } = tokens;
  const { lexicon, units } = reader;
  const { starting, splitsHyphens } = lexicon;
  for (let at = index; at < length; at += 1) {
    const flag = flags[at] & (digit | capitalised);
    if (starting[hash[at] & startMask] !== 0 || flag & digit) return at;
    if (flag !== 0 && startsRoman(units, start[at], end[at])) return at;
    if (!splitsHyphens && startsPart(reader, start[at], end[at])) return at;
  }
  return length;
}

const { digit, capitalised } = TokenFlag;
/** This module's own name for it, which V8 reads faster. */
const startMask = startingMask;

/** A number that begins with a sign for a fraction (`½`). */
function sign(reader: Reader, at: number): NumberMention | null {
  return fractionSign(reader.code(at)) === undefined ? null : digitNumber(reader, at);
}

/** Whether the first part of a hyphenated word (`kaks-kolm`) that is one token may begin a mention. */
function startsPart({ lexicon, units }: Reader, start: number, end: number): boolean {
  if (lexicon.splitsHyphens || end - start <= 5) return false;
  const prefix = prefixOf(units[start] | 0x20, units[start + 1], units[start + 2]);
  if (!startsPrefix(lexicon, prefix)) return false;
  for (let at = start + 3; at < end; at += 1) {
    const code = units[at];
    if (isDash(code) || code === 0x27 || code === 0x2019 || code === 0x2f || code === 0x2e)
      return true;
  }
  return false;
}

/** Adds the mention, if there is one that overlaps none before it. */
function keep(reader: Reader, mention: NumberMention | null, found: NumberMention[]): boolean {
  if (mention === null) return false;
  const { start, end, kind } = mention;
  if (start < reader.floor || end <= start) return false;
  const dated = kind === 'quantity' ? aged(reader, mention) : null;
  found.push(dated ?? mention);
  reader.floor = dated?.end ?? end;
  reader.behindOrdinal = kind === 'ordinal';
  reader.behindTime = kind === 'time';
  return true;
}

/** A duration with `ago` behind it is a date. */
function aged(reader: Reader, { start, end, value, unit = '' }: NumberMention) {
  return typeof value === 'number' ? ago(reader, start, end, value, unit) : null;
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
  const stop = Math.min(end, start + longestAddressHead);
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x40) return true;
    if (code === 0x2e || code === 0x2f) signs += 1;
    else if (!isDigit(code)) letters += 1;
  }
  return letters > 1 && signs > 0 && isAddressHead(text.slice(start, stop));
}

/** How much of a token shows whether it is an address, in UTF-16 units. */
const longestAddressHead = 200;

function isAddressHead(head: string): boolean {
  return (
    head.includes('://') || /^www\.|[a-z]{2}\/[a-z]|\.(?:com|org|net|html?|txt|pdf)\b/i.test(head)
  );
}

/** Adds every mention that begins in a word's letters or parts; whether there is one. */
function fromWord(reader: Reader, start: number, end: number, found: NumberMention[]): boolean {
  const before = found.length;
  let at = Math.max(start, reader.floor);
  while (at < end) {
    const word = reader.wordAt(at);
    const behind = reader.end;
    const mention = word ? words(reader, at, word) : behind === at ? sign(reader, at) : null;
    at = keep(reader, mention, found) ? reader.floor : behind + 1;
    while (at < end && isDash(reader.code(at))) at += 1;
  }
  return found.length > before;
}
