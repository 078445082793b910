import type { Span } from '../span.ts';

/** What a token classification model says of one word. */
export interface LabelledWord extends Span {
  /** The model's own label: `O`, `B-PER`, `I-PER`, or a bare `PER`. */
  readonly label: string;
  /** How sure the model is of the label, 0 to 1. */
  readonly score: number;
}

/** A stretch that a model would tag. */
export interface SuggestedSpan extends Span {
  readonly label: string;
  /** The mean over its words, 0 to 1. */
  readonly score: number;
}

/** The mark in front of a label in the schemes IO, BIO (IOB2), BIOES and BILOU. */
const marked = /^([BIESLU])[-_](.+)$/;
const opening = new Set(['B', 'S', 'U']);
const closing = new Set(['E', 'L', 'S', 'U']);

/**
 * The spans that the labels of a sentence's words stand for, in text order. A
 * span that begins without its opening mark is taken all the same, as the
 * evaluation script of CoNLL-2003 takes it.
 */
export function spansOf(words: readonly LabelledWord[]): SuggestedSpan[] {
  const spans: SuggestedSpan[] = [];
  let open: LabelledWord[] = [];
  let openLabel = '';
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      const score = open.reduce((sum, word) => sum + word.score, 0) / open.length;
      spans.push({ start: first.start, end: last.end, label: openLabel, score });
    }
    open = [];
  };
  for (const word of words) {
    if (word.label === 'O') {
      close();
      continue;
    }
    const [, mark = 'I', label = word.label] = marked.exec(word.label) ?? [];
    if (opening.has(mark) || label !== openLabel) close();
    openLabel = label;
    open.push(word);
    if (closing.has(mark)) close();
  }
  close();
  return spans;
}
