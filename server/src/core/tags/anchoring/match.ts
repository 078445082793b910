import { align, headDistance } from './align.ts';
import { endSeedsOf, type Needle, QUOTE_END, type Seed } from './needle.ts';

/** A place where a needle may lie, in skeleton units, and what speaks for it. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Likeness of quote, text before and text behind: 0 (nothing in common beyond chance) to 1 (the same). */
  readonly quote: number;
  readonly before: number;
  readonly behind: number;
  /** Evidence for this place over all the evidence there could be: 0 to 1. */
  readonly score: number;
}

/** Room around a guess for units that were put in or taken out. */
const SLACK = 48;

/** Looks closely at one place: the quote is guessed to begin at `guess`. Null where it cannot lie there. */
export function matchAt(hay: string, needle: Needle, guess: number): Match | null {
  const { before, quote, behind } = needle;
  const whole = wholeMatchAt(hay, needle, guess);
  if (whole) return whole;
  if (quote.length > QUOTE_END * 2) return longMatch(hay, needle, guess);
  const from = Math.max(0, guess - before.length - SLACK);
  const end = guess + quote.length + behind.length;
  const found = align(before, quote, behind, hay.slice(from, end + SLACK), end - from);
  return weighed(
    needle,
    from + found.start,
    from + found.end,
    found.middle,
    found.before,
    found.behind,
  );
}

/** The match at or right beside a guess whose quote is unchanged, or null; cheap. */
export function wholeMatchAt(hay: string, needle: Needle, guess: number): Match | null {
  const start = exactNear(hay, needle.quote, guess);
  if (start < 0) return null;
  const end = start + needle.quote.length;
  const before = distanceBefore(needle.before, hay, start);
  return weighed(needle, start, end, 0, before, distanceBehind(needle.behind, hay, end));
}

/** Where the quote stands at the guess or within a seed's spread of it; −1 where it does not. */
function exactNear(hay: string, quote: string, guess: number): number {
  if (hay.startsWith(quote, guess)) return guess;
  for (let away = 1; away <= 2 * SPREAD; away++) {
    if (guess >= away && hay.startsWith(quote, guess - away)) return guess - away;
    if (hay.startsWith(quote, guess + away)) return guess + away;
  }
  return -1;
}

/** Long quotes: the beginning and the end are placed each by itself. */
function longMatch(hay: string, needle: Needle, guess: number): Match | null {
  const { before, quote, behind } = needle;
  const from = Math.max(0, guess - before.length - SLACK);
  const head = align(
    before,
    quote.slice(0, QUOTE_END),
    '',
    hay.slice(from, guess + QUOTE_END + SLACK),
    guess + QUOTE_END - from,
  );
  const start = from + head.start;
  const low = start + QUOTE_END;
  const window = hay.slice(low, start + 2 * quote.length + SLACK);
  let best: { end: number; errors: number; behind: number } | null = null;
  const ends = guesses(window, endSeedsOf(needle), quote.length - QUOTE_END);
  for (const { place } of ends.slice(0, 4)) {
    const cut = Math.max(0, place - QUOTE_END - SLACK);
    const tail = align(
      '',
      quote.slice(-QUOTE_END),
      behind,
      window.slice(cut, place + behind.length + SLACK),
      place + behind.length - cut,
    );
    const errors = tail.middle + tail.behind;
    if (!best || errors < best.errors + best.behind) {
      best = { end: low + cut + tail.end, errors: tail.middle, behind: tail.behind };
    }
  }
  if (!best) return null;
  const errors = Math.max(
    1,
    Math.round(((head.middle + best.errors) * quote.length) / (2 * QUOTE_END)),
  );
  return weighed(needle, start, best.end, errors, head.before, best.behind);
}

/** A place that seeds point to, and how many do. */
export interface Guess {
  readonly place: number;
  readonly votes: number;
}

/** Places that seeds found in a stretch of text point to, those with the most seeds first, then the nearest to `expected`. */
export function guesses(hay: string, seeds: readonly Seed[], expected: number): Guess[] {
  const places: number[] = [];
  for (const { units, toQuote } of seeds) {
    for (
      let at = hay.indexOf(units), n = 0;
      at >= 0 && n < 64;
      at = hay.indexOf(units, at + 1), n++
    ) {
      places.push(at + toQuote);
    }
  }
  return clusters(places, expected);
}

/** Units by which seeds of one place may disagree, for what was put in or taken out between them. */
const SPREAD = 6;

/** Joins places that nearly agree; the most agreed upon first, then the nearest to `expected`. */
export function clusters(places: number[], expected: number): Guess[] {
  places.sort((a, b) => a - b);
  const found: Guess[] = [];
  for (let i = 0; i < places.length; ) {
    let j = i;
    let mode = places[i];
    let most = 0;
    while (j < places.length && places[j] - places[i] <= SPREAD) {
      let run = j;
      while (run < places.length && places[run] === places[j]) run++;
      if (run - j > most) {
        most = run - j;
        mode = places[j];
      }
      j = run;
    }
    found.push({ place: mode, votes: j - i });
    i = j;
  }
  return found.sort(
    (a, b) => b.votes - a.votes || Math.abs(a.place - expected) - Math.abs(b.place - expected),
  );
}

function weighed(
  needle: Needle,
  start: number,
  end: number,
  middle: number,
  before: number,
  behind: number,
): Match {
  const length = needle.quote.length;
  const quote = length === 0 ? 1 : Math.max(0, 1 - middle / length);
  const left = needle.before === '' ? 0 : aboveChance(before / needle.before.length);
  const right = needle.behind === '' ? 0 : aboveChance(behind / needle.behind.length);
  const weight = 2 * Math.min(length, QUOTE_END);
  const all = weight + needle.beforeWeight + needle.behindWeight;
  const evidence = weight * quote + needle.beforeWeight * left + needle.behindWeight * right;
  return { start, end, quote, before: left, behind: right, score: all === 0 ? 0 : evidence / all };
}

/**
 * Unrelated text is some three quarters of its length in edits away, so half a
 * length counts as next to nothing in common: what is left only tells apart
 * places that are equally poor.
 */
function aboveChance(edits: number): number {
  return Math.max(1 - 2 * edits, 0.1 * (1 - edits));
}

function distanceBefore(before: string, hay: string, end: number): number {
  const start = end - before.length;
  if (start >= 0 && hay.startsWith(before, start)) return 0;
  return headDistance(reversed(before), reversed(hay.slice(Math.max(0, start - 8), end)));
}

function distanceBehind(behind: string, hay: string, start: number): number {
  if (hay.startsWith(behind, start)) return 0;
  return headDistance(behind, hay.slice(start, start + behind.length + 8));
}

/** The units in reverse order; halves of surrogate pairs swap too, which a comparison of units does not mind. */
function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
}
