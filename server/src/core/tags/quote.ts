import type { TextAccess } from './context.ts';

/** Places of a part within its quote that are tried. */
const MOST_TRIES = 64;

/**
 * Where a quote stands of which a span covers the whole or a part, or which
 * begins or ends the span; null where the span's text is none of these.
 */
export function wholeQuoteAt(
  text: TextAccess,
  quote: string,
  start: number,
  end: number,
): number | null {
  if (end - start >= quote.length) {
    if (text.slice(start, start + quote.length) === quote) return start;
    return text.slice(end - quote.length, end) === quote ? end - quote.length : null;
  }
  const now = text.slice(start, end);
  let part = now === '' ? -1 : quote.indexOf(now);
  for (let tries = 0; part >= 0 && tries < MOST_TRIES; tries++) {
    const from = start - part;
    if (from >= 0 && text.slice(from, from + quote.length) === quote) return from;
    part = quote.indexOf(now, part + 1);
  }
  return null;
}

/** A quote and what stood on its sides when it was last seen whole. */
export interface QuoteInText {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether a quote stands at an offset, between the nearest units of what stood on its sides. */
export function standsAt(
  text: TextAccess,
  { quote, prefix, suffix }: QuoteInText,
  start: number,
  units: number,
): boolean {
  const [left, right] = [prefix.slice(-units), suffix.slice(0, units)];
  const end = start + quote.length;
  return (
    text.slice(start, end) === quote &&
    text.slice(Math.max(0, start - left.length), start) === left &&
    text.slice(end, end + right.length) === right
  );
}

/**
 * The first offset between two others at which a quote stands with all that
 * stood on its sides; null where there is none. A quote with nothing on its
 * sides was the whole text.
 */
export function quoteBetween(
  text: TextAccess,
  { quote, prefix, suffix }: QuoteInText,
  low: number,
  high: number,
): number | null {
  if (quote === '') return null;
  if (prefix + suffix === '') {
    return low <= 0 && text.slice(0, quote.length + 1) === quote ? 0 : null;
  }
  const from = Math.max(0, low - prefix.length);
  const window = text.slice(from, high + quote.length + suffix.length);
  const at = window.indexOf(prefix + quote + suffix);
  return at < 0 ? null : from + at + prefix.length;
}

/** Whether what stands around a quote at an offset of a text is what stood there, as far as the text goes and at most so many units. */
export function agrees(
  text: string,
  { quote, prefix, suffix }: QuoteInText,
  from: number,
  units: number,
): boolean {
  const to = from + quote.length;
  const left = prefix.slice(-Math.min(units, from) || prefix.length);
  const right = suffix.slice(0, Math.min(units, text.length - to));
  return text.startsWith(left, from - left.length) && text.startsWith(right, to);
}

/** Units around a quote that must agree, on both sides together, for a text to be where it came from. */
const LEAST_AGREEMENT = 6;

/** Where a text holds a quote with enough of what stood around it, as far as it goes and at most so many units a side; null where it does not. */
export function quoteWithin(text: string, seen: QuoteInText, units: number): number | null {
  const { quote, prefix, suffix } = seen;
  if (quote === '' || text.length < quote.length + LEAST_AGREEMENT) return null;
  let at = text.indexOf(quote);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    const left = Math.min(units, at, prefix.length);
    const right = Math.min(units, text.length - at - quote.length, suffix.length);
    if (left + right >= LEAST_AGREEMENT && agrees(text, seen, at, units)) return at;
    at = text.indexOf(quote, at + 1);
  }
  return null;
}

/** Units from either end of a span within which a quote is looked for. */
const EDGE = 512;

/** The same for a quote that overlaps a span; of a long span only the ends are looked at. */
export function quoteOver(
  text: TextAccess,
  seen: QuoteInText,
  start: number,
  end: number,
): number | null {
  const low = start - seen.quote.length + 1;
  if (end - low <= 4 * EDGE + seen.quote.length) return quoteBetween(text, seen, low, end - 1);
  return (
    quoteBetween(text, seen, low, start + EDGE) ??
    quoteBetween(text, seen, end - EDGE - seen.quote.length, end - 1)
  );
}

/** Whether two texts differ in upper and lower case at most. */
export function sameLetters(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}
