import type { Language } from './language.ts';

export const et: Language = {
  code: 'et',
  text: { functionWords: [], abbreviations: [] },
  numbers: {},
  dates: {},
  entities: {},
};
