import type { NumberMention } from '../../mentions.ts';
import { Role } from '../lexicon.ts';
import { suffixEndAt } from '../ordinal.ts';
import { isSentenceEnd } from '../phrases.ts';
import { isDash, isDigit, type Reader } from '../reader.ts';
import { lettersEnd, romanValue } from '../romanNumeral.ts';
import { spelled } from '../words.ts';
import { eraBehind } from './era.ts';

/** `20th century`, `21. sajandil`, `18th and 19th centuries`, from the first digit at `at`: EDTF `19XX`. */
export function century(reader: Reader, at: number): NumberMention | null {
  const end = reader.digitsEnd(at);
  if (end - at > 2) return null;
  const count = Number(reader.text.slice(at, end));
  const suffix = suffixEnd(reader, end);
  if (suffix > end) return centuryBehind(reader, at, suffix, count);
  const { ordinalDot } = reader.lexicon.language.numbers;
  return ordinalDot ? null : single(reader, at, end, count, false);
}

/** The century, or the two of them, of which the ordinal from `start` to `end` says which one; null where no word for it follows. */
export function centuryBehind(
  reader: Reader,
  start: number,
  end: number,
  count: number,
): NumberMention | null {
  if (count < 1 || count > 99 || !Number.isInteger(count)) return null;
  const at = reader.gap(end);
  const dash = isDash(reader.code(at));
  const roles = dash || at === end ? 0 : (reader.wordAt(at)?.roles ?? 0);
  const shortened = !dash && at > end && reader.code(reader.end) === 0x2e;
  if (!dash && !shortened && !(roles & (Role.century | Role.join | Role.to))) return null;
  return single(reader, start, end, count, true) ?? run(reader, start, end, count);
}

function single(
  reader: Reader,
  start: number,
  end: number,
  count: number,
  short: boolean,
): NumberMention | null {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  const behind = at === end || count < 1 ? 0 : wordEnd(reader, at, short);
  if (behind === 0) return null;
  const era = eraBehind(reader, behind);
  return date(start, era?.end ?? behind, centuryOf(count, era?.before), 'a century');
}

/** End of the word for a century at `at`, 0 where there is none; `short` where an abbreviation may stand for it. */
function wordEnd(reader: Reader, at: number, short: boolean): number {
  const roles = reader.wordAt(at)?.roles ?? 0;
  const { end } = reader;
  const abbreviated =
    reader.code(end) === 0x2e &&
    end - at <= longestShort &&
    ` ${reader.lexicon.language.dates.centuryShort} `.includes(
      ` ${reader.text.slice(at, end).toLowerCase()} `,
    );
  if (short && abbreviated) return isSentenceEnd(reader, end + 1) ? end : end + 1;
  return roles & Role.century ? end : 0;
}

/** An abbreviation of the word for a century is no longer than this (`cent.`). */
const longestShort = 4;

/** `18th and 19th centuries`, `19. ja 20. sajandil`, `XIX–XX веков`: the first one's number from `start` to `end`. */
function run(reader: Reader, start: number, end: number, from: number): NumberMention | null {
  const joint = reader.gap(end);
  const dash = isDash(reader.code(joint));
  const roles = dash || joint === end ? 0 : (reader.wordAt(joint)?.roles ?? 0);
  if (!dash && !(roles & (Role.join | Role.to))) return null;
  const second = ordinalAt(reader, withoutThe(reader, reader.gap(dash ? joint + 1 : reader.end)));
  if (!second) return null;
  const at = reader.gap(second.end);
  const behind = at === second.end ? 0 : pluralEnd(reader, at);
  if (behind === 0) return null;
  const era = eraBehind(reader, behind);
  if (!era?.before && second.value < from) return null;
  const [first, last] = [from, second.value].sort((a, b) => (era?.before ? b - a : a - b));
  const value = `${centuryOf(first, era?.before)}/${centuryOf(last, era?.before)}`;
  return date(start, era?.end ?? behind, value, 'a run of centuries');
}

function pluralEnd(reader: Reader, at: number): number {
  const behind = wordEnd(reader, at, true);
  return behind > 0 || reader.wordAt(at)?.unit !== 'century' ? behind : reader.end;
}

/** The ordinal at `at` in digits with their suffix, in Roman numerals or in words. */
function ordinalAt(reader: Reader, at: number): { end: number; value: number } | null {
  if (isDigit(reader.code(at))) {
    const end = reader.digitsEnd(at);
    const behind = suffixEnd(reader, end);
    return end - at > 2 || behind === end
      ? null
      : { end: behind, value: Number(reader.text.slice(at, end)) };
  }
  const letters = lettersEnd(reader, at);
  const value = reader.closes(letters) ? romanValue(reader.text.slice(at, letters)) : 0;
  if (value > 0) return { end: dotted(reader, letters) ? letters + 1 : letters, value };
  const words = spelled(reader, at, false);
  return words?.ordinal && words.value < 100 ? words : null;
}

/** Behind the full stop or the suffix that makes an ordinal of the digits before `end`, or `end`. */
function suffixEnd(reader: Reader, end: number): number {
  return reader.code(end) === 0x2e ? end + 1 : suffixEndAt(reader, end);
}

function dotted(reader: Reader, end: number): boolean {
  return reader.code(end) === 0x2e && reader.lexicon.language.numbers.ordinalDot === true;
}

/** `at` moved over the English article. */
function withoutThe(reader: Reader, at: number): number {
  const next = reader.gap(at + 3);
  return next > at + 3 && reader.text.startsWith('the', at) ? next : at;
}

/** The EDTF form of a century, which counts from 0; `before` Christ or not. */
function centuryOf(count: number, before = false): string {
  return `${before ? '-' : ''}${String(count - 1).padStart(2, '0')}XX`;
}

function date(start: number, end: number, value: string, reading: string): NumberMention {
  return { start, end, kind: 'date', value, reading };
}
