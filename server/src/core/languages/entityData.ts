/**
 * What `core/recognise/entities` needs: lists of lower-case words, separated
 * by white space. A word ending in `*` stands for every word that begins so,
 * one beginning with `*` for every word that ends so; both only where a field
 * says that patterns are allowed.
 */
export interface EntityData {
  /** Words that stand before a person's name and are no part of it (`president`). */
  readonly titles: string;
  /** Titles that go on with a name or another title and begin no name themselves (`deputy`, `prime`). */
  readonly titleModifiers: string;
  readonly firstNames: string;
  /** Names by which well-known persons are called alone, several words joined by `_`. */
  readonly people: string;
  /** Particles inside or before a family name (`von`, `al`). */
  readonly particles: string;
  /** Nouns that an organisation's name ends with or is built around (`ministry`). Patterns allowed. */
  readonly organisationHeads: string;
  /** Nouns of organisations that may stand in lower case behind who is at their head (`the Attorney General’s office`). */
  readonly holdersHeads: string;
  /** Adjectives and participles that a hyphen joins to a name that they are no part of (`US-led`). */
  readonly joinedAdjectives: string;
  /** Forms of companies (`ltd`). */
  readonly companyForms: string;
  /** Names of organisations, several words joined by `_`. */
  readonly organisations: string;
  /** Nouns that a place's name ends with (`river`). Patterns allowed. */
  readonly placeHeads: string;
  /** Nouns that a place's name begins with (`mount`). */
  readonly placePrefixes: string;
  /** Names of places that CLDR does not list, several words joined by `_`. */
  readonly places: string;
  /** Nouns of other things with names (`convention`). Patterns allowed. */
  readonly otherHeads: string;
  /** Adjectives and nouns of peoples, religions, languages (`russian`). */
  readonly demonyms: string;
  /** Words of direction that may be part of a place's name (`eastern`). */
  readonly directions: string;
  /** Months and days of the week. */
  readonly calendar: string;
  /** Words that are often capitalised and are no names, such as those that begin sentences. Patterns allowed. */
  readonly ordinary: string;
  /** Capital-letter words that are no names (`ok`, `faq`). */
  readonly ordinaryCapitals: string;
  /** Prepositions that places follow. */
  readonly placePrepositions: string;
  /** Verbs whose subject is a person (`said`). */
  readonly personVerbs: string;
  /** Words that may join two capitalised words of one name: after a head noun (`of`), between equals (`and`). */
  readonly links: string;
  readonly conjunctions: string;
  /** Articles that may follow a link inside a name. */
  readonly articles: string;
  /** Endings of a declined name, longest first; empty where names are not declined. */
  readonly caseEndings: string;
  /** Those of them that say where, whence or whither. */
  readonly localEndings: string;
  /** Abbreviations that need no expansion (`UN`). */
  readonly wellKnownAbbreviations: string;
}
