import type { Span } from '../core/span.ts';
import { graphemeBounds } from '../core/text/graphemes.ts';
import { wholeTokens } from '../features/at.ts';
import type { OpenText } from './openText.ts';
import { Refusal } from './refusal.ts';

/** Units on either side of a span in which the ends of its grapheme clusters are looked for. */
const WINDOW = 256;

/**
 * What to tag: a span grown to whole tokens (unless `exact`) and to
 * whole grapheme clusters. Throws a `Refusal` where there is nothing but white space.
 */
export function tagTarget(
  text: OpenText,
  span: Span & { readonly gone?: boolean },
  exact: boolean,
): Span {
  if (span.gone) throw new Refusal('The text to tag was deleted meanwhile.');
  const wanted = exact ? { start: span.start, end: span.end } : wholeTokens(text.analysis, span);
  const content = text.live.text;
  const from = Math.max(0, wanted.start - WINDOW);
  const grown = graphemeBounds(content.slice(from, Math.min(content.length, wanted.end + WINDOW)), {
    start: wanted.start - from,
    end: wanted.end - from,
  });
  const result = { start: grown.start + from, end: grown.end + from };
  if (content.slice(result.start, result.end).trim() === '') {
    throw new Refusal('There is no text to tag here: select some, or put the cursor in a word.');
  }
  return result;
}
