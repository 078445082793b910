import type { NumberMention } from '../../recognise/mentions.ts';
import type { Finding, Fix } from '../finding.ts';
import { rewrite } from '../fixes.ts';
import type { PassageRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { datesOf } from './dateParts.ts';

/** A number in digits with its separators. */
const numeral = /\d(?:[\d.,'’\u00a0\u202f]*\d)?/g;

/** A run of years. */
const years = /^(\d{4})\/(\d{4})$/;

/** `9,000 to 7,000`, `30–25 April`, `1945–1939`; `December to January` goes on into the next year. */
export const rangeReversed: PassageRule = {
  code: 'number/range-reversed',
  severity: 'warning',
  title: 'Range that runs backwards',
  scope: 'passage',
  check({ text, numbers }) {
    const findings: Finding[] = [];
    for (const mention of numbers) {
      if (!runsBackwards(mention)) continue;
      const { start, end } = mention;
      const words = text.slice(start, end);
      findings.push({
        code: 'number/range-reversed',
        start,
        end,
        message: `The range ${quoted(words)} runs backwards: its first number is the greater one.`,
        fixes: swapped(words, start),
      });
    }
    return findings;
  },
};

function runsBackwards(mention: NumberMention): boolean {
  const { kind, value } = mention;
  if (kind === 'date') {
    if (typeof value !== 'string' || !value.includes('/')) return false;
    const [, from, to] = years.exec(value) ?? [];
    if (from !== undefined) return Number(from) > Number(to);
    const [first, last] = datesOf(mention);
    if (last?.day === undefined || first.day === undefined) return false;
    return first.year === last.year && first.month === last.month && first.day > last.day;
  }
  const bounds = typeof value === 'object' && 'amount' in value ? value.amount : value;
  return typeof bounds === 'object' && bounds[0] > bounds[1];
}

/** The two numbers in each other's place, where both are written in digits. */
function swapped(words: string, offset: number): Fix[] {
  const places = [...words.matchAll(numeral)].map(({ 0: text, index }) => ({
    start: offset + index,
    end: offset + index + text.length,
    text,
  }));
  if (places.length !== 2) return [];
  const [first, second] = places;
  const edits = [
    { ...first, text: second.text },
    { ...second, text: first.text },
  ];
  return [rewrite(`Swap ${first.text} and ${second.text}`, edits)];
}
