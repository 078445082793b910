import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../server/src/core/languages/index.ts';
import { layOut } from '../server/src/core/text/layout.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import type { Row } from './table.ts';
import { latinSentences } from './textPeers.ts';

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

/** The cases right of every data set there is, ours and the peers'. */
export function evaluate(dataFolder: string): Row[] {
  return sets.flatMap((set) => {
    const cases = readSet(dataFolder, set);
    if (cases.length === 0) return [];
    const latin = latinSentences(set.language);
    const systems = {
      glossator: ours(set.language),
      'Intl.Segmenter': segmenter(set.language),
      ...(latin && { 'parse-latin': latin }),
    };
    return Object.entries(systems).map(([system, split]) => {
      const wrong = cases.flatMap(({ text, expected }) => {
        const found = split(text);
        if (comparable(found) === comparable(expected)) return [];
        return [
          `${JSON.stringify(text)}
    expected ${expected.join(' ¦ ')}
    found    ${found.join(' ¦ ')}`,
        ];
      });
      const [gold, right] = [cases.length, cases.length - wrong.length];
      const row = { set: `sentences/${set.file}`, system, gold, right };
      return system === 'glossator' ? { ...row, wrong } : row;
    });
  });
}
