import type { Language } from './language.ts';

export const ru: Language = {
  code: 'ru',
  text: { functionWords: [], abbreviations: [] },
  numbers: {},
  dates: {},
  entities: {},
};
