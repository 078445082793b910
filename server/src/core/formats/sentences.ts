import type { Span } from '../span.ts';
import { layOut } from '../text/layout.ts';
import { tokenise } from '../text/tokens.ts';
import type { TaggedText } from './format.ts';

/** One sentence with its tokens, by UTF-16 offsets of the text. */
export interface Sentence extends Span {
  readonly tokens: readonly Span[];
}

/** The sentences of a text that have tokens; they do not overlap, and white space lies between them at most. */
export function sentencesOf({ text, language }: Pick<TaggedText, 'text' | 'language'>): Sentence[] {
  const table = tokenise(text, language);
  const { sentences } = layOut(text, table, language);
  return sentences.map((first, i) => {
    const last = sentences[i + 1] ?? table.length;
    const tokens = Array.from({ length: last - first }, (_, n) => ({
      start: table.start[first + n],
      end: table.end[first + n],
    }));
    return { start: tokens[0].start, end: tokens[tokens.length - 1].end, tokens };
  });
}
