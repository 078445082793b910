import type { TagItem } from '../../../server/src/protocol.ts';

/** A node of the Tags view. */
export type TagNode =
  | { readonly kind: 'group'; readonly label: string; readonly tags: readonly TagItem[] }
  | { readonly kind: 'review'; readonly tags: readonly TagItem[] }
  | { readonly kind: 'tag'; readonly tag: TagItem; readonly inReview: boolean }
  | { readonly kind: 'more'; readonly hidden: number };

export type TagOrder = 'label' | 'text';

/** A list shows at most this many tags: VS Code's trees get slow beyond it. */
export const listed = 2000;

/**
 * The top of the tree: what needs a review first, then the labels, or the tags themselves.
 * @param tags in text order
 * @param labels names in the tagset's order; other labels follow by name
 */
export function topNodes(
  tags: readonly TagItem[],
  order: TagOrder,
  labels: readonly string[],
  needsReview: (tag: TagItem) => boolean,
): TagNode[] {
  const review = tags.filter(needsReview);
  const top: TagNode[] = review.length > 0 ? [{ kind: 'review', tags: review }] : [];
  const placed = tags.filter(({ status }) => status !== 'lost');
  return top.concat(order === 'text' ? tagNodes(placed, false) : groups(placed, labels));
}

/** What lies below a node. */
export function childNodes(node: TagNode): TagNode[] {
  if (node.kind === 'group') return tagNodes(node.tags, false);
  if (node.kind === 'review') return tagNodes(node.tags, true);
  return [];
}

function groups(tags: readonly TagItem[], labels: readonly string[]): TagNode[] {
  const byLabel = new Map<string, TagItem[]>();
  for (const tag of tags) {
    const group = byLabel.get(tag.label);
    if (group) group.push(tag);
    else byLabel.set(tag.label, [tag]);
  }
  const rank = (label: string) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
  return [...byLabel]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([label, group]) => ({ kind: 'group', label, tags: group }));
}

function tagNodes(tags: readonly TagItem[], inReview: boolean): TagNode[] {
  const nodes: TagNode[] = tags.slice(0, listed).map((tag) => ({ kind: 'tag', tag, inReview }));
  if (tags.length > listed) nodes.push({ kind: 'more', hidden: tags.length - listed });
  return nodes;
}
