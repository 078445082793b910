import { addTo } from '../../lists.ts';
import type { PlacedTag } from '../../tags/model.ts';

/** Whether the tag lies somewhere and was not rejected. */
export function stands({ tag, status }: PlacedTag): boolean {
  return status !== 'lost' && tag.status !== 'rejected';
}

/** The tags that stand, by layer: what one annotator did says nothing of another's work. */
export function standingTags(tags: readonly PlacedTag[]): PlacedTag[][] {
  const layers = new Map<string | undefined, PlacedTag[]>();
  for (const placed of tags) {
    if (!stands(placed)) continue;
    addTo(layers, placed.layer, placed);
  }
  return [...layers.values()];
}
