import type { Forms, PhraseTable, Table } from '../../languages/language.ts';
import type { Phrase, Word } from './lexicon.ts';

/** A number or a fraction such as `1/3`. */
export function number(value: string): number {
  const [upper, lower = '1'] = value.split('/');
  return Number(upper) / Number(lower);
}

/** A range such as `20-99`. */
export function range(value: string): readonly [number, number] {
  const [low, high] = value.split('-').map(Number);
  return [low ?? 0, high ?? 0];
}

/** The rows of a table: each value with the words for it. */
export function rowsOf(table: Table): (readonly [value: string, words: readonly string[]])[] {
  return table.split(';').map((row) => {
    const [value = '', ...words] = split(row.trim());
    return [value, words];
  });
}

/** A table's values by their words. */
export function valuesByWord(table: Table): ReadonlyMap<string, string> {
  return new Map(rowsOf(table).flatMap(([value, words]) => words.map((word) => [word, value])));
}

/** The phrases of a table, longest first. */
export function phrasesOf(table: PhraseTable): Phrase[] {
  const phrases = rowsOf(table).flatMap(([value, forms]) =>
    forms.map((words) => ({ words, first: words.charCodeAt(0), value: Number(value) })),
  );
  return phrases.sort((a, b) => b.words.length - a.words.length);
}

/** Collects the words of a language's data; knows how to expand the endings of `Forms`. */
export class WordTable {
  readonly words = new Map<string, Word>();
  readonly #endings: ReadonlyMap<string, readonly string[]>;

  constructor(endings: Readonly<Record<string, string>>) {
    this.#endings = new Map(Object.entries(endings).map(([mark, list]) => [mark, split(list)]));
  }

  expand(forms: Forms): string[] {
    return split(forms).flatMap((form) => {
      const endings = this.#endings.get(form.slice(-1));
      const stem = endings ? form.slice(0, -1) : form;
      return endings ? [stem, ...endings.map((ending) => stem + ending)] : [stem];
    });
  }

  word(form: string): Word {
    let word = this.words.get(form);
    if (!word) {
      word = emptyWord();
      this.words.set(form, word);
    }
    return word;
  }

  /** Makes the value of each row what its words mean in one way; what a word means that way already stays. */
  all<K extends keyof Word>(table: Table, read: (value: string) => Word[K], meaning: K): void {
    for (const [value, forms] of rowsOf(table)) {
      for (const form of this.expand(forms.join(' '))) this.word(form)[meaning] ??= read(value);
    }
  }

  role(forms: Forms, role: number): void {
    for (const form of this.expand(forms)) this.word(form).roles |= role;
  }
}

/** A word of which nothing is known; every word has the same members in the same order, which keeps reading them fast. */
function emptyWord(): Word {
  return {
    roles: 0,
    starts: 0,
    leads: false,
    follows: false,
    cardinal: undefined,
    scale: undefined,
    ordinal: undefined,
    denominator: undefined,
    fraction: undefined,
    partOfUnit: undefined,
    vague: undefined,
    few: undefined,
    month: undefined,
    weekday: undefined,
    day: undefined,
    years: undefined,
    period: undefined,
    clockJoint: undefined,
    partOfHour: undefined,
    partHour: undefined,
    hour: undefined,
    season: undefined,
    decade: undefined,
    which: undefined,
    ago: undefined,
    unit: undefined,
    joinedUnit: undefined,
    power: undefined,
    currency: undefined,
    cent: undefined,
  };
}

function split(forms: Forms): string[] {
  return forms === '' ? [] : forms.split(/\s+/);
}
