import type { NumberMention } from '../../recognise/mentions.ts';
import { hashWord } from '../../text/hash.ts';
import { lexiconOf } from '../../text/lexicon.ts';
import type { Finding } from '../finding.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';

/** Units of text on either side of a number in which its sentence is looked for. */
const reach = 200;
/** Words that both sentences must share beside the counted noun; they must be half of the shorter sentence's too. */
const fewest = 2;
/** Letters by which words are compared, so that most endings do not count. */
const stem = 5;
/** Units within which a capital only says that the sentence begins. */
const opening = 2;
/** Findings of one text: a text with more counts many like things. */
const most = 5;
const sentenceEnd = /[.!?…]["”’»)]*\s|\n/;

/**
 * Two exact numbers of the same things in two sentences that tell the same.
 * Careful: a number with a hedge, one in the same sentence and one of another
 * place or time conflicts with none.
 */
export const conflict: TextRule = {
  code: 'number/conflict',
  severity: 'info',
  title: 'Different numbers of the same things',
  scope: 'text',
  check(text) {
    const last = new Map<string, Counted>();
    const findings: Finding[] = [];
    for (const mention of text.numbers(undefined, isExact)) {
      const noun = (mention.of ?? '').toLowerCase().replace(/\s+/g, ' ');
      const counted: Counted = { mention, noun, value: Number(mention.value) };
      const before = last.get(noun);
      last.set(noun, counted);
      if (before && before.value !== counted.value && tellTheSame(text, before, counted)) {
        findings.push(findingOf(text, before, counted));
        if (findings.length === most) break;
      }
    }
    return findings;
  },
};

interface Counted {
  readonly mention: NumberMention;
  /** What is counted, lower-cased. */
  readonly noun: string;
  readonly value: number;
  /** Its sentence, once it was looked at. */
  sentence?: Sentence;
}

/** Whether it is a whole number above one that counts something and no word blurs. */
function isExact({ kind, value, hedge, of }: NumberMention): boolean {
  if (kind !== 'cardinal' || of === undefined || hedge !== undefined) return false;
  return Number.isInteger(value) && Number(value) > 1;
}

function tellTheSame(text: AnalysedText, a: Counted, b: Counted): boolean {
  const between = text.slice(a.mention.end, Math.min(b.mention.start, a.mention.end + 2 * reach));
  const near = b.mention.start - a.mention.end < 2 * reach;
  if (near && !sentenceEnd.test(between)) return false;
  a.sentence ??= sentenceOf(text, a);
  b.sentence = sentenceOf(text, b);
  const [one, other] = [a.sentence, b.sentence];
  if (one.scope.size > 0 && other.scope.size > 0 && shared(one.scope, other.scope) === 0)
    return false;
  const common = shared(one.words, other.words);
  return common >= fewest && common * 2 >= Math.min(one.words.size, other.words.size);
}

interface Sentence {
  /** Stems of its longer words but for those of the counted noun and for function words. */
  readonly words: ReadonlySet<string>;
  /** Those that are names, and years: what is told of one place or time says nothing of another. */
  readonly scope: ReadonlySet<string>;
}

/** The sentence around a number, as far as it lies within reach. */
function sentenceOf(text: AnalysedText, { mention, noun }: Counted): Sentence {
  const before = text.slice(Math.max(0, mention.start - reach), mention.start).split(sentenceEnd);
  const behind = text.slice(mention.end, mention.end + noun.length + reach).split(sentenceEnd);
  const sentence = `${before.at(-1)} ${behind[0]}`.trimStart();
  const words = new Set<string>();
  const scope = new Set<string>();
  const { functionWords } = lexiconOf(text.language);
  for (const { 0: word, index } of sentence.matchAll(/\p{L}{4,}|(?<!\d)\d{4}(?!\d)/gu)) {
    const lower = word.toLowerCase();
    if (functionWords.has(hashWord(lower)) || noun.includes(lower)) continue;
    words.add(lower.slice(0, stem));
    const named = word[0] !== lower[0] && index > opening;
    if (named || /\d/.test(word)) scope.add(lower.slice(0, stem));
  }
  return { words, scope };
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
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
