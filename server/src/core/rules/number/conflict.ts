import type { CountedFact, PlacedFact } from '../../corpus/factIndex.ts';
import type { NumberMention } from '../../recognise/mentions.ts';
import type { Finding } from '../finding.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import {
  countedFacts,
  isExact,
  nounOf,
  reach,
  type Sentence,
  sentenceEnd,
  sentenceOf,
} from './counted.ts';

/** Words that both sentences must share beside the counted noun; they must be half of the shorter sentence's too. */
const fewest = 2;
/** The same of sentences in two texts, which need not speak of one event. */
const fewestElsewhere = 3;
/** Findings of one text: a text with more counts many like things. */
const most = 5;

/**
 * Two exact numbers of the same things in two sentences that tell the same, of
 * one text or of two texts of the corpus. Careful: a number with a hedge, one
 * in the same sentence and one of another place or time conflicts with none.
 */
export const conflict: TextRule = {
  code: 'number/conflict',
  severity: 'info',
  title: 'Different numbers of the same things',
  scope: 'text',
  check(text) {
    const last = new Map<string, Counted>();
    const values = new Map<string, Set<number>>();
    const findings: Finding[] = [];
    for (const mention of text.numbers(undefined, isExact)) {
      const noun = nounOf(mention);
      const counted: Counted = { mention, value: Number(mention.value) };
      const before = last.get(noun);
      last.set(noun, counted);
      values.set(noun, (values.get(noun) ?? new Set()).add(counted.value));
      if (before && before.value !== counted.value && tellTheSame(text, before, counted)) {
        findings.push(findingOf(text, before, counted));
        if (findings.length === most) return findings;
      }
    }
    return [...findings, ...conflictsElsewhere(text, values, most - findings.length)];
  },
};

interface Counted {
  readonly mention: NumberMention;
  readonly value: number;
  /** Its sentence, once it was looked at. */
  sentence?: Sentence;
}

function tellTheSame(text: AnalysedText, a: Counted, b: Counted): boolean {
  const between = text.slice(a.mention.end, Math.min(b.mention.start, a.mention.end + 2 * reach));
  const near = b.mention.start - a.mention.end < 2 * reach;
  if (near && !sentenceEnd.test(between)) return false;
  a.sentence ??= sentenceOf(text, a.mention);
  b.sentence = sentenceOf(text, b.mention);
  const [one, other] = [a.sentence, b.sentence];
  if (one.scope.size > 0 && other.scope.size > 0 && shared(one.scope.keys(), other.scope) === 0)
    return false;
  const common = shared(one.words, other.words);
  return common >= fewest && common * 2 >= Math.min(one.words.size, other.words.size);
}

function shared(a: Iterable<string>, b: { has(word: string): boolean }): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

function findingOf(text: AnalysedText, a: Counted, b: Counted): Finding {
  const { start, end } = b.mention;
  const [here, there] = [b, a].map(({ mention }) =>
    quoted(`${text.slice(mention.start, mention.end)} ${mention.of}`),
  );
  return {
    code: 'number/conflict',
    start,
    end,
    message: `${here} here, ${there} before in much the same words; see whether both are right.`,
    related: [{ start: a.mention.start, end: a.mention.end, message: `${there} here` }],
  };
}

/**
 * Numbers that another text gives otherwise, at most `limit` of them. A text
 * that states both numbers somewhere knows of both and contradicts nobody.
 * @param values the numbers that this text has of each noun
 */
function conflictsElsewhere(
  text: AnalysedText,
  values: ReadonlyMap<string, ReadonlySet<number>>,
  limit: number,
): Finding[] {
  const findings: Finding[] = [];
  if (limit === 0) return findings;
  for (const fact of countedFacts(text)) {
    const others = text.elsewhere(fact);
    const agreeing = new Set(
      others.filter((other) => other.fact.value === fact.value).map(({ key }) => key),
    );
    const other = others.find(
      (candidate) =>
        !agreeing.has(candidate.key) &&
        !values.get(fact.noun)?.has(candidate.fact.value) &&
        contradict(fact, candidate.fact),
    );
    if (other) findings.push(findingElsewhere(fact, other));
    if (findings.length === limit) break;
  }
  return findings;
}

/** Whether two facts of one noun and entity are one fact with two values. */
function contradict(a: CountedFact, b: CountedFact): boolean {
  if (rounds(a.value, b.value) || rounds(b.value, a.value)) return false;
  const [fewer, more] = a.scope.length < b.scope.length ? [a, b] : [b, a];
  if (shared(fewer.scope, new Set(more.scope)) < fewer.scope.length) return false;
  const common = shared(a.stems, new Set(b.stems));
  return common >= fewestElsewhere && common * 2 >= Math.min(a.stems.length, b.stems.length);
}

/** Whether `round` is the other number as rounded to its last digit that is not zero. */
function rounds(round: number, value: number): boolean {
  let unit = 1;
  while (round % (unit * 10) === 0) unit *= 10;
  return Math.round(value / unit) * unit === round;
}

function findingElsewhere(fact: CountedFact, { file, name, fact: other }: PlacedFact): Finding {
  const { start, end } = fact;
  const [here, there] = [quoted(fact.words), quoted(other.words)];
  return {
    code: 'number/conflict',
    start,
    end,
    message: `${here} here, ${there} in ${name} in much the same words; see whether both are right.`,
    related: [{ file, start: other.start, end: other.end, message: `${there} here` }],
  };
}
