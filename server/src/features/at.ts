import type { TextAnalysis } from '../core/analysis/text.ts';
import type { EntityMention } from '../core/corpus/names.ts';
import type { NumberMention } from '../core/recognise/mentions.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import { tokenAt } from '../core/text/tokens.ts';

/** Whether the cursor is in the span or right behind it. */
function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Of the values that the cursor touches, the one it stands in before the one it stands behind. */
function pick<T extends Span>(values: Iterable<T>, offset: number): T | null {
  let behind: T | null = null;
  for (const value of values) {
    if (!touches(value, offset)) continue;
    if (offset < value.end) return value;
    behind ??= value;
  }
  return behind;
}

function around(offset: number): Span {
  return { start: Math.max(0, offset - 1), end: offset + 1 };
}

/** The entity mention at an offset, or null. */
export function entityAt(analysis: TextAnalysis, offset: number): EntityMention | null {
  return pick(analysis.entities(around(offset)), offset);
}

/** The number at an offset, or null. */
export function numberAt(analysis: TextAnalysis, offset: number): NumberMention | null {
  return pick(analysis.numbers(around(offset)), offset);
}

/** The tags that lie at an offset, shortest first; lost ones lie nowhere. */
export function tagsAt(tags: readonly PlacedTag[], offset: number): PlacedTag[] {
  return tags
    .filter((placed) => placed.status !== 'lost' && touches(placed, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** The token at an offset, or the one that ends there, or null. */
export function tokenSpanAt(analysis: TextAnalysis, offset: number): Span | null {
  for (const at of [offset, offset - 1]) {
    if (at < 0) continue;
    const { tokens, offset: base } = analysis.passageAt(at);
    const index = tokenAt(tokens, at - base);
    if (index >= 0) return { start: tokens.start[index] + base, end: tokens.end[index] + base };
  }
  return null;
}

/** The span grown so that it cuts no token; an empty span becomes the token at it. */
export function wholeTokens(analysis: TextAnalysis, span: Span): Span {
  if (span.start === span.end) return tokenSpanAt(analysis, span.start) ?? span;
  const text = analysis.slice(span.start, span.end);
  const start = span.start + text.length - text.trimStart().length;
  const end = span.end - (text.length - text.trimEnd().length);
  if (start >= end) return span;
  const first = tokenCovering(analysis, start);
  const last = tokenCovering(analysis, end - 1);
  return { start: first?.start ?? start, end: last?.end ?? end };
}

function tokenCovering(analysis: TextAnalysis, offset: number): Span | null {
  const { tokens, offset: base } = analysis.passageAt(offset);
  const index = tokenAt(tokens, offset - base);
  return index < 0 ? null : { start: tokens.start[index] + base, end: tokens.end[index] + base };
}
