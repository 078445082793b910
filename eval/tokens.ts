import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../server/src/core/languages/index.ts';
import { tokenise } from '../server/src/core/text/tokens.ts';
import type { Row } from './table.ts';
import { latinTokens } from './textPeers.ts';

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

/** Exact-span precision, recall and F1 on every data set there is, ours and the peers'. */
export function evaluate(dataFolder: string): Row[] {
  const rows: Row[] = [];
  for (const { file, language } of sets) {
    const sentences = readSet(dataFolder, file);
    if (sentences.length === 0) continue;
    const latin = latinTokens(language);
    const systems = {
      glossator: ours(language),
      'Intl.Segmenter': segmenter(language),
      ...(latin && { 'parse-latin': latin }),
    };
    for (const [system, split] of Object.entries(systems)) {
      let right = 0;
      let gold = 0;
      let found = 0;
      const wrong: string[] = [];
      for (const { text, tokens } of sentences) {
        const [units, spans] = [toUnits(text, tokens), split(text)];
        const expected = new Set(units.map(String));
        right += spans.filter((span) => expected.has(String(span))).length;
        gold += expected.size;
        found += spans.length;
        if (system === 'glossator') wrong.push(...difference(text, units, spans));
      }
      rows.push({ set: `tokens/${file}`, system, gold, found, right, wrong });
    }
  }
  return rows;
}

/** What of a sentence's tokens was missed, and what stands there instead. */
function difference(text: string, gold: Spans, spans: Spans): string[] {
  const [expected, found] = [new Set(gold.map(String)), new Set(spans.map(String))];
  const missed = gold.filter((span) => !found.has(String(span)));
  const extra = spans.filter((span) => !expected.has(String(span)));
  const show = (list: Spans): string => list.map(([a, b]) => text.slice(a, b)).join(' ¦ ');
  return missed.length + extra.length > 0 ? [`${show(missed)}  ←  ${show(extra)}`] : [];
}
