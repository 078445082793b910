import { firstIndex } from '../../search.ts';
import type { Span } from '../../span.ts';
import type { TaggedText } from '../format.ts';
import { sentencesOf } from '../sentences.ts';

/** Words by their numbers, the last one included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The words of a text and where its sentences begin. */
export interface Words {
  /** UTF-16 spans of the text. */
  readonly spans: readonly Span[];
  /** The number of each sentence's first word, ascending. */
  readonly sentences: readonly number[];
}

/** The words and sentences of a text. */
export function wordsOf(text: TaggedText): Words {
  const spans: Span[] = [];
  const sentences: number[] = [];
  for (const { tokens } of sentencesOf(text)) {
    sentences.push(spans.length);
    for (const token of tokens) spans.push(token);
  }
  return { spans, sentences };
}

/** The words that a span touches, or null where it touches none. */
export function touched({ spans }: Words, { start, end }: Span): Range | null {
  const first = firstIndex(spans.length, (i) => spans[i].end > start);
  const last = firstIndex(spans.length, (i) => spans[i].start >= end) - 1;
  return first <= last ? { first, last } : null;
}

/** Each sentence's words. Sentences that one range reaches into become one, so that no range crosses an end. */
export function sentencesAround(words: Words, ranges: readonly Range[]): Range[] {
  const joins = [...ranges].sort((a, b) => a.first - b.first);
  const sentences: Range[] = [];
  let next = 0;
  let reach = -1;
  words.sentences.forEach((first, i) => {
    const last = (words.sentences[i + 1] ?? words.spans.length) - 1;
    const before = sentences[sentences.length - 1];
    if (before !== undefined && reach >= first) {
      sentences[sentences.length - 1] = { first: before.first, last };
    } else sentences.push({ first, last });
    for (; next < joins.length && joins[next].first <= last; next++) {
      reach = Math.max(reach, joins[next].last);
    }
  });
  return sentences;
}
