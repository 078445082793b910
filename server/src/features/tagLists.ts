import { firstIndex } from '../core/search.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import type { TagCountsResult, TagList } from '../protocol.ts';

/** Of a text's tags, in text order, those of one list. */
export function tagsIn(tags: readonly PlacedTag[], list: TagList): PlacedTag[] {
  if (list === 'review') return tags.filter(({ status }) => status !== 'exact');
  const placed = tags.filter(({ status }) => status !== 'lost');
  return list === 'placed' ? placed : placed.filter(({ tag }) => tag.label === list.label);
}

/**
 * The tag that begins next behind an offset (`step` 1) or before it (-1), round
 * the end of the text to the other end. Of several that begin together forwards
 * the longest, backwards the shortest. Undefined where no tag lies anywhere.
 * @param tags sorted by start and end
 */
export function tagBeside(
  tags: readonly PlacedTag[],
  offset: number,
  step: 1 | -1,
): PlacedTag | undefined {
  const placed = tagsIn(tags, 'placed');
  const found =
    step === 1
      ? (placed.find(({ start }) => start > offset) ?? placed[0])
      : placed.at(firstIndex(placed.length, (i) => placed[i].start >= offset) - 1);
  const together = placed.filter(({ start }) => start === found?.start);
  return step === 1 ? together.at(-1) : together[0];
}

/** How long each list of a text's tags is. */
export function countTags(tags: readonly PlacedTag[]): Omit<TagCountsResult, 'version'> {
  const counts = new Map<string, number>();
  const placed = tagsIn(tags, 'placed');
  for (const { tag } of placed) counts.set(tag.label, (counts.get(tag.label) ?? 0) + 1);
  return {
    review: tagsIn(tags, 'review').length,
    placed: placed.length,
    labels: [...counts].map(([label, count]) => ({ label, count })),
  };
}

/**
 * The tags that touch a span, in text order; of more than `most` the first
 * ones, or, where the span is empty, the shortest.
 */
export function tagsNear(
  tags: readonly PlacedTag[],
  span: Span,
  most = Number.POSITIVE_INFINITY,
): PlacedTag[] {
  const near = tags.filter(({ start, end }) => start <= span.end && span.start <= end);
  if (near.length <= most) return near;
  if (span.start < span.end) return near.slice(0, most);
  const length = ({ start, end }: Span) => end - start;
  const shortest = [...near].sort((a, b) => length(a) - length(b)).slice(0, most);
  return shortest.sort((a, b) => a.start - b.start || a.end - b.end);
}
