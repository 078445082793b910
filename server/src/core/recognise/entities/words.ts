import type { GazetteerMatch } from '../../corpus/gazetteer.ts';
import type { EntitySource, EntityType } from '../mentions.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';

/** A word of a run: one token, or several that hyphens join. */
export interface Word {
  /** Index of its first token. */
  readonly token: number;
  /** Index behind its last token. */
  readonly nextToken: number;
  readonly start: number;
  /** Offset behind it, an English possessive left out. */
  readonly end: number;
  /** `WordClass` bits of the word, or of its last part where it has several. */
  readonly classes: number;
  readonly capitalised: boolean;
  readonly allCaps: boolean;
  /** Holds a digit. */
  readonly digit: boolean;
  /** Begins with an article or particle that a hyphen joins (`al-Hilla`). */
  readonly article: boolean;
}

/** A listed name in a run: its words from `from` up to `to`. */
export interface KnownName {
  readonly from: number;
  readonly to: number;
  readonly match: GazetteerMatch;
}

/** A run of capitalised words, with the small words that may join them. */
export interface Run {
  readonly passage: Passage;
  readonly start: number;
  /** Offset behind the last word, an English possessive left out. */
  readonly end: number;
  /** Whether the first word stands where any word is capitalised. */
  readonly initial: boolean;
  /** Whether quotation marks stand directly around it. */
  readonly quoted: boolean;
  /** Whether a quotation and a verb of saying stand before it: the words name who speaks. */
  readonly said: boolean;
  /** `WordClass` bits of the word before the run and of the word behind it; 0 at a mark or an end. */
  readonly before: number;
  readonly behind: number;
  readonly words: readonly Word[];
  /** The names in it that the language's lists hold, in text order. */
  readonly known: readonly KnownName[];
}

/** What one recogniser reads in a run: the words from `from` up to `to`. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
  readonly source: EntitySource;
  readonly why: string;
  /** 1 to 100. Readings that overlap: the higher score wins, then the longer, then the earlier. */
  readonly score: number;
  /** See `Name.weak`. */
  readonly weak?: true;
}

/** The text of the words from `from` up to `to`. */
export function textOf({ passage, words }: Run, from: number, to: number): string {
  return passage.text.slice(words[from].start, words[to - 1].end);
}

/** Whether the word has an ending of its language that says where, whence or whither, behind a vowel. */
export function hasLocalEnding(run: Run, at: number): boolean {
  const { language } = run.passage;
  if (endingsOf(language) === null) return false;
  const word = textOf(run, at, at + 1);
  return language.entities.localEndings
    .split(' ')
    .some(
      (ending) =>
        ending !== '' &&
        word.length > ending.length + 2 &&
        word.endsWith(ending) &&
        /[aeiouõäöü]/.test(word[word.length - ending.length - 1]),
    );
}
