import { addTo } from '../lists.ts';
import type { Relation, Sidecar, Tag } from './model.ts';
import { sortTags } from './serialise.ts';

/** What became of one tag between two states of a sidecar; null where it did not exist. */
export interface TagChange {
  readonly id: string;
  readonly before: Tag | null;
  readonly after: Tag | null;
  /** The relations from the tag that were added, or changed to this. */
  readonly came?: readonly Relation[];
  /** Those that were taken away, or changed from this. */
  readonly went?: readonly Relation[];
}

/** The keys of a tag that say where it stands; they change together. */
export const anchorKeys = ['start', 'end', 'quote', 'prefix', 'suffix', 'fragments'] as const;
/** The keys of a tag that say what it means; each changes by itself. */
export const contentKeys = [
  'label',
  'entity',
  'attributes',
  'note',
  'by',
  'at',
  'status',
  'extra',
] as const;

/** Every tag that differs between two states, in itself or in the relations from it, in the order of the later one's tags, those gone at the end. */
export function changesBetween(before: Sidecar, after: Sidecar): TagChange[] {
  const old = new Map(before.tags.map((tag) => [tag.id, tag]));
  const [came, went] = [newIn(after, before), newIn(before, after)];
  const changes: TagChange[] = [];
  const add = (id: string, was: Tag | null, is: Tag | null) => {
    const links = { ...partOf('came', came.get(id)), ...partOf('went', went.get(id)) };
    const same = was !== null && is !== null && sameValue(was, is);
    if (!same || came.has(id) || went.has(id))
      changes.push({ id, before: was, after: is, ...links });
  };
  for (const tag of after.tags) {
    add(tag.id, old.get(tag.id) ?? null, tag);
    old.delete(tag.id);
  }
  for (const tag of old.values()) add(tag.id, tag, null);
  return changes;
}

function partOf(key: 'came' | 'went', relations: readonly Relation[] | undefined) {
  return relations === undefined ? {} : { [key]: relations };
}

/** The relations of a sidecar that another state of it has not, or has otherwise, by the tag that they lead from. */
function newIn(sidecar: Sidecar, other: Sidecar): Map<string, Relation[]> {
  const known = new Map(other.relations.map((relation) => [relation.id, relation]));
  const found = new Map<string, Relation[]>();
  if (sidecar.relations === other.relations) return found;
  for (const relation of sidecar.relations) {
    if (sameValue(relation, known.get(relation.id))) continue;
    addTo(found, relation.from, relation);
  }
  return found;
}

/** The changes that take those given back. */
export function invertChanges(changes: readonly TagChange[]): TagChange[] {
  return changes
    .map(({ id, before, after, came, went }) => ({
      id,
      before: after,
      after: before,
      ...partOf('came', went),
      ...partOf('went', came),
    }))
    .reverse();
}

/**
 * Applies changes to a sidecar that may have gone on since. Of a tag that
 * exists only what the change touched is set, so a label can be taken back
 * though the tag has moved; a tag that comes back has the offsets it went with.
 * A relation of a tag that is gone goes too, and none comes back to such a tag.
 */
export function applyChanges(sidecar: Sidecar, changes: readonly TagChange[]): Sidecar {
  const tags = new Map(sidecar.tags.map((tag) => [tag.id, tag]));
  const relations = new Map(sidecar.relations.map((relation) => [relation.id, relation]));
  const gone = new Set<string>();
  const comers: Relation[] = [];
  for (const { id, before, after, came = [], went = [] } of changes) {
    const current = tags.get(id);
    for (const relation of went) relations.delete(relation.id);
    if (!after) {
      tags.delete(id);
      gone.add(id);
      continue;
    }
    if (before === null || !sameValue(before, after)) {
      gone.delete(id);
      tags.set(id, current && before ? patched(current, before, after) : after);
    } else if (!current) gone.add(id);
    for (const relation of came) {
      relations.set(relation.id, relation);
      comers.push(relation);
    }
  }
  for (const { from, to } of comers) {
    for (const id of [from, to]) if (!tags.has(id)) gone.add(id);
  }
  const kept = [...relations.values()].filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  return { ...sidecar, tags: sortTags([...tags.values()]), relations: kept };
}

function patched(current: Tag, before: Tag, after: Tag): Tag {
  const keys = contentKeys.filter((key) => !sameValue(before[key], after[key]));
  const anchor = anchorKeys.some((key) => !sameValue(before[key], after[key])) ? anchorKeys : [];
  return withKeys(current, after, [...keys, ...anchor]);
}

/** The tag with the keys named taken from the other one, or left out where that has none. */
export function withKeys(tag: Tag, from: Tag, keys: readonly (keyof Tag)[]): Tag {
  const rest = Object.entries(tag).filter(([key]) => !(keys as readonly string[]).includes(key));
  const taken = keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]));
  return Object.fromEntries([...rest, ...taken]) as unknown as Tag;
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
