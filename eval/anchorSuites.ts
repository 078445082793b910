import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  anchorQuote,
  type QuotePlace,
  type QuoteSelector,
} from '../server/src/core/tags/anchor.ts';

type Span = readonly [start: number, end: number];

/** The objects of a file with one JSON object a line; none where there is no file. */
export function linesOf<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): T => JSON.parse(line));
}

interface PublishedCase {
  readonly suite: string;
  readonly kind: string;
  readonly text: string;
  readonly selector: QuoteSelector;
  readonly expected: readonly Span[] | null;
}

/** Above this a place counts as sure: text and surroundings are as they were. */
const SURE = 0.9;

/**
 * Published quote selectors. Apache Annotator's are for an exact matcher, which
 * finds nothing where the surroundings differ; a place that is not called sure
 * is as right there, and so is one whose surroundings differ in white space
 * alone, which Glossator looks past. Cases that say nothing of the place are
 * left out. Of an empty quote without surroundings one suite wants
 * every place and another none: either will do.
 */
export function publishedSuites(
  dataFolder: string,
): { suite: string; tags: number; right: number }[] {
  const cases = linesOf<PublishedCase>(join(dataFolder, 'reanchor', 'published-suites.jsonl'));
  const suites = new Map<string, boolean[]>();
  for (const { suite, kind, text, selector, expected } of cases) {
    if (!/quote|toTextPosition|html-baseline/.test(kind)) continue;
    const found = anchorQuote(text, selector);
    if (expected === null) continue;
    const hit = expected.some(([start, end]) => found?.start === start && found.end === end);
    const none =
      found === null ||
      (suite === 'apache-annotator' &&
        (found.confidence < SURE || spaceApart(text, selector, found)));
    const right = expected.length === 0 ? none : hit || (selector.exact === '' && found === null);
    suites.set(suite, [...(suites.get(suite) ?? []), right]);
  }
  return [...suites].map(([suite, results]) => ({
    suite,
    tags: results.length,
    right: results.filter(Boolean).length,
  }));
}

/** Whether white space is all that a place lacks. */
function spaceApart(
  text: string,
  { exact, prefix = '', suffix = '' }: QuoteSelector,
  place: QuotePlace,
) {
  const bare = (piece: string): string => piece.replace(/\s+/gu, '');
  return (
    bare(text.slice(0, place.start)).endsWith(bare(prefix)) &&
    bare(text.slice(place.start, place.end)) === bare(exact) &&
    bare(text.slice(place.end)).startsWith(bare(suffix))
  );
}
