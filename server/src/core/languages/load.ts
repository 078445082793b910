import type { LanguageCode } from './functionWords.ts';
import type { Language } from './language.ts';

/** Each language's file, loaded when it is asked for. */
const files: Readonly<Record<LanguageCode, () => Promise<Language>>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  et: () => import('./et.ts').then(({ et }) => et),
  ru: () => import('./ru.ts').then(({ ru }) => ru),
};

/** What is known of a language: one object a language, however often it is asked for. */
export function loadLanguage(code: LanguageCode): Promise<Language> {
  return files[code]();
}
