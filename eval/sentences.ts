/**
 * Sentence cases right: `node eval/sentences.ts DATA_FOLDER` prints the share
 * of published cases cut exactly as expected beside Intl.Segmenter, and with a
 * data set's name as second argument the wrong ones.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../server/src/core/languages/index.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';

/** One line of the table: how many of the cases came out exactly as expected. */
export interface SentenceRow {
  readonly set: string;
  readonly system: string;
  readonly right: number;
  readonly of: number;
  readonly share: number;
}

interface Case {
  readonly text: string;
  readonly expected: readonly string[];
}

const sets = [
  { file: 'pragmatic-en', language: 'en', field: 'expected' },
  { file: 'estnltk', language: 'et', field: 'expected_sentence_texts' },
];

function ours(code: string): (text: string) => string[] {
  const language = languageOf(code);
  return (text) => {
    if (!language) return [];
    const tokens = tokenise(text, language);
    const { sentences } = layOut(text, tokens, language);
    return Array.from(sentences, (first, index) => {
      const behind = sentences[index + 1] ?? tokens.length;
      return text.slice(tokens.start[first], tokens.end[behind - 1]);
    });
  };
}

function segmenter(language: string): (text: string) => string[] {
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  return (text) => [...sentences.segment(text)].map(({ segment }) => segment);
}

/** Sentences as they compare: white space aside, since some suites normalise it. */
function comparable(sentences: readonly string[]): string {
  const bare = sentences.map((sentence) => sentence.replace(/\s+/gu, ''));
  return JSON.stringify(bare.filter((sentence) => sentence !== ''));
}

function readSet(dataFolder: string, { file, field }: (typeof sets)[number]): Case[] {
  const path = join(dataFolder, 'sentences', `${file}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map((row) => ({ text: row.text, expected: row[field] }));
}

/** The cases right of every data set there is, ours and Intl.Segmenter's. */
export function evaluateSentences(dataFolder: string): SentenceRow[] {
  return sets.flatMap((set) => {
    const cases = readSet(dataFolder, set);
    const systems = { glossator: ours(set.language), 'Intl.Segmenter': segmenter(set.language) };
    return Object.entries(systems).map(([system, split]) => {
      const right = cases.filter(({ text, expected }) => {
        return comparable(split(text)) === comparable(expected);
      }).length;
      const of = cases.length;
      return { set: `sentences/${set.file}`, system, right, of, share: right / Math.max(1, of) };
    });
  });
}

function printErrors(dataFolder: string, file: string): void {
  const set = sets.find((candidate) => candidate.file === file);
  if (!set) return;
  for (const { text, expected } of readSet(dataFolder, set)) {
    const found = ours(set.language)(text);
    if (comparable(found) === comparable(expected)) continue;
    console.log(
      `${JSON.stringify(text)}\n  expected ${expected.join(' ¦ ')}\n  found    ${found.join(' ¦ ')}`,
    );
  }
}

if (import.meta.main) {
  const [dataFolder = '.', file] = process.argv.slice(2);
  if (file) printErrors(dataFolder, file);
  else console.table(evaluateSentences(dataFolder));
}
