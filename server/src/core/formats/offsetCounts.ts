import { isGraphemeBoundary } from '../text/graphemes.ts';
import { CodePoints } from './codePoints.ts';

/** What offsets may count. */
export type OffsetCount = 'UTF-16' | 'code points' | 'graphemes';

/** A span by offsets as a file counts them, with what the file says stands there. */
export interface CountedSpan {
  readonly start: number;
  readonly end: number;
  readonly quote?: string;
}

/** Leads from a text's offsets in some count to UTF-16 ones; what lies outside the text stays outside. */
export function unitsIn(text: string, count: OffsetCount): (offset: number) => number {
  if (count === 'UTF-16') return (offset) => offset;
  if (count === 'code points') {
    const points = new CodePoints(text);
    return (offset) => points.toUnits(offset);
  }
  const starts = Array.from(graphemes().segment(text), ({ index }) => index);
  return (offset) => starts[offset] ?? (offset < 0 ? offset : text.length + offset - starts.length);
}

/**
 * What the offsets of texts count: that by which most spans are as people make
 * them, with the words that the file says, or else whole words without white
 * space at their ends.
 * @param counts what they may count; where nothing decides it is the first
 */
export function likelyCount(
  texts: readonly { readonly text: string; readonly spans: readonly CountedSpan[] }[],
  counts: readonly OffsetCount[],
): OffsetCount {
  const doubtful = texts.filter(({ text }) => different.test(text));
  const faults = counts.map((count) =>
    doubtful.reduce((sum, { text, spans }) => sum + faultsOf(text, spans, count), 0),
  );
  return counts[faults.indexOf(Math.min(...faults))];
}

/** Whether the text at these UTF-16 offsets is what a file says, however it writes white space and line ends. */
export function isQuoted(quote: string, text: string, start: number, end: number): boolean {
  return (
    start >= 0 &&
    end <= text.length &&
    start <= end &&
    plain(text.slice(start, end)) === plain(quote)
  );
}

/** Some programs write a line end as a backslash and an n. */
function plain(quote: string): string {
  return quote
    .replace(/\\n|\s+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** What counts differently: characters of two units, and clusters of a mark and what it stands on, or of CR and LF. */
const different = /[\u{10000}-\u{10ffff}\p{M}\u200d]|\r\n|[\u1100-\u11ff\u0e33\u0eb3]/u;
const word = /[\p{L}\p{N}\p{M}]/u;
const OUTSIDE = 10;
const MISQUOTED = 10;
const CLUSTER_CUT = 4;

function faultsOf(text: string, spans: readonly CountedSpan[], count: OffsetCount): number {
  const unitOf = unitsIn(text, count);
  return spans.reduce((sum, { start, end, quote }) => {
    const [from, to] = [unitOf(start), unitOf(end)];
    if (!(from >= 0 && from <= to && to <= text.length)) return sum + OUTSIDE;
    if (quote !== undefined) return sum + (isQuoted(quote, text, from, to) ? 0 : MISQUOTED);
    const inside = text.slice(from, to);
    const spaces = (/^\s/u.test(inside) ? 2 : 0) + (/\s$/u.test(inside) ? 2 : 0);
    return sum + spaces + cutAt(text, from) + cutAt(text, to);
  }, 0);
}

/** How badly an offset cuts: a character worse than a cluster, and that worse than a word. */
function cutAt(text: string, at: number): number {
  const [before, behind] = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)];
  const low = (behind.charCodeAt(0) & 0xfc00) === 0xdc00;
  if (low && (before.charCodeAt(before.length - 1) & 0xfc00) === 0xd800) return OUTSIDE;
  if (!isGraphemeBoundary(text, at)) return CLUSTER_CUT;
  return word.test([...before].at(-1) ?? '') && word.test([...behind][0] ?? '') ? 1 : 0;
}

let segmenter: Intl.Segmenter | undefined;

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter;
}
