/**
 * Everything Glossator knows of one language: data only. A language is one
 * file in this folder (see docs/languages.md); the sections belong to the
 * parts of the core that read them.
 */
export interface Language {
  /** BCP 47 code, such as `en`. */
  readonly code: string;
  readonly text: TextData;
  readonly numbers: NumberData;
  readonly dates: DateData;
  readonly entities: EntityData;
}

/** What `core/text` needs: language detection, tokens, sentence ends. */
export interface TextData {
  /** Very frequent lower-case function words; the language whose words occur most is the text's. */
  readonly functionWords: readonly string[];
  /** Abbreviations, without their last full stop, that do not end a sentence (`Gen`, `nr`, `U.S`). */
  readonly abbreviations: readonly string[];
}

/** What `core/recognise/numbers` needs. */
export interface NumberData {}

/** What the date recognisers need. */
export interface DateData {}

/** What `core/recognise/entities` needs. */
export interface EntityData {}
