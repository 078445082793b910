/**
 * Numbers against published cases: `node eval/numbers.ts DATA_FOLDER` prints
 * one row a data set, and with `--wrong` (or a set's name behind it) the cases
 * that are not right.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageOf } from '../server/src/core/languages/index.ts';
import type { NumberMention } from '../server/src/core/recognise/mentions.ts';
import { recogniseNumbers } from '../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';

/** One line of the table. Precision is given where the data names every number of its text. */
export interface Row {
  readonly set: string;
  readonly gold: number;
  readonly right: number;
  readonly precision: number | null;
  readonly recall: number;
  readonly f1: number | null;
  /** What was not right, one line a case. */
  readonly wrong: readonly string[];
}

/** The numbers of a text in the language with this code. */
export function numbersOf(text: string, code: string): NumberMention[] {
  const language = languageOf(code);
  if (!language) return [];
  const tokens = tokenise(text, language);
  return recogniseNumbers({ text, tokens, layout: layOut(text, tokens, language), language });
}

/** Every row of the folder's `numbers` and `tokens`; a folder without them gives none. */
export function evaluateNumbers(dataFolder: string): Row[] {
  const numbers = join(dataFolder, 'numbers');
  const files = existsSync(numbers) ? readdirSync(numbers).sort() : [];
  return [
    ...files
      .filter((file) => file.startsWith('recognizers-'))
      .flatMap((file) => recognizers(join(numbers, file), file)),
    ...files
      .filter((file) => file.startsWith('duckling-'))
      .map((file) => duckling(join(numbers, file), file)),
    ...['en_ewt', 'et_edt', 'et_ewt'].flatMap((set) =>
      treebank(join(dataFolder, 'tokens', `ud-${set}.jsonl`), set),
    ),
  ];
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));
}

interface Case {
  readonly Input: string;
  readonly Results: readonly {
    readonly Text: string;
    readonly Start: number;
    readonly End: number;
    readonly TypeName: string;
    readonly Resolution?: Readonly<Record<string, string | undefined>> | null;
  }[];
}

/** Our kinds by the type names of recognizers-text. */
const kinds: Readonly<Record<string, NumberMention['kind']>> = {
  number: 'cardinal',
  ordinal: 'ordinal',
  percentage: 'percent',
  currency: 'money',
  dimension: 'quantity',
  temperature: 'quantity',
  age: 'quantity',
};

/** One row for each subtype of a file, and precision over all of it. */
function recognizers(path: string, file: string): Row[] {
  const sets = new Map<string, { gold: number; right: number; wrong: string[] }>();
  let [found, matched] = [0, 0];
  for (const { Input: text, Results } of readLines<Case>(path)) {
    const results = Results.filter(
      ({ TypeName, Resolution }) => kinds[TypeName] && Resolution?.value,
    );
    const mentions = numbersOf(text, 'en');
    const kind = results[0] && kinds[results[0].TypeName];
    if (kind) found += mentions.filter((mention) => mention.kind === kind).length;
    for (const { Start, End, TypeName, Resolution, Text } of results) {
      const name =
        `${TypeName} ${TypeName === 'number' ? (Resolution?.subtype ?? 'integer') : ''}`.trim();
      const set = sets.get(name) ?? { gold: 0, right: 0, wrong: [] };
      sets.set(name, set);
      set.gold += 1;
      const same = mentions.find((mention) => mention.start === Start && mention.end === End + 1);
      if (same && same.kind === kinds[TypeName] && agrees(same, Resolution ?? {})) {
        set.right += 1;
        matched += 1;
      } else
        set.wrong.push(
          `${Text} = ${Resolution?.value} in “${text.slice(Math.max(0, Start - 20), End + 20)}”: ${shown(text, mentions)}`,
        );
    }
  }
  const model = file.replace(/^recognizers-en-|Model\.jsonl$/g, '');
  return [...sets].map(([name, { gold, right, wrong }]) =>
    row(
      `recognizers EN ${model}: ${name}`,
      gold,
      right,
      found === 0 ? null : matched / found,
      wrong,
    ),
  );
}

function shown(text: string, mentions: readonly NumberMention[]): string {
  return (
    mentions
      .map(
        (mention) =>
          `[${text.slice(mention.start, mention.end)}] ${mention.kind} ${JSON.stringify(mention.value)} ${mention.unit ?? ''}`,
      )
      .join(', ') || 'nothing'
  );
}

const moneyUnits: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  Pound: 'GBP',
  Franc: 'CHF',
  Rupee: 'INR',
  Euro: 'EUR',
  Peseta: 'ESP',
  'Finnish markka': 'FIM',
  Cent: 'USD',
  Pence: 'GBP',
  Bitcoin: 'XBT',
  'Netherlands guilder': 'NLG',
};

function agrees(
  mention: NumberMention,
  resolution: Readonly<Record<string, string | undefined>>,
): boolean {
  const wanted = Number.parseFloat(resolution.value ?? '');
  const { value } = mention;
  if (typeof value === 'number') return near(value, wanted);
  if (typeof value !== 'object' || !('amount' in value) || typeof value.amount !== 'number')
    return false;
  const parts = resolution.unit === 'Cent' || resolution.unit === 'Pence' ? 100 : 1;
  const currency = resolution.isoCurrency ?? moneyUnits[resolution.unit ?? ''] ?? value.currency;
  return near(value.amount * parts, wanted) && value.currency === currency;
}

function near(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= Math.abs(wanted) * 1e-9 + 1e-18;
}

interface Duckling {
  readonly text: string;
  readonly section: string;
  readonly value?: number;
  readonly expect?: string;
}

/** The whole text is the expression; of an interval only the value counts, since its hedge lies outside our span. */
function duckling(path: string, file: string): Row {
  const [, dimension = '', code = ''] = /duckling-(\w+)-(\w+)/.exec(file) ?? [];
  let right = 0;
  const wrong: string[] = [];
  const rows = readLines<Duckling>(path).filter(({ section }) => section === 'allExamples');
  for (const { text, value, expect } of rows) {
    const mentions = numbersOf(text, code);
    const ok = mentions.some((mention) => {
      if (value !== undefined) {
        const single = Array.isArray(mention.value) ? Number.NaN : Number(mention.value);
        const ordinal = dimension === 'Ordinal';
        return (
          near(single, value) &&
          mention.start === 0 &&
          mention.end === text.length &&
          (mention.kind === 'ordinal') === ordinal
        );
      }
      return (
        expect !== undefined &&
        sumAgrees(mention, expect, mention.start === 0 && mention.end === text.length)
      );
    });
    if (ok) right += 1;
    else wrong.push(`“${text}” = ${value ?? expect}: ${shown(text, mentions)}`);
  }
  return row(`duckling ${code} ${dimension}`, rows.length, right, null, wrong);
}

function sumAgrees({ value }: NumberMention, expected: string, whole: boolean): boolean {
  if (typeof value !== 'object' || !('amount' in value))
    return typeof value === 'number' && / Unnamed /.test(expected);
  const cents = / Cent /.test(expected) ? 100 : 1;
  const numbers = (expected.match(/[\d.]+(?:e\d+)?/g) ?? []).map(Number);
  const amounts = typeof value.amount === 'number' ? [value.amount] : value.amount;
  const code = /\b[A-Z]{3}\b/.exec(expected)?.[0];
  const same =
    amounts.length === numbers.length &&
    amounts.every((amount, index) =>
      near(Number((amount * cents).toPrecision(12)), numbers[index] ?? Number.NaN),
    );
  return (
    same && (code === undefined || code === value.currency) && (whole || !/^simple/.test(expected))
  );
}

interface Sentence {
  readonly text: string;
  /** Start and end in code points, form, part of speech, features. */
  readonly tokens: readonly (readonly [number, number, string, string, string?])[];
}

/** Recall over the tokens that carry a NumType: a number mention overlaps each. */
function treebank(path: string, set: string): Row[] {
  if (!existsSync(path)) return [];
  let [gold, right] = [0, 0];
  const wrong: string[] = [];
  for (const { text, tokens } of readLines<Sentence>(path)) {
    const numbers = tokens.filter(([, , , , features]) => features?.includes('NumType='));
    if (numbers.length === 0) continue;
    const mentions = numbersOf(text, set.slice(0, 2));
    const points = [...text];
    for (const [start, end, form, tag, features] of numbers) {
      const from = points.slice(0, start).join('').length;
      const to = from + points.slice(start, end).join('').length;
      gold += 1;
      if (mentions.some((mention) => mention.start < to && from < mention.end)) right += 1;
      else
        wrong.push(
          `${form} ${tag} ${features} in “${text.slice(Math.max(0, from - 40), to + 30)}”`,
        );
    }
  }
  return [row(`UD ${set} NumType (recall)`, gold, right, null, wrong)];
}

function row(
  set: string,
  gold: number,
  right: number,
  precision: number | null,
  wrong: readonly string[],
): Row {
  const recall = gold === 0 ? 1 : right / gold;
  const f1 = precision === null ? null : (2 * precision * recall) / (precision + recall || 1);
  return { set, gold, right, precision, recall, f1, wrong };
}

function main(dataFolder: string | undefined, wrong: string | undefined, only = ''): void {
  if (dataFolder === undefined) {
    console.error('eval/numbers.ts: name the data folder');
    process.exitCode = 2;
    return;
  }
  const percent = (share: number | null) =>
    share === null ? '    –' : `${(share * 100).toFixed(1)}`.padStart(5);
  for (const { set, gold, right, precision, recall, f1, wrong: cases } of evaluateNumbers(
    dataFolder,
  )) {
    if (!set.includes(only)) continue;
    console.log(
      `${set.padEnd(46)} ${`${right}/${gold}`.padStart(9)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`,
    );
    if (wrong === '--wrong') for (const line of cases) console.log(`    ${line}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  main(...(process.argv.slice(2) as [string?, string?, string?]));
