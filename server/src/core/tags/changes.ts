import type { Relation, Sidecar, Tag } from './model.ts';
import { sortTags } from './serialise.ts';

/** What became of one tag between two states of a sidecar; null where it did not exist. */
export interface TagChange {
  readonly id: string;
  readonly before: Tag | null;
  readonly after: Tag | null;
  /** The relations that a tag takes along when it goes or comes. */
  readonly links?: readonly Relation[];
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

/** Every tag that differs between two states, in the order of the later one's tags, those gone at the end. */
export function changesBetween(before: Sidecar, after: Sidecar): TagChange[] {
  const old = new Map(before.tags.map((tag) => [tag.id, tag]));
  const [linksBefore, linksAfter] = [linksOf(before), linksOf(after)];
  const changes: TagChange[] = [];
  for (const tag of after.tags) {
    const was = old.get(tag.id) ?? null;
    old.delete(tag.id);
    if (was && sameValue(was, tag)) continue;
    const links = was ? undefined : linksAfter.get(tag.id);
    changes.push({ id: tag.id, before: was, after: tag, ...(links && { links }) });
  }
  for (const tag of old.values()) {
    const links = linksBefore.get(tag.id);
    changes.push({ id: tag.id, before: tag, after: null, ...(links && { links }) });
  }
  return changes;
}

/** The changes that take those given back. */
export function invertChanges(changes: readonly TagChange[]): TagChange[] {
  return changes
    .map(({ id, before, after, ...links }) => ({ id, before: after, after: before, ...links }))
    .reverse();
}

/**
 * Applies changes to a sidecar that may have gone on since. Of a tag that
 * exists only what the change touched is set, so a label can be taken back
 * though the tag has moved; a tag that comes back has the offsets it went with.
 */
export function applyChanges(sidecar: Sidecar, changes: readonly TagChange[]): Sidecar {
  const tags = new Map(sidecar.tags.map((tag) => [tag.id, tag]));
  const relations = new Map(sidecar.relations.map((relation) => [relation.id, relation]));
  const gone = new Set<string>();
  for (const { id, before, after, links = [] } of changes) {
    const current = tags.get(id);
    if (!after) {
      tags.delete(id);
      gone.add(id);
      continue;
    }
    gone.delete(id);
    tags.set(id, current && before ? patched(current, before, after) : after);
    for (const relation of links) relations.set(relation.id, relation);
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

/** The relations of every tag that has some. */
function linksOf({ relations }: Sidecar): Map<string, Relation[]> {
  const links = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of new Set([relation.from, relation.to])) {
      const known = links.get(id);
      if (known) known.push(relation);
      else links.set(id, [relation]);
    }
  }
  return links;
}
