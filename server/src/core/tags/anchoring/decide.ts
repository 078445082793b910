import type { Match } from './match.ts';
import { type Needle, QUOTE_END } from './needle.ts';

/** A match that was chosen, and how sure the choice is: 0 to 1. */
export interface Choice {
  readonly match: Match;
  readonly confidence: number;
}

/** Evidence from which on a place needs no further search. */
const SURE = 0.8;
/** A place with less evidence than this is none. */
const ENOUGH = 0.5;
/**
 * Choices less sure than this are not made for a tag: of those nine in ten are
 * wrong (`npm run eval:anchors`).
 */
export const LEAST_CONFIDENCE = 0.5;
/** Choices less sure than this are not made at all. */
const LEAST_GUESS = 0.3;
/** What a place far away loses against one where the needle was expected. */
const CLOSE = 0.1;
/** Units away from the expected place at which half of that is lost. */
const NEAR = 512;

/** Whether the match is good enough to stop looking, and to tell its neighbours how far the text has shifted. */
export function isSure({ match, confidence }: Choice): boolean {
  return match.score >= SURE && confidence >= SURE;
}

/**
 * Chooses among places where a needle may lie; null where none is good enough.
 * A place that has rivals needs more evidence than one that stands alone.
 * @param expected index where the neighbours' shift would put the needle
 */
export function choose(needle: Needle, matches: readonly Match[], expected: number): Choice | null {
  const fit = matches.filter((match) => isAcceptable(needle, match));
  if (fit.length === 0) return null;
  const distance = (match: Match): number => Math.abs(match.start - expected);
  const rank = (match: Match): number =>
    match.score - (CLOSE * distance(match)) / (distance(match) + NEAR);
  const match = fit.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const rivals = fit.filter((other) => other.start !== match.start);
  const rival = Math.max(0, ...rivals.map(({ score }) => score));
  const nearest = Math.min(Infinity, ...rivals.map(distance));
  const lead = Math.max(
    (match.score - rival) / (3 * CLOSE),
    1 - distance(match) / Math.max(1, nearest),
    0,
  );
  const confidence = match.score * (0.5 + 0.5 * Math.min(1, lead));
  return confidence >= LEAST_GUESS ? { match, confidence } : null;
}

/** Whether the text at a place can be the needle's at all. */
function isAcceptable(needle: Needle, match: Match): boolean {
  if (match.score < ENOUGH) return false;
  if (match.quote === 1) return true;
  const errors = (1 - match.quote) * needle.quote.length;
  if (match.quote < 0.5) return false;
  const sides = Number(match.before >= 0.5) + Number(match.behind >= 0.5);
  if (needle.beforeWeight + needle.behindWeight === 0) {
    return (
      match.quote >= 0.55 &&
      errors <= Math.max(6, 0.15 * Math.min(needle.quote.length, 2 * QUOTE_END))
    );
  }
  return sides === 2 || (sides === 1 && match.quote >= 0.75);
}
