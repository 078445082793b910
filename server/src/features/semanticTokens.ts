import type { TextAnalysis } from '../core/analysis/text.ts';
import type { EntityType } from '../core/recognise/mentions.ts';
import type { Span } from '../core/span.ts';

/** The legend's token types, in the order of their numbers. */
export const semanticTokenTypes = [
  'person',
  'organisation',
  'place',
  'name',
  'number',
  'date',
] as const;

const typeOfEntity: Record<EntityType, number> = { PER: 0, ORG: 1, LOC: 2, MISC: 3 };

/** A stretch to colour, with the index of its token type. */
export interface ColouredSpan extends Span {
  readonly type: number;
}

/** What to colour within a span, in text order; where two overlap, the one that starts first. */
export function semanticTokens(analysis: TextAnalysis, within: Span): ColouredSpan[] {
  const coloured: ColouredSpan[] = [];
  for (const { start, end, type } of analysis.entities(within)) {
    coloured.push({ start, end, type: typeOfEntity[type] });
  }
  for (const { start, end, kind } of analysis.numbers(within)) {
    coloured.push({ start, end, type: kind === 'date' || kind === 'time' ? 5 : 4 });
  }
  coloured.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return coloured.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
