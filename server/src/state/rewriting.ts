import { anchorGradually } from '../core/tags/anchor.ts';
import { contextOf, surroundings, type TextAccess } from '../core/tags/context.ts';
import type { PlacedTag, Tag } from '../core/tags/model.ts';
import type { ChunkedText } from '../core/text/document.ts';
import { breather } from './breather.ts';

/** An edit that put much text in the place of much other text. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly removed: string;
}

/** Units of unchanged text on either side of a rewrite in which a tag's surroundings are compared. */
const MARGIN = 64;
/** Units that a tag's stretch may have beyond twice its quote and still be looked for as it reads. */
const LONG = 4096;

/** The text as it was before a rewrite that `after` has taken. */
export function textBefore(after: ChunkedText, { start, end, text, removed }: Rewrite): TextAccess {
  const behind = start + text.length - end;
  return {
    slice: (from, to) =>
      (from < start ? after.slice(from, Math.min(to, start)) : '') +
      removed.slice(Math.max(0, from - start), Math.max(0, to - start)) +
      (to > end ? after.slice(Math.max(from, end) + behind, to + behind) : ''),
  };
}

/**
 * Where tags lie behind a rewrite: those outside it move along, those that it
 * touches, and those that were lost, are looked for in the text that came, by
 * their quote and what stood around them.
 * @param placed where the tags lay before
 * @param before the text before; read before the promise is given back
 * @param after the text behind the rewrite
 */
export async function replaceTags(
  placed: readonly PlacedTag[],
  rewrite: Rewrite,
  before: TextAccess,
  after: string,
): Promise<PlacedTag[]> {
  const { start, end, text } = rewrite;
  const delta = text.length - (end - start);
  const from = Math.max(0, start - MARGIN);
  const to = Math.min(after.length, start + text.length + MARGIN);
  const searched: Tag[] = [];
  const searching = new Map<string, PlacedTag>();
  const result: PlacedTag[] = [];
  for (const place of placed) {
    const lost = place.status === 'lost';
    if (!lost && place.end <= start) {
      result.push(place);
    } else if (!lost && place.start >= end) {
      result.push({ ...place, start: place.start + delta, end: place.end + delta });
    } else {
      searching.set(place.tag.id, place);
      const context = lost ? {} : reading(place, before);
      searched.push({
        ...place.tag,
        ...context,
        start: Math.max(0, place.start - from),
        end: Math.max(0, place.end - from),
      });
    }
  }
  if (searched.length === 0) return result;
  const known = { sha256: '', length: to - from - delta };
  const sidecar = { text: known, tags: searched };
  for (const found of await anchorGradually(sidecar, after.slice(from, to), breather())) {
    const place = searching.get(found.tag.id);
    if (place) result.push(settled(place, found, from, after, rewrite));
  }
  return result;
}

/** What a tag reads as in a text. Of a stretch far longer than its quote, the quote: 100,000 such stretches fit into no memory. */
function reading(place: PlacedTag, text: TextAccess): Partial<Tag> {
  const far = place.end - place.start > 2 * place.tag.quote.length + LONG;
  return far ? surroundings(text, place) : contextOf(text, place);
}

function settled(
  { tag, status: was, start, layer }: PlacedTag,
  found: PlacedTag,
  from: number,
  after: string,
  rewrite: Rewrite,
): PlacedTag {
  const named = layer === undefined ? { tag } : { tag, layer };
  if (found.status === 'lost') {
    const point = was === 'lost' ? movedPoint(start, rewrite) : found.start + from;
    return { ...named, start: point, end: point, status: 'lost', confidence: 0 };
  }
  const place = { ...named, start: found.start + from, end: found.end + from };
  const { confidence } = found;
  if (after.slice(place.start, place.end) !== tag.quote) {
    return { ...place, status: 'changed', confidence };
  }
  if (confidence < 1 || was === 'moved') return { ...place, status: 'moved', confidence };
  return { ...place, status: 'exact', confidence: 1 };
}

/** Where a lost tag's point lies behind a rewrite. */
function movedPoint(point: number, { start, end, text }: Rewrite): number {
  if (point <= start) return point;
  return point >= end ? point + text.length - (end - start) : start;
}
