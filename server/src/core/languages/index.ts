import { en } from './en.ts';
import { et } from './et.ts';
import { languageCodeOf } from './functionWords.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';

/** Every language, the default first, for who needs all of them at once. Programs load them one by one: see load.ts. */
export const languages: readonly Language[] = [en, et, ru];

/** The language that a BCP 47 tag is of (its primary subtag counts), or undefined. */
export function languageOf(tag: string): Language | undefined {
  const code = languageCodeOf(tag);
  return languages.find((language) => language.code === code);
}
