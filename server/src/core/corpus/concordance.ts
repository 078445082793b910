import type { Language } from '../languages/language.ts';
import type { Span } from '../span.ts';
import { lineBefore, lineBehind, oneLine, wholeClusters } from '../text/columns.ts';
import { foldWord } from '../text/fold.ts';
import { TokenKind, tokenise } from '../text/tokens.ts';

/** A place in a text with what stands around it, each part in one line. */
export interface KeywordInContext {
  readonly left: string;
  readonly node: string;
  readonly right: string;
}

/** The text at a span, and whole characters of what stands before and behind it in at most `columns` columns each. */
export function inContext(text: string, { start, end }: Span, columns: number): KeywordInContext {
  return {
    left: lineBefore(text, start, columns),
    node: oneLine(text.slice(start, end)).trim(),
    right: lineBehind(text, end, columns),
  };
}

/**
 * The places that a regular expression with the flag `g` finds, one behind the
 * other, grown to whole characters (grapheme clusters). Those without a
 * character are left out. How long it takes is up to the expression.
 */
export function* expressionPlaces(text: string, expression: RegExp): Generator<Span> {
  let behind = 0;
  for (const { 0: found, index } of text.matchAll(expression)) {
    if (found === '') continue;
    const span = wholeClusters(text, { start: index, end: index + found.length });
    if (span.start < behind) continue;
    behind = span.end;
    yield span;
  }
}

/** The places, by their start, that lie inside one of the spans, each with the span that reaches furthest. */
export function* placesInside<T extends Span>(
  places: Iterable<Span>,
  spans: readonly T[],
): Generator<{ place: Span; inside: T }> {
  const byStart = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let furthest: T | undefined;
  for (const place of places) {
    while (next < byStart.length && byStart[next].start <= place.start) {
      const span = byStart[next++];
      if (!furthest || span.end > furthest.end) furthest = span;
    }
    if (furthest && furthest.end >= place.end) yield { place, inside: furthest };
  }
}

/** So many words of the context count when places are sorted by it. */
const sortWords = 8;
/** They are looked for in so many units. */
const sortUnits = 160;

/** What a place is sorted by: itself, or the words on one side from the nearest on. */
export type SortSide = 'left' | 'node' | 'right';

/** The words that a place is sorted by, folded, the one that counts first first. */
export function sortKey(
  text: string,
  { start, end }: Span,
  side: SortSide,
  language: Language,
): string {
  if (side === 'node') return foldWord(oneLine(text.slice(start, end)), false);
  const from = side === 'left' ? Math.max(0, start - sortUnits) : end;
  const stretch = side === 'left' ? text.slice(from, start) : text.slice(end, end + sortUnits);
  const tokens = tokenise(stretch, language);
  const words: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] > TokenKind.number) continue;
    words.push(foldWord(stretch.slice(tokens.start[i], tokens.end[i]), false));
  }
  if (side === 'left') words.reverse();
  return words.slice(0, sortWords).join(' ');
}

/** Compares sort keys as a dictionary of the language has them. */
export function keyOrder(language: string): (a: string, b: string) => number {
  return new Intl.Collator(language).compare;
}
