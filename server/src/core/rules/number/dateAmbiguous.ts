import type { Language } from '../../languages/language.ts';
import type { NumberMention } from '../../recognise/mentions.ts';
import { weekdayOf } from '../../recognise/numbers/dates/calendar.ts';
import type { Finding } from '../finding.ts';
import { rewrite } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { weekdayIn } from './weekday.ts';

/** Two numbers that may each be the month, and a year. A full stop puts the day first wherever it is used. */
const numeric = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/**
 * `04/05/2018`: April or May. A weekday beside it decides, and so do dates of
 * the text that can be read in one way only, as long as they agree.
 */
export const dateAmbiguous: TextRule = {
  code: 'number/date-ambiguous',
  severity: 'info',
  title: 'Date that may be read in two ways',
  scope: 'text',
  check(text) {
    const open: NumericDate[] = [];
    const orders = new Set<'day first' | 'month first'>();
    for (const mention of text.numbers(undefined, isFullDate)) {
      const date = numericDate(text, mention);
      if (!date) continue;
      const { first, second } = date;
      const days = [first, second].filter((part) => part > 12);
      if (days.length === 0 && first !== second) open.push(date);
      else if (days.length === 1) orders.add(first > 12 ? 'day first' : 'month first');
    }
    return orders.size === 1 ? [] : open.flatMap((date) => findingOf(text, date) ?? []);
  },
};

const fullDate = /^\d{4}-\d\d-\d\d/;

/** Whether year, month and day are known. */
function isFullDate({ kind, value }: NumberMention): boolean {
  return kind === 'date' && typeof value === 'string' && fullDate.test(value);
}

/** A date in digits; the numbers are in the order written. */
interface NumericDate {
  readonly start: number;
  readonly words: string;
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** The weekday before it, 1 (Monday) to 7. */
  readonly weekday: number | undefined;
}

function numericDate(text: AnalysedText, { start, end, value }: NumberMention) {
  if (end - start < 6) return null;
  const whole = text.slice(start, end);
  const found = numeric.exec(whole);
  if (!found) return null;
  const date: NumericDate = {
    start: start + found.index,
    words: found[0],
    first: Number(found[1]),
    second: Number(found[3]),
    year: Number(String(value).slice(0, 4)),
    weekday: weekdayIn(whole, text.language)?.day,
  };
  return date;
}

function findingOf({ language }: AnalysedText, date: NumericDate): Finding | null {
  const { start, words, first, second, year, weekday } = date;
  const readings = [
    { month: first, day: second },
    { month: second, day: first },
  ];
  const fit = readings.filter(
    ({ month, day }) => weekday === undefined || weekdayOf(year, month, day) === weekday,
  );
  if (fit.length === 1) return null;
  const [a, b] = readings.map(({ month, day }) => written(year, month, day, language));
  const place = { start, end: start + words.length };
  return {
    code: 'number/date-ambiguous',
    ...place,
    message: `${quoted(words)} may be ${a} or ${b}; write the month out.`,
    fixes: [a, b].map((text) => rewrite(`Write “${text}”`, [{ ...place, text }])),
  };
}

/** The date with its month in words, as the language writes it (CLDR). */
function written(year: number, month: number, day: number, { code }: Language): string {
  const format = new Intl.DateTimeFormat(code, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1, day));
}
