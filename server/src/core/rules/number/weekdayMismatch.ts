import { daysIn, weekdayOf } from '../../recognise/numbers/dates/calendar.ts';
import { isLetterAt } from '../../text/units.ts';
import type { Finding } from '../finding.ts';
import { rewrite } from '../fixes.ts';
import type { PassageRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { datesOf, monthName } from './dateParts.ts';
import { sameForm, weekdayIn, weekdayName } from './weekday.ts';

/** The first whole year of the Gregorian calendar. */
const firstYear = 1583;

/** `Tuesday, 4 April 2018`, which was a Wednesday. */
export const weekdayMismatch: PassageRule = {
  code: 'number/weekday-mismatch',
  severity: 'warning',
  title: 'Weekday that does not fit the date',
  scope: 'passage',
  check({ text, numbers, language }) {
    const findings: Finding[] = [];
    for (const mention of numbers) {
      if (!isLetterAt(text, mention.start)) continue;
      const [date] = datesOf(mention);
      const { year, month = 0, day } = date ?? {};
      if (year === undefined || year < firstYear || day === undefined) continue;
      if (month > 12 || day > daysIn(month, year)) continue;
      const weekday = weekdayIn(text.slice(mention.start, mention.end), language);
      const right = weekdayOf(year, month, day);
      if (!weekday || weekday.day === right) continue;
      const { start } = mention;
      const form = sameForm(weekday, right, language);
      const edit = { start, end: start + weekday.word.length, text: form ?? '' };
      findings.push({
        code: 'number/weekday-mismatch',
        start,
        end: mention.end,
        message: `${day} ${monthName(month)} ${year} was a ${weekdayName(right)}, not a ${weekdayName(weekday.day)}.`,
        fixes: form === null ? [] : [rewrite(`Write ${quoted(form)}`, [edit])],
      });
    }
    return findings;
  },
};
