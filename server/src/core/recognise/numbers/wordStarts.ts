import { currencyCodes } from './currencies.ts';
import { Role, Start, type Word } from './lexicon.ts';
import { symbolsByLetters } from './units.ts';

/** Whether the word may say what the number behind it measures, or its sign. */
export function leads(form: string, { currency, roles }: Word): boolean {
  return (
    currency !== undefined ||
    isCode(form) ||
    (roles & (Role.of | Role.ageBefore | Role.minus)) !== 0
  );
}

const going = Role.percent | Role.points | Role.to | Role.join | Role.and | Role.point;

/** Whether the word may say what the number before it measures, or go on with it. */
export function follows(form: string, word: Word): boolean {
  const { scale, unit, power, currency, cent } = word;
  return (
    (scale ?? unit ?? power ?? currency ?? cent) !== undefined ||
    (word.roles & going) !== 0 ||
    form === 'per' ||
    form.length === 1 ||
    isCode(form) ||
    isCode(form.slice(1)) ||
    symbolLetters.has(form)
  );
}

/** Whether the word looks like the code of a currency. */
function isCode(form: string): boolean {
  return currencyCodes.has(form.toUpperCase());
}

const symbolLetters = new Set([...symbolsByLetters.keys()].map((letters) => letters.toLowerCase()));

/** The recognisers that may begin at the word; `clock` says whether the language has words that make a time of numbers. */
export function startsOf(word: Word, clock: boolean): number {
  const has = (...meanings: unknown[]) => meanings.some((meaning) => meaning !== undefined);
  const number =
    has(word.cardinal, word.scale, word.ordinal, word.fraction, word.partOfUnit) ||
    (word.roles & Role.point) !== 0;
  return (
    (has(word.month) ? Start.month : 0) |
    (has(word.hour) || (clock && has(word.cardinal, word.fraction, word.partOfHour))
      ? Start.time
      : 0) |
    (has(word.season, word.decade) ? Start.season : 0) |
    (has(word.day, word.years, word.weekday, word.period, word.season) ? Start.relative : 0) |
    (has(word.vague, word.few) ? Start.vague : 0) |
    (number ? Start.number : 0)
  );
}
