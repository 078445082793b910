import type { Span } from '../../span.ts';
import { tokenise } from '../../text/tokens.ts';
import type { TaggedText } from '../format.ts';

/** A token as spaCy has them: together with the spaces behind some, they are the whole text. */
export interface SpacyToken extends Span {
  /** Whether one space stands behind it. */
  readonly space: boolean;
}

/**
 * The tokens of a text by UTF-16 offsets, cut wherever a span begins or ends,
 * so that every span is whole tokens. White space other than one space between
 * two words is a token of its own.
 */
export function spacyTokens(
  { text, language }: Pick<TaggedText, 'text' | 'language'>,
  spans: readonly Span[],
): SpacyToken[] {
  const starts = new Set(spans.map(({ start }) => start));
  const ends = new Set(spans.map(({ end }) => end));
  const cuts = [...new Set([...starts, ...ends])].sort((a, b) => a - b);
  const tokens: SpacyToken[] = [];
  let at = 0;
  let cut = 0;
  const take = (to: number) => {
    while (at < to) {
      while (cuts[cut] <= at) cut++;
      const end = Math.min(to, cuts[cut] ?? to);
      tokens.push({ start: at, end, space: false });
      at = end;
    }
  };
  const table = tokenise(text, language);
  for (let i = 0; i < table.length; i++) {
    take(table.start[i]);
    take(table.end[i]);
    if (text[at] !== ' ' || starts.has(at) || ends.has(at + 1)) continue;
    tokens[tokens.length - 1] = { ...tokens[tokens.length - 1], space: true };
    at++;
  }
  take(text.length);
  return tokens;
}
