import type {
  RelationItem,
  TagCountsResult,
  TagItem,
  TagList,
  TagPart,
} from '../../../server/src/protocol.ts';

/** A node of the Tags view. */
export type TagNode =
  | { readonly kind: 'list'; readonly list: Exclude<TagList, 'placed'>; readonly count: number }
  | ({ readonly kind: 'part' } & Readonly<TagPart>)
  | { readonly kind: 'tag'; readonly tag: TagItem; readonly inReview: boolean }
  | { readonly kind: 'relation'; readonly tag: TagItem; readonly relation: RelationItem }
  | { readonly kind: 'more'; readonly hidden: number };

export type TagOrder = 'label' | 'text';

/** A list of more tags than this is shown in parts of so many: VS Code's trees get slow beyond it. */
export const partSize = 1000;
/** Labels that are listed. */
const mostLabels = 1000;

/** A list of tags in parts that are asked for one by one. */
export function partsOf(list: TagList, count: number): TagPart[] {
  const parts: TagPart[] = [];
  for (let from = 0; from < count; from += partSize) {
    parts.push({ list, from, count: Math.min(partSize, count - from) });
  }
  return parts;
}

/**
 * What the tree begins with: what needs a review, then the labels, unless the
 * tags are listed in text order.
 * @param labels names in the tagset's order; other labels follow by name
 */
export function topLists(
  counts: TagCountsResult,
  order: TagOrder,
  labels: readonly string[],
): TagNode[] {
  const { review } = counts;
  const top: TagNode[] = review > 0 ? [{ kind: 'list', list: 'review', count: review }] : [];
  return order === 'text' ? top : [...top, ...groups(counts, labels)];
}

function groups({ labels: counts }: TagCountsResult, labels: readonly string[]): TagNode[] {
  const ranks = new Map(labels.map((label, at) => [label, at]));
  const rank = (label: string) => ranks.get(label) ?? labels.length;
  const all = [...counts].sort(
    (a, b) => rank(a.label) - rank(b.label) || (a.label < b.label ? -1 : 1),
  );
  const nodes = all
    .slice(0, mostLabels)
    .map(({ label, count }): TagNode => ({ kind: 'list', list: { label }, count }));
  if (all.length > mostLabels) nodes.push({ kind: 'more', hidden: all.length - mostLabels });
  return nodes;
}
