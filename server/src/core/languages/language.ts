import type { EntityData } from './entityData.ts';

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
  /**
   * Abbreviations, without their last full stop, that may end a sentence: they
   * do when a capitalised function word follows (`U.S`, `Co`).
   */
  readonly abbreviations: readonly string[];
  /** Abbreviations that something always follows, so that they never end a sentence (`Gen`, `nr`). */
  readonly leadingAbbreviations: readonly string[];
  /** Abbreviations behind which any capital starts a sentence (`etc`, `p.m`). */
  readonly trailingAbbreviations: readonly string[];
  /** Abbreviations only where a number follows (`no. 5`, `p. 12`). */
  readonly numericAbbreviations: readonly string[];
  /**
   * First parts that stay one token with what follows their hyphen
   * (`e-mail`, `anti-terrorist`) while other hyphenated words are split; null
   * where the language keeps all of them whole (`IS-i`, `välis-`).
   */
  readonly joiningPrefixes: readonly string[] | null;
  /** Whether a number with a full stop before a lower-case word is an ordinal (`19. november`). */
  readonly ordinalStop: boolean;
}

/**
 * Word forms of one meaning, separated by spaces. A form that ends in one of
 * the keys of `NumberData.endings` stands for itself without that mark and for
 * itself with each of the endings: with `endings: {'*': 's st'}`, `kahe*`
 * stands for `kahe`, `kahes` and `kahest`.
 */
export type Forms = string;

/**
 * Rows of a value and the words for it, separated by `;`: `1 one; 2 two`. A value
 * is a number, a fraction (`1/3`), a range (`20-99`) or a symbol, as the member says.
 */
export type Table = string;

/** Such rows for phrases: `_` stands for the space inside one, which may be missing behind a full stop (`до_н._э`). */
export type PhraseTable = string;

/** Number words that are written as one: each stem with each tail (`kolm` + `kümmend`). */
export interface JoinedNumbers {
  /** A tail adds to the stem's value, or multiplies it. */
  readonly plus?: number;
  readonly times?: number;
  /** Tails by the case of the stem, in the order of `JoinedStems`; the last are those of the ordinal. */
  readonly tails: readonly [nominative: Forms, genitive: Forms, partitive: Forms, ordinal: Forms];
}

/** A value and its stem in the nominative, genitive and partitive; ordinals are made from the genitive. */
export type JoinedStem = readonly [
  value: number,
  nominative: string,
  genitive: string,
  partitive: string,
];

/** What `core/recognise/numbers` needs. All words are lower case. */
export interface NumberData {
  /** The decimal sign; the other of the two groups thousands. */
  readonly decimal: '.' | ',';
  readonly endings: Readonly<Record<string, string>>;
  /** Words for 0 to 99 and for whole hundreds (`двести`). */
  readonly cardinals: Table;
  /** Words that multiply what stands before them: hundred, thousand, dozen. */
  readonly scales: Table;
  readonly ordinals: Table;
  readonly joined?: {
    readonly stems: readonly JoinedStem[];
    readonly numbers: readonly JoinedNumbers[];
  };
  /** A tens word directly followed by a ones word, without space or hyphen, is a number (`twentyfifth`). */
  readonly tensJoinOnes?: boolean;
  /** Two numbers below 100 side by side are hundreds and the rest (`one twenty two`). */
  readonly pairs?: boolean;
  /** The ending that makes a denominator of an ordinal (`three fifths`). */
  readonly denominatorEnding?: string;
  /** Words for parts: the value is the part (`half` is 0.5). */
  readonly fractions: Table;
  /** Words for parts of which a number stands before (`three quarters`), by how many make a whole. */
  readonly denominators: Table;
  /** Words that are a part only before a unit or a scale word (`poole miljoni`, elsewhere `poole` is `towards`). */
  readonly partsOfUnits: Table;
  /** Plural scale words without a number before them, with the range they mean. */
  readonly vague: Table;
  /** Small vague numbers, with the value they are read as (`a few`). */
  readonly few: Table;
  /** Letters directly behind digits that multiply. Upper and lower case count. */
  readonly suffixes: Readonly<Record<string, number>>;
  /** What is written behind digits to make an ordinal: `th`, `-я`. */
  readonly ordinalSuffixes: Forms;
  /** Case endings that are written directly behind digits (`150st`). */
  readonly caseEndings?: Forms;
  /** A full stop behind digits makes an ordinal before a lower-case word (`7. konverents`). */
  readonly ordinalDot?: boolean;
  /** A Roman numeral before any noun is an ordinal (`II maailmasõda`), not only behind a name. */
  readonly romanOrdinals?: boolean;
  readonly articles: Forms;
  /** Words inside one number (`three hundred and five`). */
  readonly and: Forms;
  /** Words between two numbers, months or parts of a sum (`January and February`). */
  readonly join: Forms;
  readonly minus: Forms;
  readonly point: Forms;
  readonly percent: Forms;
  /** Words behind a word for percent that make percentage points of it. */
  readonly percentPoints: Forms;
  /** Words that mean percentage points by themselves. */
  readonly points: Forms;
  /** Phrases before a number that blur it. */
  readonly hedges: readonly string[];
  /** Phrases behind a number that blur it (`or more`). */
  readonly hedgesBehind: readonly string[];
  readonly between: Forms;
  readonly from: Forms;
  readonly to: Forms;
  /** Words that stand between a number and what it counts (`of`, `of the`). */
  readonly of: Forms;
  readonly counted: CountedNouns;
  /** Words before a digit that make it a name or a place in a document: `article`. */
  readonly labels: Forms;
  /** Such words in the plural, which more than one number may follow. */
  readonly pluralLabels: Forms;
  /** Expressions in digits that are names (`9/11`). */
  readonly names: Forms;
  /** Words behind which `one` is a pronoun (`this one`). */
  readonly pronounBefore: Forms;
  /** Words before which `one` is a pronoun (`one another`). */
  readonly pronounBehind: Forms;
  /** Words for units by the unit's symbol in `units.ts`. */
  readonly units: Table;
  /** Words for units that are such only behind a hyphen (`45-летний`; `летний` is `of summer`). */
  readonly joinedUnits: Table;
  /** Words behind degrees that make coordinates of them, beside N, S, E and W: 1 latitude, 2 longitude. */
  readonly hemispheres: PhraseTable;
  /** Words behind a duration that make it an age (`old`). */
  readonly age: readonly string[];
  /** Words before a number that make it an age in years (`aged`). */
  readonly ageBefore: Forms;
  /** Words for money by ISO 4217 code. */
  readonly currencies: Table;
  /** Words for nations before a currency's name, by its code; `USD>CAD` where the name alone means another one, the first. */
  readonly nationalCurrencies: Table;
  /** Words for the hundredth part of a currency, by its code. */
  readonly cents: Table;
  /** Words before a telephone number. */
  readonly phone: Forms;
}

/** How the noun that a number counts is found among the words behind it. */
export interface CountedNouns {
  /** Words that end the search. */
  readonly stops: Forms;
  /** Endings no counted noun has: words so ended stop the search. */
  readonly notEndings: Forms;
  /** Endings of the plural: the noun ends at the first run of such words. Absent: at the first word. */
  readonly plural?: Forms;
  /** Words that end like a plural but are none. */
  readonly notPlural?: Forms;
  /** Plurals without such an ending. */
  readonly irregular?: Forms;
  /** Endings of adjectives, behind which the noun is still to come. */
  readonly adjectives?: Forms;
}

/** What the date recognisers need. All words are lower case. */
export interface DateData {
  /** The order of `04/05/2018`. */
  readonly order: 'dmy' | 'mdy';
  /** January first. */
  readonly months: readonly Forms[];
  /** Monday first. */
  readonly weekdays: readonly Forms[];
  /** Month and weekday names take a capital. */
  readonly capitalised: boolean;
  /** Words directly before a bare year. */
  readonly yearBefore: Forms;
  /** Words directly behind a year. */
  readonly yearBehind: Forms;
  /** Endings behind a year that make it a decade (`1990s`). */
  readonly decade: Forms;
  /** Words behind a round year that make it a decade (`1990. aastatel`). */
  readonly decadeBehind: Forms;
  /** Words for decades, by their first year (`nineties`). */
  readonly decades: Table;
  readonly century: Forms;
  /** Abbreviations of it that count only with their full stop, or take it in (`XIX в.`). */
  readonly centuryShort: Forms;
  /** Seasons by their EDTF number: 21 spring to 24 winter. */
  readonly seasons: Table;
  /** Words for a quarter of the year. */
  readonly quarter: Forms;
  /** Marks of years before Christ, without full stops (`bc`). */
  readonly beforeChrist: Forms;
  /** Marks of years after Christ. */
  readonly afterChrist: Forms;
  /** Phrases behind a year or century: −1 before Christ, 1 after. */
  readonly eras: PhraseTable;
  /** Words before a time of day. */
  readonly at: Forms;
  /** Words before a time of day that make one of any number (`kell 5`). */
  readonly clock: Forms;
  /** Words for a time of day, by the hour (`noon`). */
  readonly hours: Table;
  /** Marks of the half of the day behind an hour, by what they add to hours below 12. */
  readonly halves: Table;
  /** Words behind an hour that make a time of it: 1 always (`o'clock`), 0 behind `at` or before a part of the day (`часов`). */
  readonly oclock: PhraseTable;
  /** Parts of the day behind an hour, by the first of their twelve hours (`at night` is 18: it has eleven and two). */
  readonly partsOfDay: PhraseTable;
  /** Words around minutes: `past` and `to` before the hour, `without` before minutes that are missing to it. */
  readonly minutes: Table;
  /** Words for a part of the hour that the hour behind them ends (`pool kuus` is half past five). */
  readonly partsOfHour: Table;
  /** The hours behind such words. */
  readonly partHours: Table;
  /** Days from today. */
  readonly days: Table;
  /** Words for a year, by years from this one (`mullu`). */
  readonly years: Table;
  /** Periods that `this`, `last`, `next` go with. */
  readonly periods: Table;
  /** −1 last, 0 this, 1 next. */
  readonly which: Table;
  /** Words behind a duration that make it a time in the past or to come (`ago`). */
  readonly ago: Table;
  /** Joining words inside a date (`4th of May`). */
  readonly of: Forms;
}
