import type { NumberMention, RelativeDate } from '../../mentions.ts';
import { Role, type Word } from '../lexicon.ts';
import type { Reader } from '../reader.ts';
import { civil, dayNumber, format } from './calendar.ts';
import { weekdayFirst } from './textual.ts';

/** `today`, `last Friday`, `this week`, `mullu`, `a year ago`, `on Wednesday`. The value is what is written; `resolveRelative` gives the date. */
export function relative(reader: Reader, at: number, word: Word): NumberMention | null {
  reader.wordAt(at);
  const { end } = reader;
  if (word.day !== undefined) return make(reader, at, end, { day: word.day });
  if (word.years !== undefined) return make(reader, at, end, { period: 'year', which: word.years });
  if (word.weekday !== undefined) return weekday(reader, at, end, word.weekday);
  const before = reader.wordBefore(at);
  const { start } = reader;
  if (word.period === undefined)
    return word.season !== undefined && before?.which !== undefined
      ? make(reader, start, end, undefined)
      : null;
  if (before?.which !== undefined)
    return make(reader, start, end, { period: word.period, which: before.which });
  const first = before && before.roles & Role.article ? start : at;
  const direction = reader.wordAt(reader.gap(end))?.ago;
  if (direction === undefined || reader.end === end) return null;
  return make(reader, first, reader.end, { period: word.period, which: direction });
}

/** A day of the week with or without a date behind it. */
function weekday(reader: Reader, at: number, end: number, day: number): NumberMention | null {
  const dated = weekdayFirst(reader, end);
  if (dated && dated.kind === 'date' && /\d/.test(reader.text.slice(dated.start, dated.end)))
    return { ...dated, start: at };
  if (end - at <= 4 || !isNamed(reader, at)) return null;
  const which = reader.wordBefore(at)?.which;
  return which === undefined
    ? make(reader, at, end, { weekday: day })
    : make(reader, reader.start, end, { weekday: day, which });
}

function isNamed(reader: Reader, at: number): boolean {
  const first = reader.text[at] ?? '';
  return !reader.lexicon.language.dates.capitalised || first !== first.toLowerCase();
}

/** `two weeks ago`, from a duration's value and unit. */
export function ago(
  reader: Reader,
  start: number,
  end: number,
  value: number,
  unit: string,
): NumberMention | null {
  const at = reader.gap(end);
  const direction = at > end ? reader.wordAt(at)?.ago : undefined;
  if (direction === undefined) return null;
  const days = { d: 1, wk: 7 }[unit];
  const known = days !== undefined && Number.isInteger(value * days);
  return make(reader, start, reader.end, known ? { day: direction * value * days } : undefined);
}

function make(
  reader: Reader,
  start: number,
  end: number,
  relativeTo: RelativeDate | undefined,
): NumberMention {
  reader.wordAt(start);
  const written = reader.text.slice(start, end);
  const value = reader.end === end ? written : written.replace(/\s+/g, ' ');
  const reading = 'relative; the date of the text is not known';
  return relativeTo === undefined
    ? { start, end, kind: 'date', value, reading }
    : { start, end, kind: 'date', value, relative: relativeTo, reading };
}

/** A relative date as a date, for a text written on `today` (ISO 8601, to the day); any other mention as it is. */
export function resolveRelative(mention: NumberMention, today: string): NumberMention {
  const [year, month, day] = today.split('-').map(Number);
  if (!mention.relative || day === undefined) return mention;
  const value = resolved(mention.relative, dayNumber(year, month, day));
  return { ...mention, value, reading: `relative to ${today}` };
}

function resolved(date: RelativeDate, today: number): string {
  if ('day' in date) return iso(today + date.day);
  if ('weekday' in date) return iso(today + weekdayOffset(today, date.weekday, date.which));
  return periodOf(today, date.period, date.which);
}

function iso(days: number): string {
  const [year, month, day] = civil(days);
  return format({ year, month, day });
}

/** A weekday without more is the last one up to today, as in news; `next` is the first behind today. */
function weekdayOffset(today: number, weekday: number, which: number | undefined): number {
  const current = ((((today + 3) % 7) + 7) % 7) + 1;
  const back = (current - weekday + 7) % 7;
  if (which === 1) return 7 - back;
  return which === -1 && back === 0 ? -7 : -back;
}

function periodOf(today: number, period: 'week' | 'month' | 'year', which: number): string {
  const [year, month] = civil(today);
  if (period === 'year') return String(year + which);
  if (period === 'month') {
    const index = year * 12 + month - 1 + which;
    return format({ year: Math.floor(index / 12), month: (index % 12) + 1 });
  }
  const monday = today - ((((today + 3) % 7) + 7) % 7) + which * 7;
  return `${iso(monday)}/${iso(monday + 6)}`;
}
