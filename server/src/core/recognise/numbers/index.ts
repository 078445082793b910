import { TokenFlag } from '../../text/tokens.ts';
import type { NumberMention } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { numericDate } from './dates/numeric.ts';
import { quarterCode, seasonOrDecade } from './dates/parts.ts';
import { ago, relative } from './dates/relative.ts';
import { dayFirst, monthFirst } from './dates/textual.ts';
import { spokenTime, time } from './dates/time.ts';
import { year } from './dates/year.ts';
import { fractionSign } from './fraction.ts';
import { identifier } from './identifier.ts';
import { prefixOf, starts, startsPrefix, type Word } from './lexicon.ts';
import { named } from './named.ts';
import { digitNumber, wordNumber } from './number.ts';
import { phone } from './phone.ts';
import { isDash, isDigit, Reader } from './reader.ts';
import { roman, startsRoman } from './roman.ts';
import { vague } from './vague.ts';

/** Reads a mention from the first digit at `at`; the first in the list that can, does. */
const digitRecognisers: readonly ((reader: Reader, at: number) => NumberMention | null)[] = [
  numericDate,
  phone,
  dayFirst,
  time,
  quarterCode,
  identifier,
  named,
  year,
  digitNumber,
];

/** Reads a mention from the word at `at`, behind which `reader.end` stands. */
const wordRecognisers: readonly ((
  reader: Reader,
  at: number,
  word: Word,
) => NumberMention | null)[] = [
  (reader, at, word) => (word.month === undefined ? null : monthFirst(reader, at, word.month)),
  spokenTime,
  seasonOrDecade,
  relative,
  vague,
  wordNumber,
];

/** Every number, date and time of the passage, in text order; none overlaps another. Never throws. */
export function recogniseNumbers(passage: Passage): NumberMention[] {
  const { tokens, text } = passage;
  const reader = new Reader(passage);
  const { lexicon } = reader;
  const found: NumberMention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const end = tokens.end[index] ?? 0;
    if (end <= reader.floor) continue;
    const flags = tokens.flags[index] ?? 0;
    const start = tokens.start[index] ?? 0;
    if (flags & TokenFlag.digit) fromDigits(reader, start, end, found);
    else if (
      starts(lexicon, tokens.hash[index] ?? 0) ||
      (end - start > 5 && startsPart(reader, text, start, end))
    )
      fromWord(reader, start, end, found);
    else if (flags & TokenFlag.capitalised && startsRoman(text, start, end))
      keep(reader, roman(reader, start), found);
  }
  return found;
}

/** A number that begins with a sign for a fraction (`½`). */
function sign(reader: Reader, at: number): NumberMention | null {
  return fractionSign(reader.code(at)) === undefined ? null : digitNumber(reader, at);
}

/** Whether the first part of a hyphenated or possessive word (`three-ton`, `today's`) may begin a mention. */
function startsPart(reader: Reader, text: string, start: number, end: number): boolean {
  const prefix = prefixOf(
    text.charCodeAt(start) | 0x20,
    text.charCodeAt(start + 1),
    text.charCodeAt(start + 2),
  );
  if (!startsPrefix(reader.lexicon, prefix)) return false;
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
    const before = found.length;
    for (const recognise of digitRecognisers) if (keep(reader, recognise(reader, at), found)) break;
    if (found.length > before) at = reader.floor;
    else while (at < end && !reader.closes(at)) at += 1;
  }
}

/** A URL, an e-mail address, a path or a long hash. */
function isAddress(text: string, start: number, end: number): boolean {
  if (end - start < 6) return false;
  const token = text.slice(start, Math.min(end, start + 200));
  return (
    token.includes('@') ||
    token.includes('://') ||
    /^www\.|[a-z]{2}\/[a-z]|\.(?:com|org|net|html?|txt|pdf)\b/i.test(token)
  );
}

function fromWord(reader: Reader, start: number, end: number, found: NumberMention[]): void {
  let at = Math.max(start, reader.floor);
  while (at < end) {
    const word = reader.wordAt(at);
    const behind = reader.end;
    const before = found.length;
    if (word) {
      for (const recognise of wordRecognisers) {
        reader.wordAt(at);
        if (keep(reader, recognise(reader, at, word), found)) break;
      }
    } else if (behind === at) keep(reader, sign(reader, at), found);
    at = found.length > before ? reader.floor : behind + 1;
    while (at < end && isDash(reader.code(at))) at += 1;
  }
}
