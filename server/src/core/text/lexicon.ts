import type { Language } from '../languages/language.ts';
import { hashWord } from './hash.ts';

/** What may follow an abbreviation. */
export const Abbreviation = {
  /** Something always follows (`Gen.`, `nr.`): never the end of a sentence. */
  leading: 1,
  /** A capital behind it starts a sentence if it is a word that often does (`U.S.`, `Co.`). */
  inner: 2,
  /** A capital behind it starts a sentence (`etc.`, `p.m.`). */
  trailing: 3,
  /** An abbreviation only where a number follows (`no. 5`, `lk. 12`). */
  numeric: 4,
} as const;

/** The text data of one language, keyed by word hash. */
export interface Lexicon {
  readonly abbreviations: ReadonlyMap<number, number>;
  /** Not 0 at the low bits (`filterMask`) of every abbreviation's hash, and at those of few other words. */
  readonly abbreviationFilter: Uint8Array;
  /** Function words: when capitalised behind an abbreviation, they start a sentence. */
  readonly functionWords: ReadonlySet<number>;
  /** First parts that stay joined to what follows their hyphen; null: every hyphenated word is one token. */
  readonly joiningPrefixes: ReadonlySet<number> | null;
  /** Whether a number with a full stop and a lower-case word behind it is an ordinal. */
  readonly ordinalStop: boolean;
}

/** The bits of a word's hash that a filter is read at. */
export const filterMask = 0xfff;

/** What is known where the language is not. */
export const noLexicon: Lexicon = {
  abbreviations: new Map(),
  abbreviationFilter: new Uint8Array(filterMask + 1),
  functionWords: new Set(),
  joiningPrefixes: new Set(),
  ordinalStop: false,
};

const known = new WeakMap<Language, Lexicon>();

/** The language's lexicon; built on first use. */
export function lexiconOf(language: Language): Lexicon {
  let lexicon = known.get(language);
  if (!lexicon) {
    lexicon = buildLexicon(language);
    known.set(language, lexicon);
  }
  return lexicon;
}

function buildLexicon({ text }: Language): Lexicon {
  const abbreviations = new Map<number, number>();
  const lists = [
    [text.abbreviations, Abbreviation.inner],
    [text.leadingAbbreviations, Abbreviation.leading],
    [text.trailingAbbreviations, Abbreviation.trailing],
    [text.numericAbbreviations, Abbreviation.numeric],
  ] as const;
  for (const [words, role] of lists) {
    for (const word of words) {
      abbreviations.set(hashWord(word), role);
      abbreviations.set(hashWord(`${word}.`), role);
    }
  }
  const abbreviationFilter = new Uint8Array(filterMask + 1);
  for (const hash of abbreviations.keys()) abbreviationFilter[hash & filterMask] = 1;
  return {
    abbreviations,
    abbreviationFilter,
    functionWords: new Set(text.functionWords.map(hashWord)),
    joiningPrefixes: text.joiningPrefixes && new Set(text.joiningPrefixes.map(hashWord)),
    ordinalStop: text.ordinalStop,
  };
}
