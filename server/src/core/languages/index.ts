import { en } from './en.ts';
import { et } from './et.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';

/** Every language, the default first. */
export const languages: readonly Language[] = [en, et, ru];

/** The language with this BCP 47 code (its primary subtag counts), or undefined. */
export function languageOf(code: string): Language | undefined {
  const primary = code.toLowerCase().split('-')[0];
  return languages.find((language) => language.code === primary);
}
