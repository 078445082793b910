import type { Span } from '../span.ts';
import { finished, finishedGradually, type Steps } from '../steps.ts';
import { Anchoring } from './anchoring/run.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { AnchorStatus, PlacedTag, Sidecar, Tag } from './model.ts';

/**
 * Places every tag of a sidecar in a text. Where the text is the one that the
 * offsets belong to, they hold; else each tag is looked for by its quote and
 * what stood around it, with the neighbours' shift telling repeated places
 * apart. A tag whose text is gone is lost, not put elsewhere. Time is linear in
 * the text and in the tags.
 * @param text canonical text
 */
export function anchorTags(sidecar: Pick<Sidecar, 'text' | 'tags'>, text: string): PlacedTag[] {
  return finished(anchoring(sidecar, text));
}

/** As `anchorTags`, with pauses in between: see `finishedGradually`. */
export function anchorGradually(
  sidecar: Pick<Sidecar, 'text' | 'tags'>,
  text: string,
  pause: () => Promise<void> | undefined,
): Promise<PlacedTag[]> {
  return finishedGradually(anchoring(sidecar, text), pause);
}

function* anchoring(
  { text: known, tags }: Pick<Sidecar, 'text' | 'tags'>,
  text: string,
): Steps<PlacedTag[]> {
  const same = known.length === text.length && known.sha256 === fingerprintOf(text).sha256;
  yield;
  const [fitting, strays] = same ? partition(tags, text) : [[], tags];
  let placed = fitting.map((tag) => inPlace(tag, text));
  if (strays.length > 0) {
    placed = placed.concat(yield* new Anchoring(strays, text, known.length).run());
  }
  return placed.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What is known of a piece of text besides its quote; `hint` is the offset where it stood. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number;
}

/** Where a quote lies in a text, and how sure that is. */
export interface QuotePlace extends Span {
  readonly status: AnchorStatus;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Places one quote in a text where it lies likeliest, however unsure that is; null where it is lost. Without a hint the text's start counts as the place where it stood. */
export function anchorQuote(
  text: string,
  { exact, prefix = '', suffix = '', hint = 0 }: QuoteSelector,
): QuotePlace | null {
  const tag: Tag = {
    id: '',
    label: '',
    start: hint,
    end: hint + exact.length,
    quote: exact,
    prefix,
    suffix,
  };
  const steps = new Anchoring([tag], text, text.length, 0).run();
  const [{ start, end, status, confidence }] = finished(steps);
  return status === 'lost' ? null : { start, end, status, confidence };
}

/**
 * The tags whose offsets do belong to the text that the sidecar names, and those
 * for which that cannot be: neither quote nor surroundings stand there. Git
 * leaves such when it merges a sidecar line by line.
 */
function partition(tags: readonly Tag[], text: string): [fitting: Tag[], strays: Tag[]] {
  const fits = ({ start, end, quote, prefix, suffix }: Tag): boolean =>
    start === end ||
    text.startsWith(quote, start) ||
    (text.startsWith(prefix, start - prefix.length) && text.startsWith(suffix, end));
  return [tags.filter(fits), tags.filter((tag) => !fits(tag))];
}

/** A tag at its stored offsets, in the text that these belong to. */
function inPlace(tag: Tag, text: string): PlacedTag {
  const { start, end } = tag;
  if (text.startsWith(tag.quote, start) && end - start === tag.quote.length)
    return { tag, start, end, status: 'exact', confidence: 1 };
  if (start === end) return { tag, start, end, status: 'lost', confidence: 0 };
  return { tag, start, end, status: 'changed', confidence: 0.5 };
}
