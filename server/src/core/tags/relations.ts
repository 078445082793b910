import { addTo } from '../lists.ts';
import { newId } from './id.ts';
import type { PlacedTag, Relation, Sidecar } from './model.ts';

/** A relation as one of its two tags sees it. */
export interface RelationOfTag {
  readonly relation: Relation;
  /** Whether it leads from this tag to the other one. */
  readonly out: boolean;
  /** Id of the other tag. */
  readonly other: string;
}

/** The same with the other tag as it lies in a text. */
export interface RelatedTag extends Omit<RelationOfTag, 'other'> {
  readonly other: PlacedTag;
}

/** A relation with both of its tags as they lie in a text. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: PlacedTag;
  readonly to: PlacedTag;
}

/** The relations of a sidecar between tags that are among those placed. */
export function placedRelations(
  { relations }: Sidecar,
  placed: readonly PlacedTag[],
): PlacedRelation[] {
  if (relations.length === 0) return [];
  const byId = new Map(placed.map((one) => [one.tag.id, one]));
  return relations.flatMap((relation) => {
    const [from, to] = [byId.get(relation.from), byId.get(relation.to)];
    return from && to ? [{ relation, from, to }] : [];
  });
}

/** Adds a relation between two tags of the sidecar; the same sidecar where the very same relation is there. */
export function relate(sidecar: Sidecar, wanted: Omit<Relation, 'id' | 'extra'>): Sidecar {
  const { label, from, to } = wanted;
  const there = sidecar.relations.some(
    (known) => known.label === label && known.from === from && known.to === to,
  );
  if (there) return sidecar;
  return { ...sidecar, relations: [...sidecar.relations, { id: newId(), label, from, to }] };
}

/** Takes a relation away; the same sidecar where there is none with the id. */
export function unrelate(sidecar: Sidecar, id: string): Sidecar {
  const relations = sidecar.relations.filter((relation) => relation.id !== id);
  return relations.length === sidecar.relations.length ? sidecar : { ...sidecar, relations };
}

const known = new WeakMap<Sidecar, ReadonlyMap<string, readonly RelationOfTag[]>>();

/** The relations of every tag that has some, by the tag's id; made once for a sidecar. */
export function relationsByTag(sidecar: Sidecar): ReadonlyMap<string, readonly RelationOfTag[]> {
  let byTag = known.get(sidecar);
  if (byTag === undefined) {
    byTag = collected(sidecar);
    known.set(sidecar, byTag);
  }
  return byTag;
}

function collected({ relations }: Sidecar): Map<string, RelationOfTag[]> {
  const byTag = new Map<string, RelationOfTag[]>();
  for (const relation of relations) {
    const { from, to } = relation;
    addTo(byTag, from, { relation, out: true, other: to });
    if (to !== from) addTo(byTag, to, { relation, out: false, other: from });
  }
  return byTag;
}
