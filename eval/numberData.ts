import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NumberKind } from '../server/src/core/recognise/mentions.ts';

/** A number that the data says is there. */
export interface GoldNumber {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Absent where the data does not say. */
  readonly kind?: NumberKind;
  /** A number, or the low and the high one; a sum of money is in the currency's main unit. */
  readonly value?: number | readonly number[];
  /** ISO 4217 code; absent where any will do. */
  readonly currency?: string;
  /** The span need not be exact: a mention that touches it is found. */
  readonly loose?: boolean;
  /** What the row is called inside its data set. */
  readonly part?: string;
}

/** The cases of one file. */
export interface NumberSet {
  readonly name: string;
  readonly language: string;
  /** The kinds that the data names every one of, so that precision can be told; empty where it names none so. */
  readonly complete: readonly NumberKind[];
  readonly cases: readonly { readonly text: string; readonly gold: readonly GoldNumber[] }[];
}

/** Every data set of the folder's `numbers` and `tokens`; a folder without them gives none. */
export function numberSets(dataFolder: string): NumberSet[] {
  const folder = join(dataFolder, 'numbers');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const treebanks = ['en_ewt', 'et_edt', 'et_ewt'].filter((name) =>
    existsSync(treebankPath(dataFolder, name)),
  );
  return [
    ...files
      .filter((file) => file.startsWith('recognizers-'))
      .map((file) => recognizers(folder, file)),
    ...files.filter((file) => file.startsWith('duckling-')).map((file) => duckling(folder, file)),
    ...treebanks.map((name) => treebank(dataFolder, name)),
  ];
}

function readLines<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): T => JSON.parse(line));
}

/** Our kinds by the type names of recognizers-text. */
export const kindOfType: Readonly<Record<string, NumberKind>> = {
  number: 'cardinal',
  ordinal: 'ordinal',
  percentage: 'percent',
  currency: 'money',
  dimension: 'quantity',
  temperature: 'quantity',
  age: 'quantity',
};

/** What recognizers-text says of a mention. */
export type Resolution = Readonly<Record<string, string | undefined>>;

const currencyOfUnit: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  Cent: 'USD',
  Pound: 'GBP',
  Pence: 'GBP',
  Franc: 'CHF',
  Rupee: 'INR',
  Euro: 'EUR',
  Peseta: 'ESP',
  'Finnish markka': 'FIM',
  'Netherlands guilder': 'NLG',
  Bitcoin: 'XBT',
};

/** The value and, for money, the currency of a resolution of recognizers-text. */
export function resolved(
  { value, unit = '', isoCurrency }: Resolution,
  kind: NumberKind,
): { readonly value: number; readonly currency?: string } {
  if (kind !== 'money') return { value: Number.parseFloat(value ?? '') };
  const parts = unit === 'Cent' || unit === 'Pence' ? 100 : 1;
  const currency = isoCurrency ?? currencyOfUnit[unit];
  return { value: Number.parseFloat(value ?? '') / parts, ...(currency && { currency }) };
}

/** The row of a number: digits in the middle of a telephone number or a name (`+1-222-…`, `SCP-173`) have one of their own. */
function partOf(text: string, start: number, end: number, { subtype }: Resolution): string {
  const digits = /^\d+$/.test(text.slice(start, end));
  const joined =
    /[\p{L}\d][-/]$/u.test(text.slice(0, start)) || /^[-/][\p{L}\d]/u.test(text.slice(end));
  return digits && joined ? 'inside a telephone number or name' : (subtype ?? 'integer');
}

interface RecognizersCase {
  readonly Input: string;
  readonly Results: readonly {
    readonly Start: number;
    /** Inclusive. */
    readonly End: number;
    readonly TypeName: string;
    readonly Resolution?: Resolution | null;
  }[];
}

function recognizers(folder: string, file: string): NumberSet {
  const kinds = new Set<NumberKind>();
  const cases = readLines<RecognizersCase>(join(folder, file)).map(({ Input: text, Results }) => {
    const gold = Results.flatMap(({ Start, End, TypeName, Resolution }): GoldNumber[] => {
      const kind = kindOfType[TypeName];
      if (!kind || !/\d/.test(Resolution?.value ?? '') || !Resolution) return [];
      kinds.add(kind);
      const part = TypeName === 'number' ? partOf(text, Start, End + 1, Resolution) : TypeName;
      return [{ start: Start, end: End + 1, kind, part, ...resolved(Resolution, kind) }];
    });
    return { text, gold };
  });
  const name = file.replace(/Model\.jsonl$/, '');
  return { name, language: 'en', complete: [...kinds], cases };
}

interface DucklingCase {
  readonly text: string;
  readonly section: string;
  readonly value?: number;
  readonly expect?: string;
}

/** The whole text is the expression. Of an interval only the value counts, since its hedge lies outside our span. */
function duckling(folder: string, file: string): NumberSet {
  const [, dimension = '', code = ''] = /duckling-(\w+)-(\w+)/.exec(file) ?? [];
  const rows = readLines<DucklingCase>(join(folder, file));
  const cases = rows
    .filter(({ section }) => section === 'allExamples')
    .map(({ text, value, expect = '' }) => {
      const kind: NumberKind =
        dimension === 'Ordinal' ? 'ordinal' : dimension === 'Numeral' ? 'cardinal' : 'money';
      const whole = { start: 0, end: text.length };
      return {
        text,
        gold: [{ ...whole, ...(value === undefined ? sum(expect) : { kind, value }) }],
      };
    });
  const name = file.replace('.jsonl', '');
  return { name, language: code.toLowerCase(), complete: [], cases };
}

/** `simple Dollar 10`, `between USD (10, 20)`: the amounts and the currency's code if there is one. */
function sum(expected: string): Omit<GoldNumber, 'start' | 'end'> {
  if (/ Unnamed /.test(expected)) return { value: numbersIn(expected, 1), loose: true };
  const currency = /\b[A-Z]{3}\b/.exec(expected)?.[0];
  const value = numbersIn(expected, / Cent /.test(expected) ? 100 : 1);
  const loose = !expected.startsWith('simple');
  return { kind: 'money', value, loose, ...(currency && { currency }) };
}

function numbersIn(text: string, parts: number): number | number[] {
  const numbers = (text.match(/\d[\d.]*(?:e\d+)?/g) ?? []).map((digits) => Number(digits) / parts);
  return numbers.length === 1 ? numbers[0] : numbers;
}

function treebankPath(dataFolder: string, name: string): string {
  return join(dataFolder, 'tokens', `ud-${name}.jsonl`);
}

interface TreebankSentence {
  readonly text: string;
  /** Start and end in code points, form, part of speech, features. */
  readonly tokens: readonly (readonly [number, number, string, string, string?])[];
}

/** The tokens that carry a NumType; a mention that touches one finds it. */
function treebank(dataFolder: string, name: string): NumberSet {
  const sentences = readLines<TreebankSentence>(treebankPath(dataFolder, name));
  const cases = sentences.map(({ text, tokens }) => {
    const points = [...text];
    const units = (count: number) => points.slice(0, count).join('').length;
    const gold = tokens
      .filter(([, , , , features]) => features?.includes('NumType='))
      .map(([start, end]) => ({ start: units(start), end: units(end), loose: true }));
    return { text, gold };
  });
  return { name: `ud-${name} NumType`, language: name.slice(0, 2), complete: [], cases };
}
