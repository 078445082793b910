import { unitTable, WordBit } from '../../../text/units.ts';
import type { NumberMention } from '../../mentions.ts';
import { Role, wordOf } from '../lexicon.ts';
import { phraseAt } from '../phrases.ts';
import { isLetter, type Reader } from '../reader.ts';
import { withYearWord } from './yearBehind.ts';

/** `44 BC`, `AD 70`, `70 pKr`, `44 г. до н. э.`: EDTF counts a year 0, so that 44 BC is −0043. */
export function inEra(reader: Reader, at: number): NumberMention | null {
  const end = reader.digitsEnd(at);
  if (end - at > 4 || !reader.closes(end)) return null;
  const count = () => Number(reader.text.slice(at, end));
  const era = eraBehind(reader, end) ?? eraBehindYear(reader, end);
  if (era) return count() === 0 ? null : date(at, era.end, yearOf(count(), era.before));
  const word = reader.wordBefore(at);
  const { start } = reader;
  const marked = word !== undefined && (word.roles & Role.afterChrist) !== 0;
  const domini = annoDomini(reader, at);
  if (domini >= 0) return date(domini, end, yearOf(count(), false));
  return marked && isUpper(reader.text.slice(start, start + 2))
    ? date(start, end, yearOf(count(), false))
    : null;
}

/** The mark of an era behind the word for a year: `44 г. до н. э.` */
function eraBehindYear(reader: Reader, end: number): ReturnType<typeof eraBehind> {
  if (reader.lexicon.language.dates.yearBehind === '') return null;
  const worded = withYearWord(reader, end);
  return worded > end ? eraBehind(reader, worded) : null;
}

/** Where `A.D.` begins that stands before `at`, −1 where it does not; the mark without full stops is a word. */
function annoDomini(reader: Reader, at: number): number {
  const start = reader.gapBefore(at) - 'A.D.'.length;
  return start >= reader.floor && reader.text.startsWith('A.D.', start) ? start : -1;
}

function yearOf(count: number, before: boolean): string {
  const year = String(before ? count - 1 : count).padStart(4, '0');
  return before && count > 1 ? `-${year}` : year;
}

/** The mark of an era behind `end`, with or without full stops (`BC`, `B.C.`, `e.Kr`), or a phrase for one. */
export function eraBehind(reader: Reader, end: number): { end: number; before: boolean } | null {
  const at = reader.gap(end);
  if (at === end) return null;
  const phrase = phraseAt(reader, at, reader.lexicon.eras);
  if (phrase) return { end: phrase.end, before: phrase.value < 0 };
  reader.wordAt(at);
  const letters = reader.end - at;
  if (letters === 0 || letters > 3 || (letters === 1 && reader.code(at + 1) !== 0x2e)) return null;
  let stop = at;
  let bits = 0;
  while (
    stop - at < 6 &&
    (isLetter(reader.code(stop)) || (stop > at && reader.code(stop) === 0x2e))
  ) {
    bits |= unitTable[reader.code(stop)];
    stop += 1;
  }
  if ((bits & WordBit.upper) === 0) return null;
  if (reader.code(stop - 1) === 0x2e && reader.code(at + 1) !== 0x2e) stop -= 1;
  const mark = reader.text.slice(at, stop).replaceAll('.', '');
  if (mark.length < 2 || mark.length > 3 || !reader.closes(stop)) return null;
  const roles = wordOf(reader.lexicon, mark)?.roles ?? 0;
  return roles & (Role.beforeChrist | Role.afterChrist)
    ? { end: stop, before: (roles & Role.beforeChrist) !== 0 }
    : null;
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}

function date(start: number, end: number, value: string): NumberMention {
  return { start, end, kind: 'date', value, reading: 'a year of an era' };
}
