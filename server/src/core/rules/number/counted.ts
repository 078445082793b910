import type { CountedFact } from '../../corpus/factIndex.ts';
import type { NumberMention } from '../../recognise/mentions.ts';
import { overlaps, type Span } from '../../span.ts';
import { hashWord } from '../../text/hash.ts';
import { lexiconOf } from '../../text/lexicon.ts';
import type { AnalysedText } from '../rule.ts';

/** Units of text on either side of a number in which its sentence is looked for. */
export const reach = 200;
export const sentenceEnd = /[.!?…]["”’»)]*\s|\n/;
/** Letters by which words are compared, so that most endings do not count. */
const stem = 5;
/** Units within which a capital only says that the sentence begins. */
const opening = 2;
/** Facts of one text that other texts are compared with, so that the index stays small. */
const mostFacts = 500;

/** Whether it is a whole number above one that counts something and no word blurs. */
export function isExact({ kind, value, hedge, of }: NumberMention): boolean {
  if (kind !== 'cardinal' || of === undefined || hedge !== undefined) return false;
  return Number.isInteger(value) && Number(value) > 1;
}

/** What a number counts, lower-cased. */
export function nounOf({ of = '' }: NumberMention): string {
  return of.toLowerCase().replace(/\s+/g, ' ');
}

/** The sentence around a number, as far as it lies within reach. */
export interface Sentence extends Span {
  /** Stems of its longer words but for those of the counted noun and for function words. */
  readonly words: ReadonlySet<string>;
  /**
   * Those that are names, and years, with their offsets: what is told of one
   * place or time says nothing of another.
   */
  readonly scope: ReadonlyMap<string, number>;
}

export function sentenceOf(text: AnalysedText, mention: NumberMention): Sentence {
  const noun = nounOf(mention);
  const [before = ''] = text
    .slice(Math.max(0, mention.start - reach), mention.start)
    .split(sentenceEnd)
    .slice(-1);
  const [behind] = text.slice(mention.end, mention.end + noun.length + reach).split(sentenceEnd);
  const start = mention.start - before.length;
  const lead = before.length - before.trimStart().length;
  const words = new Set<string>();
  const scope = new Map<string, number>();
  const { functionWords } = lexiconOf(text.language);
  const read = (part: string, offset: number) => {
    for (const { 0: word, index } of part.matchAll(/\p{L}{4,}|(?<!\d)\d{4}(?!\d)/gu)) {
      const lower = word.toLowerCase();
      if (functionWords.has(hashWord(lower)) || noun.includes(lower)) continue;
      const key = lower.slice(0, stem);
      words.add(key);
      const named = word[0] !== lower[0] && offset + index > start + lead + opening;
      if (named || /\d/.test(word)) scope.set(key, offset + index);
    }
  };
  read(before, start);
  read(behind, mention.end);
  return { start, end: mention.end + behind.length, words, scope };
}

/** The exact numbers of a text that count something in a sentence that names an entity, in text order. */
export function countedFacts(text: AnalysedText): CountedFact[] {
  const facts: CountedFact[] = [];
  for (const mention of text.numbers(undefined, isExact)) {
    const sentence = sentenceOf(text, mention);
    const entities = [...text.entities(sentence)];
    if (entities.length === 0) continue;
    facts.push(factOf(text, mention, sentence, entities));
    if (facts.length === mostFacts) break;
  }
  return facts;
}

function factOf(
  text: AnalysedText,
  mention: NumberMention,
  sentence: Sentence,
  mentions: readonly (Span & { readonly entity: string | null; readonly key: string })[],
): CountedFact {
  const { start, end, value } = mention;
  const entities = new Set(mentions.map(({ entity, key }) => entity ?? key));
  const dates = [...text.numbers(sentence, ({ kind }) => kind === 'date')];
  const known: Span[] = [...mentions, ...dates];
  const scope = new Set([...entities, ...dates.map((date) => String(date.value))]);
  for (const [name, at] of sentence.scope) {
    const place = { start: at, end: at + 1 };
    if (!known.some((span) => overlaps(span, place))) scope.add(name);
  }
  return {
    start,
    end,
    noun: nounOf(mention),
    value: Number(value),
    words: `${text.slice(start, end)} ${mention.of}`,
    entities: [...entities],
    scope: [...scope],
    stems: [...sentence.words],
  };
}
