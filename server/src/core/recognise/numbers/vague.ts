import type { NumberMention } from '../mentions.ts';
import { inContext } from './context.ts';
import type { Word } from './lexicon.ts';
import { Role } from './lexicon.ts';
import type { Reader } from './reader.ts';

/** `hundreds of`, `a few`, `a couple of`, with the noun behind it; `at` is where `word` begins. */
export function vague(reader: Reader, at: number, word: Word): NumberMention | null {
  const found = word.vague || word.few !== undefined ? bare(reader, at, word) : null;
  if (!found) return null;
  return inContext(reader, found, true);
}

function bare(reader: Reader, at: number, word: Word): NumberMention | null {
  reader.wordAt(at);
  const { end } = reader;
  if (word.vague) {
    const both = multiplied(reader, end);
    if (!both && word.scale === undefined && needsOf(reader, end)) return null;
    const value: readonly [number, number] = both
      ? [word.vague[0] * both.times, word.vague[1] * both.times]
      : word.vague;
    return {
      start: at,
      end: both?.end ?? end,
      kind: 'vague',
      value,
      reading: `at least ${value[0]}, as the plural says`,
    };
  }
  if (word.few === undefined) return null;
  const article = ((reader.wordBefore(at)?.roles ?? 0) & Role.article) !== 0;
  const start = article ? reader.start : at;
  const next = reader.gap(end);
  const behind = next === end ? undefined : reader.wordAt(next);
  if (reader.lexicon.language.numbers.articles !== '' && !article && behind?.scale === undefined)
    return null;
  if (behind?.scale !== undefined)
    return {
      start,
      end: reader.end,
      kind: 'vague',
      value: word.few * behind.scale,
      reading: 'a small number, roughly',
    };
  if (behind && behind.roles & Role.of && word.few === 2)
    return { start, end: reader.end, kind: 'cardinal', value: 2, reading: 'number words' };
  return { start, end, kind: 'vague', value: word.few, reading: 'a small number, roughly' };
}

/** `tens` and `scores` are numbers only where `of` follows. */
function needsOf(reader: Reader, end: number): boolean {
  if (reader.lexicon.language.numbers.of === '') return false;
  return !((reader.wordAt(reader.gap(end))?.roles ?? 0) & Role.of);
}

/** `hundreds of thousands`, `tens of millions`. */
function multiplied(reader: Reader, end: number): { end: number; times: number } | null {
  const at = reader.gap(end);
  const of = reader.wordAt(at);
  const next = of && of.roles & Role.of ? reader.gap(reader.end) : at;
  const word = next > end ? reader.wordAt(next) : undefined;
  const times = word?.scale ?? (word?.vague?.[0] ?? 0) / 2;
  return times >= 1000 ? { end: reader.end, times } : null;
}
