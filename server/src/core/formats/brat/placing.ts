import { type Counting, countings } from './counting.ts';
import { columnFits, type Piece, rejoined } from './pieces.ts';
import type { Statement } from './statements.ts';

type TagStatement = Extract<Statement, { kind: 'tag' }>;

/** The way of counting the offsets of a text under which the most text columns fit. */
export function likeliest(text: string, tags: readonly TagStatement[]): Counting {
  const [first, ...others] = countings(text);
  const fitting = (count: Counting) =>
    tags.filter(({ spans, column }) => {
      const pieces = piecesOf(spans, count);
      return pieces && column !== undefined && columnFits(column, text, pieces);
    }).length;
  return others.reduce((best, count) => (fitting(count) > fitting(best) ? count : best), first);
}

/**
 * Where a tag lies in its text, and what is wrong with it, in sentences.
 * Nowhere, if its offsets are of no use.
 */
export function placed(
  { id, label, spans, column }: TagStatement,
  text: string,
  count: Counting,
): { pieces?: readonly Piece[]; faults: string[] } {
  const name = `The tag “${id}” (${label})`;
  const pieces = piecesOf(spans, count);
  if (!pieces) {
    const shown = spans.map(([start, end]) => `${start}–${end}`).join(', ');
    return {
      faults: [
        `${name} lies outside the text or ends before it starts (${shown}); it is left out.`,
      ],
    };
  }
  const faults: string[] = [];
  if (column !== undefined && !columnFits(column, text, pieces)) {
    const there = pieces.map(([start, end]) => text.slice(start, end)).join(' ');
    faults.push(
      `${name} should be “${shortened(column)}”, but “${shortened(there)}” stands at its offsets; it is read as these say.`,
    );
  }
  const ordered = inOrder(pieces);
  if (ordered.length < pieces.length) {
    faults.push(`${name} has pieces that overlap; these are read as one.`);
  }
  return { pieces: rejoined(text, ordered), faults };
}

/** The UTF-16 offsets of spans, or undefined where some lie outside the text or end before they start. */
function piecesOf(spans: readonly Piece[], count: Counting): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const [from, to] of spans) {
    const [start, end] = [count(from), count(to)];
    if (start === undefined || end === undefined || start > end) return undefined;
    pieces.push([start, end]);
  }
  return pieces;
}

/** The pieces in text order, those that overlap as one. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const apart: Piece[] = [];
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = apart.at(-1);
    if (last && start < last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
    else apart.push([start, end]);
  }
  return apart;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
