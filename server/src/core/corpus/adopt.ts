import { isAccepted } from '../tags/accepted.ts';
import { newId } from '../tags/id.ts';
import { ownKey } from '../tags/likeness.ts';
import type { Relation, Sidecar, Tag } from '../tags/model.ts';
import { marked } from '../tags/rivals.ts';
import { sortTags } from '../tags/serialise.ts';

/** Tags of a layer that go into the main sidecar. */
export interface Adopted {
  /** The layer's name, which a copy is by where its tag does not say whose it is. */
  readonly name: string;
  /** The layer, its offsets those of the same text as the main sidecar's. */
  readonly sidecar: Sidecar;
  readonly ids: ReadonlySet<string>;
}

/** How tags are taken over. */
export interface Adopting {
  /** Whether they are turned down: the main sidecar says so, and has no relation of theirs. */
  readonly rejected?: boolean;
  /** Whether only relations that all the layers have come along. */
  readonly shared?: boolean;
  /** Ids of the main sidecar's tags that give way, with their relations. */
  readonly instead?: ReadonlySet<string>;
}

/**
 * Copies tags of layers into the main sidecar, under ids of their own. A tag
 * that the main sidecar has already, as `tagKey` says, stays and is accepted or
 * rejected. A relation comes along where it has one of the tags at one end, and
 * the main sidecar has the other one's like.
 * @returns the sidecar, and the ids of the tags that are new, changed or gone
 */
export function adopt(
  main: Sidecar,
  layers: readonly Adopted[],
  { rejected = false, shared = false, instead = new Set() }: Adopting = {},
): { sidecar: Sidecar; ids: string[] } {
  const wanted = new Map<string, Tag>();
  for (const { name, sidecar, ids } of layers) {
    for (const tag of sidecar.tags) {
      if (!ids.has(tag.id)) continue;
      const key = ownKey(tag);
      if (!wanted.has(key)) wanted.set(key, copyOf(tag, name, rejected));
    }
  }
  const fresh = new Map(wanted);
  const tags: Tag[] = [];
  const ids = new Set<string>();
  const alone = new Set<string>();
  const accepted = new Map<string, string>();
  const put = (key: string, tag: Tag) => {
    tags.push(tag);
    if (isAccepted(tag)) accepted.set(key, tag.id);
  };
  for (const tag of main.tags) {
    const key = ownKey(tag);
    const after = wanted.has(key) ? judged(tag, rejected ? 'rejected' : 'accepted') : tag;
    const gone = !wanted.has(key) && instead.has(tag.id);
    if (gone || after !== tag) ids.add(tag.id);
    if (gone || (rejected && after !== tag)) alone.add(tag.id);
    if (!gone) put(key, after);
    fresh.delete(key);
  }
  for (const [key, copy] of fresh) {
    ids.add(copy.id);
    put(key, copy);
  }
  const kept = main.relations.filter(({ from, to }) => !alone.has(from) && !alone.has(to));
  const taken = new Set([...wanted.keys()].map((key) => accepted.get(key)));
  const came = rejected ? [] : comingAlong(kept, layers, accepted, taken, shared);
  for (const { from } of came) ids.add(from);
  if (ids.size === 0) return { sidecar: main, ids: [] };
  return {
    sidecar: { ...main, tags: sortTags(tags), relations: [...kept, ...came] },
    ids: [...ids],
  };
}

/** Of an accepted tag nothing is said about that. */
function copyOf({ status: _, ...tag }: Tag, layer: string, rejected: boolean): Tag {
  const copy = { ...marked(tag, null), id: newId(), by: tag.by || layer };
  return rejected ? { ...copy, status: 'rejected' } : copy;
}

/** The main sidecar's own tag, accepted or turned down. */
function judged(tag: Tag, status: 'accepted' | 'rejected'): Tag {
  return (tag.status ?? 'accepted') === status ? tag : { ...tag, status };
}

/**
 * The relations of layers that lead between tags of the main sidecar, one of
 * which was just taken over, and that it has not.
 * @param accepted ids of the main sidecar's accepted tags, by their keys
 */
function comingAlong(
  known: readonly Relation[],
  layers: readonly Adopted[],
  accepted: ReadonlyMap<string, string>,
  taken: ReadonlySet<string | undefined>,
  shared: boolean,
): Relation[] {
  const there = new Set(known.map(relationKey));
  const found = new Map<string, { relation: Relation; by: Set<string> }>();
  for (const { name, sidecar } of layers) {
    if (sidecar.relations.length === 0) continue;
    const likes = new Map(sidecar.tags.map((tag) => [tag.id, accepted.get(ownKey(tag))]));
    for (const own of sidecar.relations) {
      const [from, to] = [likes.get(own.from), likes.get(own.to)];
      if (!from || !to || !(taken.has(from) || taken.has(to))) continue;
      const relation = { ...marked(own, null), id: newId(), from, to };
      const key = relationKey(relation);
      if (there.has(key)) continue;
      const one = found.get(key) ?? { relation, by: new Set() };
      found.set(key, one);
      one.by.add(name);
    }
  }
  return [...found.values()].flatMap(({ relation, by }) =>
    shared && by.size < layers.length ? [] : [relation],
  );
}

function relationKey({ label, from, to }: Relation): string {
  return JSON.stringify([label, from, to]);
}
