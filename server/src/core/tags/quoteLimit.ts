import type { Span } from '../span.ts';
import type { Sidecar } from './model.ts';

/**
 * UTF-16 units that the quotes of one sidecar may have together before nothing
 * more is quoted: VS Code gives extensions no document over 50 MB, and what
 * 100,000 tags say besides their quotes takes the other half of that.
 */
export const MOST_QUOTED = 25_000_000;

/** How many units a sidecar's quotes would have together. */
export interface QuoteLength {
  readonly units: number;
  /** Whether they may be made: they stay below `MOST_QUOTED`, or there are no more of them than before. */
  readonly fits: boolean;
}

/**
 * How long a sidecar's quotes get where stretches of the text are quoted; asked
 * before any is read, since 100,000 long ones fit into no memory.
 * @param spans what is quoted anew
 * @param replaced ids of the tags whose quotes give way to these
 */
export function quotesWith(
  { tags }: Pick<Sidecar, 'tags'>,
  spans: readonly Span[],
  replaced: ReadonlySet<string> = new Set(),
): QuoteLength {
  let before = 0;
  let kept = 0;
  for (const { id, quote } of tags) {
    before += quote.length;
    if (!replaced.has(id)) kept += quote.length;
  }
  const units = spans.reduce((sum, { start, end }) => sum + end - start, kept);
  return { units, fits: units <= MOST_QUOTED || units <= before };
}

/** Why quotes of so many units are not made, and what to do: one sentence for the person. */
export function tooLong({ units }: QuoteLength, sidecar: string): string {
  const shown = (count: number) => count.toLocaleString('en-GB');
  return `${sidecar} would have to quote ${shown(units)} characters, and ${shown(MOST_QUOTED)} is the most, so nothing was written; tag shorter stretches, or take long tags out of it first.`;
}
