import { firstIndex } from '../../search.ts';
import type { Span } from '../../span.ts';
import type { TaggedText } from '../format.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';

/**
 * The sentences as they stand in the file, each with the tokens in it. A reader
 * makes what lies between two a line end and spaces, and what lies before the
 * first spaces. Where it is anything else, the sentence before reaches up to
 * the next one; where there is none before, white space is a sentence of one token.
 */
export function sentencesIn(text: TaggedText): Sentence[] {
  const { length } = text.text;
  const found = sentencesOf(text);
  const first = found[0]?.start ?? length;
  const before = text.text.slice(0, first);
  // A text without a word needs a token, too, if it has tags.
  const alone = found.length === 0 && (length > 0 || text.sidecar.tags.length > 0);
  const head = { start: 0, end: first, tokens: [{ start: 0, end: first }] };
  const sentences = alone || !/^ *$/.test(before) ? [head, ...found] : found;
  return sentences.map((sentence, i) => {
    const next = sentences[i + 1]?.start ?? length;
    const gap = text.text.slice(sentence.end, next);
    const between = i + 1 < sentences.length && /^\n *$/.test(gap);
    return between ? sentence : { ...sentence, end: next };
  });
}

/** A part of a tag that belongs to one token. */
export interface Part extends Span {
  /** Index of the token. */
  readonly token: number;
}

/**
 * The parts of a tag: the tokens that it meets. Where it begins or ends within
 * one, or in the white space beside one, so does the part. A tag that meets no
 * token belongs to the one that begins before it, or else to the first.
 */
export function partsOf({ start, end }: Span, tokens: readonly Span[]): Part[] {
  const first = firstIndex(tokens.length, (i) => tokens[i].end > start);
  const behind = firstIndex(tokens.length, (i) => tokens[i].start >= end);
  if (start === end || behind <= first) {
    const next = firstIndex(tokens.length, (i) => tokens[i].start > start);
    return [{ token: Math.max(0, next - 1), start, end }];
  }
  return Array.from({ length: behind - first }, (_, n) => {
    const token = first + n;
    return {
      token,
      start: n === 0 ? start : tokens[token].start,
      end: token === behind - 1 ? end : tokens[token].end,
    };
  });
}
