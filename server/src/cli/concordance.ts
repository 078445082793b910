import { expressionPlaces, placesInside } from '../core/corpus/concordance.ts';
import { termPattern, termPlaces } from '../core/corpus/termPattern.ts';
import type { Language } from '../core/languages/language.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import type { ChunkedText } from '../core/text/document.ts';
import { readWhole } from '../core/text/wholeText.ts';
import { FileRefused } from '../node/write.ts';
import { UsageError } from './command.ts';
import { piecesOf } from './layers.ts';
import { withinTime } from './timeLimit.ts';

/** A regular expression may take so many milliseconds in a text, and as many more for every million units. */
const expressionTime = { least: 10_000, perMillion: 1000 } as const;

/** A regular expression takes too long in a text, and so it would in others. */
export class SlowExpression extends FileRefused {}

/** What `kwic` looks for. */
export interface Wanted {
  /** A term or, with `regex`, a regular expression; absent: the tags themselves. */
  readonly term?: string;
  readonly regex?: RegExp;
  /** Milliseconds that the expression may take in a text, where it is not the usual time. */
  readonly within?: number;
  readonly ignoreCase: boolean;
}

/** A text in which something was found. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly language: Language;
}

/** One place that was found; lines and columns count from 1, columns in UTF-16 units. */
export interface Hit extends Span {
  readonly source: Source;
  readonly line: number;
  readonly column: number;
  /** The tags that it was found by. */
  readonly tags: readonly PlacedTag[];
}

/**
 * The regular expression that a command line gives. `^` and `$` are the start
 * and the end of a line.
 * @throws {UsageError} where it is none
 */
export function expressionOf(source: string, ignoreCase: boolean): RegExp {
  try {
    return new RegExp(source, ignoreCase ? 'gimu' : 'gmu');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = message.slice(message.lastIndexOf(': ') + 2);
    throw new UsageError(`“${source}” is no regular expression: ${why}.`);
  }
}

/**
 * What is found in a text, in its order.
 * @param tags those that hits are to lie in, undefined where any place will do; without a term they are the hits
 * @param most hits that are wanted
 * @throws {SlowExpression}
 */
export function hitsIn(
  source: Source,
  chunked: ChunkedText,
  wanted: Wanted,
  tags: readonly PlacedTag[] | undefined,
  most: number,
): Hit[] {
  const hits: Hit[] = [];
  for (const { place, by } of found(source, chunked, wanted, tags, most)) {
    if (hits.length >= most) break;
    const { start, end } = place;
    const { line, character } = chunked.positionAt(start);
    hits.push({ source, start, end, line: line + 1, column: character + 1, tags: by });
  }
  return hits;
}

interface Found {
  readonly place: Span;
  readonly by: readonly PlacedTag[];
}

function* found(
  source: Source,
  chunked: ChunkedText,
  wanted: Wanted,
  tags: readonly PlacedTag[] | undefined,
  most: number,
): Generator<Found> {
  if (wanted.term === undefined) return yield* bySpan(tags ?? []);
  const places = wanted.regex
    ? expressionHits(source, wanted.regex, wanted.within, tags ? Number.POSITIVE_INFINITY : most)
    : termHits(source, chunked, wanted.term, wanted.ignoreCase);
  if (!tags) {
    for (const place of places) yield { place, by: [] };
    return;
  }
  const pieces = tags.flatMap((tag) =>
    piecesOf(tag, source.text).map(([start, end]) => ({ start, end, tag })),
  );
  for (const { place, inside } of placesInside(places, pieces)) yield { place, by: [inside.tag] };
}

/** The tags by the place where they lie, by its start. */
function* bySpan(tags: readonly PlacedTag[]): Generator<Found> {
  const spans = new Map<string, PlacedTag[]>();
  for (const tag of tags) {
    const key = `${tag.start}-${tag.end}`;
    const others = spans.get(key);
    if (others) others.push(tag);
    else spans.set(key, [tag]);
  }
  const found = Array.from(spans.values(), (by) => ({ place: by[0], by }));
  yield* found.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}

function* termHits(
  { text, language }: Source,
  chunked: ChunkedText,
  term: string,
  ignoreCase: boolean,
): Generator<Span> {
  const pattern = termPattern(term, language, !ignoreCase);
  if (pattern) yield* termPlaces(text, readWhole(chunked, language).tokens, pattern);
}

function expressionHits(
  { file, text }: Source,
  expression: RegExp,
  within: number | undefined,
  most: number,
): Span[] {
  const { least, perMillion } = expressionTime;
  const time = within ?? least + Math.round((text.length / 1e6) * perMillion);
  const places = withinTime(() => {
    const found: Span[] = [];
    for (const place of expressionPlaces(text, expression)) {
      if (found.length >= most) break;
      found.push(place);
    }
    return found;
  }, time);
  if (places) return places;
  throw new SlowExpression(
    file,
    `The regular expression takes longer than ${Math.round(time / 1000)} seconds here; the search ends.`,
  );
}
