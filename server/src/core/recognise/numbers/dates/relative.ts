import type { NumberMention } from '../../mentions.ts';
import type { Word } from '../lexicon.ts';
import type { Reader } from '../reader.ts';
import { civil, dayNumber, format } from './calendar.ts';
import { weekdayFirst } from './textual.ts';

/** `today`, `last Friday`, `this week`, `on Wednesday`: resolved where the document's date is known, else named as written. */
export function relative(reader: Reader, at: number, word: Word): NumberMention | null {
  reader.wordAt(at);
  const { end } = reader;
  const dated = word.weekday === undefined ? null : weekdayFirst(reader, end);
  if (dated && dated.kind === 'date' && /\d/.test(reader.text.slice(dated.start, dated.end)))
    return { ...dated, start: at };
  const today = todayOf(reader);
  if (word.day !== undefined)
    return make(reader, at, end, today === null ? null : iso(today + word.day));
  const which = reader.wordBefore(at)?.which;
  const start = which === undefined ? at : reader.start;
  if (word.weekday !== undefined) {
    if (end - at <= 4 || !named(reader, at)) return null;
    return make(
      reader,
      start,
      end,
      today === null ? null : iso(today + weekdayOffset(today, word.weekday, which)),
    );
  }
  if (word.period === undefined || which === undefined) return null;
  return make(reader, start, end, today === null ? null : periodOf(today, word.period, which));
}

/** `two weeks ago`, from the end of a duration. */
export function ago(
  reader: Reader,
  start: number,
  end: number,
  value: number,
  unit: string,
): NumberMention | null {
  const at = reader.gap(end);
  const direction = at > end ? reader.wordAt(at)?.ago : undefined;
  if (direction === undefined || reader.text.slice(at, reader.end) === 'earlier') return null;
  const days = { d: 1, wk: 7 }[unit];
  const today = todayOf(reader);
  const resolved =
    today === null || days === undefined || !Number.isInteger(value)
      ? null
      : iso(today + direction * value * days);
  return make(reader, start, reader.end, resolved);
}

/** Days since 1970 of the document's date; null where it is unknown. */
function todayOf(reader: Reader): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(reader.documentDate ?? '');
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
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

function named(reader: Reader, at: number): boolean {
  const first = reader.text[at] ?? '';
  return !reader.lexicon.language.dates.capitalised || first !== first.toLowerCase();
}

function make(reader: Reader, start: number, end: number, value: string | null): NumberMention {
  const text = reader.text.slice(start, end).replace(/\s+/g, ' ');
  const reading =
    value === null
      ? 'relative; the date of the document is not known'
      : `relative to ${reader.documentDate}`;
  return { start, end, kind: 'date', value: value ?? text, reading };
}
