import type { Span } from '../../span.ts';
import { isRecord } from '../../tags/read.ts';

/** A text to look for, and what stands around it. */
export interface Quote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What a selector says of a place in the text. */
export interface Clue {
  /** As the file counts. */
  readonly position?: Span;
  readonly quote?: Quote;
  /** From the start of one place to the start of another. */
  readonly range?: readonly [from: Clue, to: Clue];
  /** The place that this one is a part of. */
  readonly within?: Clue;
}

/** One target of an annotation. */
export interface Target {
  /** The IRI of what is annotated. */
  readonly source: string | null;
  /** What its selectors say; they are alternatives. Null where it has none: all of the source is meant. */
  readonly clues: readonly Clue[] | null;
  /** Keys that nothing is known of. */
  readonly unknown: number;
}

const targetKeys = new Set([
  'id',
  '@id',
  'type',
  '@type',
  'source',
  'selector',
  'annotation',
  'creator',
  'created',
]);

/** The targets of an annotation, however they are written. */
export function targetsOf(value: unknown): Target[] {
  return listOf(value).map((raw): Target => {
    if (!isRecord(raw))
      return { source: typeof raw === 'string' ? raw : null, clues: null, unknown: 0 };
    const { source } = raw;
    const about = isRecord(source)
      ? (source.id ?? source['@id'])
      : (source ?? raw.id ?? raw['@id']);
    const selectors = listOf(raw.selector);
    return {
      source: typeof about === 'string' ? about : null,
      clues: selectors.length > 0 ? selectors.flatMap(clueOf) : null,
      unknown: Object.keys(raw).filter((key) => !targetKeys.has(key)).length,
    };
  });
}

/** A value that may be one or several, as a list; nothing is an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** What a selector says, as a list of one; nothing where it does not speak of text. */
function clueOf(selector: unknown): Clue[] {
  return clueAt(selector, 0);
}

/** Selectors nest no deeper than this in earnest. */
const DEEPEST = 16;

function clueAt(selector: unknown, depth: number): Clue[] {
  if (!isRecord(selector) || depth > DEEPEST) return [];
  const own = ownClue(selector, depth);
  const [inner] = clueAt(selector.refinedBy, depth + 1);
  if (!inner) return own ? [own] : [];
  if (own) return [deepened(inner, own)];
  // Offsets are counted from a place that no text tells, such as an element.
  const { quote, range } = inner;
  return quote || range ? [{ ...(quote && { quote }), ...(range && { range }) }] : [];
}

/** Puts a clue, and what it is refined by, within another one. */
function deepened(clue: Clue, within: Clue): Clue {
  return { ...clue, within: clue.within ? deepened(clue.within, within) : within };
}

function ownClue(selector: Readonly<Record<string, unknown>>, depth: number): Clue | null {
  const { start, end, exact, quote, prefix, suffix, value } = selector;
  const text = exact ?? quote;
  const counted = typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
  const position = counted ?? charactersOf(value);
  const clue: Clue = {
    ...(position && { position }),
    ...(typeof text === 'string' && {
      quote: {
        exact: text,
        ...(typeof prefix === 'string' && { prefix }),
        ...(typeof suffix === 'string' && { suffix }),
      },
    }),
  };
  if (clue.position || clue.quote) return clue;
  const [from] = clueAt(selector.startSelector, depth + 1);
  const [to] = clueAt(selector.endSelector, depth + 1);
  return from && to ? { range: [from, to] } : null;
}

/** The position in a fragment of plain text, `char=5,12` (RFC 5147). */
function charactersOf(value: unknown): Span | null {
  const [, start, end] = /^char=(\d+),(\d+)/.exec(typeof value === 'string' ? value : '') ?? [];
  return start === undefined ? null : { start: Number(start), end: Number(end) };
}
