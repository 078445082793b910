import type { NumberMention } from '../../recognise/mentions.ts';
import { daysIn } from '../../recognise/numbers/dates/calendar.ts';
import type { Finding, Fix } from '../finding.ts';
import { rewrite } from '../fixes.ts';
import type { PassageRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { type DatePart, datesOf, monthName } from './dateParts.ts';

/** A day or month that the calendar does not have. */
export const dateInvalid: PassageRule = {
  code: 'number/date-invalid',
  severity: 'warning',
  title: 'Impossible date',
  scope: 'passage',
  check({ text, numbers }) {
    const findings: Finding[] = [];
    for (const mention of numbers) {
      for (const date of datesOf(mention)) {
        const why = impossible(date);
        if (why === null) continue;
        const { start, end } = mention;
        const message = `${quoted(text.slice(start, end))} is no date: ${why}.`;
        findings.push({
          code: 'number/date-invalid',
          start,
          end,
          message,
          fixes: swapped(mention, date),
        });
        break;
      }
    }
    return findings;
  },
};

function impossible({ year, month, day }: DatePart): string | null {
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = daysIn(month, year);
  if (day === undefined || day <= days) return null;
  const which =
    month === 2 && year !== undefined ? `${monthName(month)} ${year}` : monthName(month);
  return `${which} has ${days} days`;
}

/** Day and month the other way round, where that is a date. */
function swapped({ start, end, value }: NumberMention, { year, month, day }: DatePart): Fix[] {
  if (month <= 12 || day === undefined || day > 12 || year === undefined) return [];
  const [before, after] = [month, day].map((part) => String(part).padStart(2, '0'));
  const iso = String(value).replace(`-${before}-${after}`, `-${after}-${before}`);
  return month <= daysIn(day, year) ? [rewrite(`Write ${iso}`, [{ start, end, text: iso }])] : [];
}
