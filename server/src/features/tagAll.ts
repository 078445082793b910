import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag, Tag } from '../core/tags/model.ts';
import { wholeTokens } from './at.ts';
import { mentionsIn } from './references.ts';

/**
 * Where a text mentions what a tag is about and carries no such tag yet: the
 * mentions of the tag's entity, and the places with the tag's very words.
 */
export function sameNames(
  analysis: TextAnalysis,
  tag: Pick<Tag, 'label' | 'entity' | 'quote'>,
  placed: readonly PlacedTag[],
): Span[] {
  const spans = new Map<string, Span>();
  if (tag.entity) for (const span of mentionsIn(analysis, tag.entity)) spans.set(idOf(span), span);
  for (const span of occurrences(analysis, tag.quote)) spans.set(idOf(span), span);
  for (const { tag: known, start, end, status } of placed) {
    if (status !== 'lost' && known.label === tag.label) spans.delete(idOf({ start, end }));
  }
  return [...spans.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Every place where the words stand as whole tokens. */
function occurrences(analysis: TextAnalysis, words: string): Span[] {
  const found: Span[] = [];
  if (words.trim() === '') return found;
  const text = analysis.text.toString();
  for (
    let start = text.indexOf(words);
    start >= 0;
    start = text.indexOf(words, start + words.length)
  ) {
    const span = { start, end: start + words.length };
    const whole = wholeTokens(analysis, span);
    if (whole.start === span.start && whole.end === span.end) found.push(span);
  }
  return found;
}

function idOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
