/**
 * Token boundaries against the Universal Dependencies samples: `node
 * eval/tokens.ts DATA_FOLDER` prints F1 beside Intl.Segmenter, and with a data
 * set's name as second argument its wrong rows.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../server/src/core/languages/index.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';

/** One line of an evaluation's table. */
export interface Row {
  readonly set: string;
  readonly system: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface GoldSentence {
  readonly text: string;
  /** Start and end in code points, the form, more. */
  readonly tokens: readonly (readonly [number, number, string, ...unknown[]])[];
}

type Spans = readonly (readonly [start: number, end: number])[];

const sets = [
  { file: 'ud-en_ewt', language: 'en' },
  { file: 'ud-et_edt', language: 'et' },
  { file: 'ud-et_ewt', language: 'et' },
];

function ours(language: string): (text: string) => Spans {
  return (text) => {
    const { start, end } = tokenise(text, languageOf(language));
    return Array.from(start, (from, index) => [from, end[index]] as const);
  };
}

function segmenter(language: string): (text: string) => Spans {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) =>
    [...words.segment(text)]
      .filter(({ segment }) => segment.trim() !== '')
      .map(({ index, segment }) => [index, index + segment.length] as const);
}

/** Offsets in UTF-16 units of spans that count code points. */
function toUnits(text: string, tokens: GoldSentence['tokens']): Spans {
  const offsets: number[] = [];
  let units = 0;
  for (const point of text) {
    offsets.push(units);
    units += point.length;
  }
  offsets.push(units);
  return tokens.map(([start, end]) => [offsets[start], offsets[end]] as const);
}

function readSet(dataFolder: string, file: string): GoldSentence[] {
  const path = join(dataFolder, 'tokens', `${file}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Exact-span precision, recall and F1 on every data set there is, ours and Intl.Segmenter's. */
export function evaluateTokens(dataFolder: string): Row[] {
  const rows: Row[] = [];
  for (const { file, language } of sets) {
    const sentences = readSet(dataFolder, file);
    if (sentences.length === 0) continue;
    const systems = { glossator: ours(language), 'Intl.Segmenter': segmenter(language) };
    for (const [system, split] of Object.entries(systems)) {
      let right = 0;
      let gold = 0;
      let found = 0;
      for (const { text, tokens } of sentences) {
        const expected = new Set(toUnits(text, tokens).map(String));
        const spans = split(text).map(String);
        right += spans.filter((span) => expected.has(span)).length;
        gold += expected.size;
        found += spans.length;
      }
      const [precision, recall] = [right / found, right / gold];
      const f1 = (2 * right) / (found + gold);
      rows.push({ set: `tokens/${file}`, system, precision, recall, f1 });
    }
  }
  return rows;
}

function printErrors(dataFolder: string, file: string): void {
  const split = ours(sets.find((set) => set.file === file)?.language ?? 'en');
  for (const { text, tokens } of readSet(dataFolder, file)) {
    const gold = toUnits(text, tokens);
    const spans = split(text);
    const [expected, found] = [new Set(gold.map(String)), new Set(spans.map(String))];
    const missed = gold.filter((span) => !found.has(String(span)));
    const extra = spans.filter((span) => !expected.has(String(span)));
    const show = (list: Spans): string => list.map(([a, b]) => text.slice(a, b)).join(' ¦ ');
    if (missed.length + extra.length > 0) console.log(`${show(missed)}  ←  ${show(extra)}`);
  }
}

if (import.meta.main) {
  const [dataFolder = '.', file] = process.argv.slice(2);
  if (file) printErrors(dataFolder, file);
  else console.table(evaluateTokens(dataFolder));
}
