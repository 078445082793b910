import type { Language } from '../../languages/language.ts';
import { endingsOf } from '../../recognise/entities/forms.ts';
import { lexiconOf } from '../../recognise/numbers/buildLexicon.ts';
import { wordOf } from '../../recognise/numbers/lexicon.ts';

/** The weekday that a date begins with; the span is relative to the date's words. */
export interface Weekday {
  /** 1 (Monday) to 7. */
  readonly day: number;
  readonly word: string;
}

const firstWord = /^[\p{L}\p{M}]+/u;

/** The weekday that the words of a date begin with, or null. */
export function weekdayIn(words: string, language: Language): Weekday | null {
  const [word] = firstWord.exec(words) ?? [];
  if (word === undefined) return null;
  const day = wordOf(lexiconOf(language), word)?.weekday;
  return day === undefined ? null : { day, word };
}

/** The form of another weekday that stands for the same form of this one (`Wed` → `Fri`, `kolmapäeval` → `reedel`), or null. */
export function sameForm({ day, word }: Weekday, other: number, language: Language): string | null {
  const { weekdays } = language.dates;
  const lower = word.toLowerCase();
  const [from, to] = [weekdays[day - 1], weekdays[other - 1]].map((forms) => forms.split(' '));
  for (const [at, form] of from.entries()) {
    const open = form.endsWith('*');
    const stem = open ? form.slice(0, -1) : form;
    if (open ? !lower.startsWith(stem) : lower !== stem) continue;
    const twin = to[at]?.replace('*', '');
    if (twin === undefined || (!open && !declinedAlike(from, to, language))) return null;
    const found = twin + lower.slice(stem.length);
    const capital = word[0] !== lower[0];
    return capital ? found[0].toUpperCase() + found.slice(1) : found;
  }
  return null;
}

/** Whether the forms of two weekdays stand in the same order: where words are declined, only those of one gender do. */
function declinedAlike(
  from: readonly string[],
  to: readonly string[],
  language: Language,
): boolean {
  if (endingsOf(language) === null) return true;
  return from.length === to.length && endsInVowel(from[0]) === endsInVowel(to[0]);
}

function endsInVowel(word: string): boolean {
  return /[aeiouõäöüаеиоуыэюя]$/.test(word);
}

const names = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** The English name of a weekday, 1 (Monday) to 7. */
export function weekdayName(day: number): string {
  return names[day - 1];
}
