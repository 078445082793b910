import type { Span } from '../span.ts';

/** Units looked at on either side; a longer grapheme cluster counts as cut where the window ends. */
const reach = 64;
/** Made when it is first needed: that takes longer than everything else here. */
let segmenter: Intl.Segmenter | undefined;

/** Whether no grapheme cluster of the text covers both sides of the offset. The ends of the text are boundaries. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (text.charCodeAt(offset) < 0x300 && text.charCodeAt(offset - 1) < 0x300) {
    return text[offset] !== '\n' || text[offset - 1] !== '\r';
  }
  return clusterAt(text, offset).start === offset;
}

/** The span grown at both ends so far that it cuts no grapheme cluster; clamped to the text. */
export function graphemeBounds(text: string, span: Span): Span {
  const start = Math.min(Math.max(span.start, 0), text.length);
  const end = Math.min(Math.max(span.end, start), text.length);
  return {
    start: isGraphemeBoundary(text, start) ? start : clusterAt(text, start).start,
    end: isGraphemeBoundary(text, end) ? end : clusterAt(text, end).end,
  };
}

/** The grapheme cluster that holds the unit at the offset, as seen in a window around it. */
function clusterAt(text: string, offset: number): Span {
  const from = windowStart(text, offset);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const cluster = segmenter.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (!cluster) return { start: offset, end: offset };
  const start = from + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/** Where to start segmenting: behind the last ASCII unit within reach, which nothing joins to what follows. */
function windowStart(text: string, offset: number): number {
  const least = Math.max(0, offset - reach);
  for (let at = offset - 1; at > least; at--) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80 && unit !== 0x0d) return at;
  }
  return least;
}
