import type { EntityData } from '../../languages/entityData.ts';
import type { Language } from '../../languages/language.ts';
import { hashWord } from '../../text/hash.ts';
import { HashTable } from './hashTable.ts';
import { knownNames } from './known.ts';

/** What a word may be in a name, or beside one: bits. */
export const WordClass = {
  title: 1 << 0,
  titleModifier: 1 << 1,
  firstName: 1 << 2,
  particle: 1 << 3,
  organisationHead: 1 << 4,
  companyForm: 1 << 5,
  placeHead: 1 << 6,
  placePrefix: 1 << 7,
  otherHead: 1 << 8,
  demonym: 1 << 9,
  direction: 1 << 10,
  calendar: 1 << 11,
  ordinary: 1 << 12,
  ordinaryCapitals: 1 << 13,
  placePreposition: 1 << 14,
  personVerb: 1 << 15,
  link: 1 << 16,
  conjunction: 1 << 17,
  article: 1 << 18,
  /** A listed name may begin with the word, in some form of it. */
  listed: 1 << 19,
  // Surroundings have the bits from 20 to 26.
  holdersHead: 1 << 27,
  joinedAdjective: 1 << 28,
} as const;

const fields: readonly (readonly [keyof EntityData, number])[] = [
  ['titles', WordClass.title],
  ['titleModifiers', WordClass.titleModifier],
  ['firstNames', WordClass.firstName],
  ['particles', WordClass.particle],
  ['organisationHeads', WordClass.organisationHead],
  ['holdersHeads', WordClass.holdersHead],
  ['joinedAdjectives', WordClass.joinedAdjective],
  ['companyForms', WordClass.companyForm],
  ['placeHeads', WordClass.placeHead],
  ['placePrefixes', WordClass.placePrefix],
  ['otherHeads', WordClass.otherHead],
  ['demonyms', WordClass.demonym],
  ['directions', WordClass.direction],
  ['calendar', WordClass.calendar],
  ['ordinary', WordClass.ordinary],
  ['ordinaryCapitals', WordClass.ordinaryCapitals],
  ['placePrepositions', WordClass.placePreposition],
  ['personVerbs', WordClass.personVerb],
  ['links', WordClass.link],
  ['conjunctions', WordClass.conjunction],
  ['articles', WordClass.article],
];

/** Units that may stand in the place of a pattern's last star: a case ending. */
const longestEnding = 6;
/** Words remembered before the memory is emptied. */
const rememberedWords = 1 << 16;
const stop = 0x2e;

/** One language's lists of words, asked by token hash. */
export class NameLexicon {
  readonly #words = new Map<number, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #suffixes = new Map<string, number>();
  readonly #infixes = new Map<string, number>();
  /** The bits of words that were asked for. */
  readonly #memory = new HashTable();
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
    const data = language.entities;
    for (const [field, bit] of fields) {
      for (const word of data[field].split(/\s+/)) {
        if (word !== '') this.#enter(word, bit);
      }
    }
  }

  #enter(word: string, bit: number): void {
    const ends = word.startsWith('*');
    const begins = word.endsWith('*');
    const bare = word.slice(ends ? 1 : 0, begins ? -1 : undefined);
    if (!begins && !ends) addBits(this.#words, hashWord(word), bit);
    else if (!ends) addBits(this.#prefixes, bare, bit);
    else addBits(begins ? this.#infixes : this.#suffixes, bare, bit);
  }

  /**
   * The `WordClass` bits of the word from `start` to `end`, which hashes to
   * `hash`. A full stop behind a word of two letters or more does not count.
   */
  classOf(text: string, start: number, end: number, hash: number): number {
    const known = this.#memory.get(hash);
    if (known >= 0) return known;
    const stopped = end - start > 2 && text.charCodeAt(end - 1) === stop;
    const bits = this.#find(text.slice(start, stopped ? end - 1 : end));
    if (this.#memory.size === rememberedWords) this.#memory.clear();
    this.#memory.set(hash, bits);
    return bits;
  }

  /** The `WordClass` bits of a word that is no whole token. */
  classOfText(word: string): number {
    return this.classOf(word, 0, word.length, hashWord(word));
  }

  #find(word: string): number {
    return (
      (this.#words.get(hashWord(word)) ?? 0) |
      this.#byPattern(word.toLowerCase()) |
      (knownNames(this.#language).mayBeginWith(word) ? WordClass.listed : 0)
    );
  }

  #byPattern(word: string): number {
    let bits = 0;
    if (this.#prefixes.size > 0) {
      for (let end = Math.max(2, word.length - longestEnding); end <= word.length; end++) {
        bits |= this.#prefixes.get(word.slice(0, end)) ?? 0;
      }
    }
    for (let start = 2; start < word.length; start++) {
      bits |= this.#suffixes.get(word.slice(start)) ?? 0;
      if (this.#infixes.size === 0) continue;
      const first = Math.max(start + 2, word.length - longestEnding);
      for (let end = first; end <= word.length; end++) {
        bits |= this.#infixes.get(word.slice(start, end)) ?? 0;
      }
    }
    return bits;
  }
}

function addBits<Key>(map: Map<Key, number>, key: Key, bit: number): void {
  map.set(key, (map.get(key) ?? 0) | bit);
}

const lexicons = new WeakMap<Language, NameLexicon>();

/** The language's lexicon; built on first use. */
export function nameLexiconOf(language: Language): NameLexicon {
  let lexicon = lexicons.get(language);
  if (lexicon === undefined) {
    lexicon = new NameLexicon(language);
    lexicons.set(language, lexicon);
  }
  return lexicon;
}
