import type { TextAccess } from './context.ts';

/**
 * Where a quote stands of which a span covers the whole, the beginning or the
 * end; null where the span's text is neither.
 */
export function wholeQuoteAt(
  text: TextAccess,
  quote: string,
  start: number,
  end: number,
): number | null {
  const now = text.slice(start, end);
  if (now === quote) return start;
  const { length } = quote;
  if (now.length >= length) return null;
  if (quote.startsWith(now) && text.slice(start, start + length) === quote) return start;
  const from = end - length;
  return quote.endsWith(now) && from >= 0 && text.slice(from, end) === quote ? from : null;
}

/** Whether a quote stands at an offset, with this text on its left and on its right. */
export function standsBetween(
  text: TextAccess,
  left: string,
  quote: string,
  right: string,
  start: number,
): boolean {
  const end = start + quote.length;
  return (
    text.slice(start, end) === quote &&
    text.slice(Math.max(0, start - left.length), start) === left &&
    text.slice(end, end + right.length) === right
  );
}

/** Whether two texts differ in upper and lower case at most. */
export function sameLetters(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}
