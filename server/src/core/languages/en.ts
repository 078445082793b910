import type { Language } from './language.ts';

export const en: Language = {
  code: 'en',
  text: { functionWords: [], abbreviations: [] },
  numbers: {},
  dates: {},
  entities: {},
};
