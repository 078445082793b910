import type { NumberMention } from '../../mentions.ts';
import { Role } from '../lexicon.ts';
import { isSentenceEnd } from '../phrases.ts';
import { isDash, isLetter, type Reader } from '../reader.ts';
import { format } from './calendar.ts';

const dayMonth = /(\d{1,2})\.(0[1-9]|1[0-2])(?!\d)/y;

interface Day {
  readonly end: number;
  readonly day: number;
  readonly month: number;
  /** A full stop stands behind the month. */
  readonly dotted: boolean;
}

/** `16.10.`, a day and a month in digits where a full stop is no decimal sign. */
function dayMonthAt(reader: Reader, at: number): Day | null {
  const { dates, numbers } = reader.lexicon.language;
  if (dates.order !== 'dmy' || numbers.decimal === '.') return null;
  dayMonth.lastIndex = at;
  const [whole = '', day, month] = dayMonth.exec(reader.text) ?? [];
  const end = at + whole.length;
  if (end === at || Number(day) < 1 || Number(day) > 31 || !reader.closes(end)) return null;
  const dotted = reader.code(end) === 0x2e;
  return { end: dotted ? end + 1 : end, day: Number(day), month: Number(month), dotted };
}

/**
 * `16.10. sündinud`, `21.06.–23.09.`: a date without its year, from the first
 * digit at `at`. Times (`20.10–21.05`), sections and prices look alike, so that
 * a full stop must stand behind the month, or a day be past the 23rd hour.
 */
export function dayMonthDate(reader: Reader, at: number): NumberMention | null {
  const first = dayMonthAt(reader, at);
  if (!first || reader.startsLine(at) || isOther(reader, at)) return null;
  const joint = reader.gap(first.end);
  const last = isDash(reader.code(joint)) ? dayMonthAt(reader, reader.gap(joint + 1)) : null;
  if (last && !isMeasured(reader, last.end)) {
    const sure = first.dotted || last.dotted || first.day > lastHour || last.day > lastHour;
    // The full stop of `24.10–22.11.` is the sentence's.
    const open = !first.dotted && last.dotted && isSentenceEnd(reader, last.end);
    const end = open ? last.end - 1 : last.end;
    return sure ? date(at, end, `${format(first)}/${format(last)}`) : null;
  }
  return first.dotted && isLower(reader, joint) && !isMeasured(reader, first.end)
    ? date(at, first.end, format(first))
    : null;
}

const lastHour = 23;

/** `24. ja 25.07.`, `18.–21.06.`: a day that ends at `end`, joined to a day with its month. */
export function joinedDayMonth(
  reader: Reader,
  at: number,
  end: number,
  day: number,
): NumberMention | null {
  const joint = reader.gap(end);
  const dash = isDash(reader.code(joint));
  const roles = dash || joint === end ? 0 : (reader.wordAt(joint)?.roles ?? 0);
  if (!dash && !(roles & (Role.join | Role.to))) return null;
  const last = dayMonthAt(reader, reader.gap(dash ? joint + 1 : reader.end));
  if (!last?.dotted || last.day <= day || isOther(reader, at)) return null;
  return date(at, last.end, `${format({ month: last.month, day })}/${format(last)}`);
}

/** Behind a word for the clock, or a label of a section or figure. */
function isOther(reader: Reader, at: number): boolean {
  const roles = reader.wordBefore(at)?.roles ?? 0;
  return (roles & (Role.clock | Role.label | Role.labels)) !== 0;
}

function isMeasured(reader: Reader, end: number): boolean {
  const word = reader.wordAt(reader.gap(end));
  return word !== undefined && (word.unit ?? word.currency ?? word.scale) !== undefined;
}

function isLower(reader: Reader, at: number): boolean {
  const letter = reader.text[at] ?? '';
  return isLetter(reader.code(at)) && letter === letter.toLowerCase();
}

function date(start: number, end: number, value: string): NumberMention {
  return { start, end, kind: 'date', value, reading: 'day first, year missing' };
}
