import { sameValue } from './changes.ts';
import type { AttributeValue, Relation, Sidecar, Tag } from './model.ts';
import { isRecord } from './read.ts';
import { CONFLICT, marked, markOf } from './rivals.ts';
import { sortTags } from './serialise.ts';

/** Where a field stands that two sides disagree on. */
export const rooms = ['attributes', 'document', 'text', 'sidecar'] as const;
export type Room = (typeof rooms)[number];

/**
 * What two sides of a merge could not agree on, as a sidecar carries it. The
 * first of the versions is the one in force; null stands for “not there”.
 */
export type Conflict =
  | { readonly kind: 'tag'; readonly id: string; readonly versions: readonly (Tag | null)[] }
  | {
      readonly kind: 'relation';
      readonly id: string;
      readonly versions: readonly (Relation | null)[];
    }
  | {
      readonly kind: 'field';
      readonly room: Room;
      readonly key: string;
      readonly versions: readonly unknown[];
    };

/** Every conflict that a sidecar carries: tags in text order, then relations, then fields. */
export function conflictsIn(sidecar: Sidecar): Conflict[] {
  return [
    ...disputed(sidecar.tags).map(([id, versions]): Conflict => ({ kind: 'tag', id, versions })),
    ...disputed(sidecar.relations).map(
      ([id, versions]): Conflict => ({ kind: 'relation', id, versions }),
    ),
    ...disputedFields(sidecar).map(({ room, key, values }): Conflict => {
      const now = new Map(Object.entries(fieldsIn(sidecar, room))).get(key) ?? null;
      const others = values.filter((value) => !sameValue(value, now));
      return { kind: 'field', room, key, versions: [now, ...others] };
    }),
  ];
}

/** The versions of every tag or relation that has rivals or was removed by one side. */
function disputed<T extends Tag | Relation>(items: readonly T[]): [string, (T | null)[]][] {
  const versions = new Map<string, (T | null)[]>();
  for (const item of items) {
    const mark = markOf(item);
    if (!mark) continue;
    const id = 'of' in mark ? mark.of : item.id;
    const known = versions.get(id) ?? [null];
    if ('of' in mark) known.push(item);
    else known.push(null);
    versions.set(id, known);
  }
  if (versions.size === 0) return [];
  for (const item of items) {
    const known = versions.get(item.id);
    if (known) known[0] = item;
  }
  return [...versions];
}

/** The values that the sides of a merge gave one field, sorted; null where a side has none. */
export interface DisputedField {
  readonly room: Room;
  readonly key: string;
  readonly values: readonly unknown[];
}

/** The fields of document, text and sidecar that two sides disagree on. */
export function disputedFields({ extra }: Pick<Sidecar, 'extra'>): DisputedField[] {
  const record = extra && Object.hasOwn(extra, CONFLICT) ? extra[CONFLICT] : undefined;
  if (!isRecord(record)) return [];
  return rooms.flatMap((room) => {
    const fields = Object.hasOwn(record, room) ? record[room] : undefined;
    if (!isRecord(fields)) return [];
    return Object.entries(fields).flatMap(([key, values]) =>
      Array.isArray(values) ? [{ room, key, values }] : [],
    );
  });
}

/** The fields of one room, without the record of those in dispute. */
export function fieldsIn(
  { document, text, extra }: Sidecar,
  room: Room,
): Readonly<Record<string, unknown>> {
  if (room === 'attributes') return document.attributes;
  if (room === 'document') return document.extra ?? {};
  if (room === 'text') return text.extra ?? {};
  return withDisputed(extra, []) ?? {};
}

/** The sidecar's unknown keys with a record of disputed fields in place of the one they have; undefined where nothing is left. */
export function withDisputed(
  extra: Sidecar['extra'],
  fields: readonly DisputedField[],
): Sidecar['extra'] {
  const replaces = fields.length > 0 || disputedFields({ extra }).length > 0;
  const others = Object.entries(extra ?? {}).filter(([key]) => !replaces || key !== CONFLICT);
  const record = rooms.flatMap((room) => {
    const here = fields.filter((field) => field.room === room);
    const entries = here.map(({ key, values }): [string, unknown] => [key, values]);
    return here.length > 0 ? [[room, Object.fromEntries(entries)] as const] : [];
  });
  const entries: [string, unknown][] =
    record.length > 0 ? [...others, [CONFLICT, Object.fromEntries(record)]] : others;
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * Settles a conflict: the version with that index stays, under the id that the
 * versions fight over, and the others go.
 * @param choice index into `conflict.versions`
 */
export function resolveConflict(sidecar: Sidecar, conflict: Conflict, choice: number): Sidecar {
  if (conflict.kind === 'field') return settleField(sidecar, conflict, conflict.versions[choice]);
  if (conflict.kind === 'relation') {
    return { ...sidecar, relations: settled(sidecar.relations, conflict, choice) };
  }
  const tags = settled(sidecar.tags, conflict, choice);
  const rivals = idsOf(conflict);
  const stays = (conflict.versions[choice] ?? null) !== null;
  const relations = sidecar.relations.flatMap((relation) => {
    const { from, to } = relation;
    if (!rivals.has(from) && !rivals.has(to)) return [relation];
    if (!stays) return [];
    const end = (id: string): string => (rivals.has(id) ? conflict.id : id);
    return [{ ...relation, from: end(from), to: end(to) }];
  });
  return { ...sidecar, tags: sortTags(tags), relations };
}

/** Ids of all versions of a disputed tag or relation. */
function idsOf(conflict: { id: string; versions: readonly (Tag | Relation | null)[] }) {
  return new Set([conflict.id, ...conflict.versions.flatMap((item) => (item ? [item.id] : []))]);
}

function settled<T extends Tag | Relation>(
  items: readonly T[],
  conflict: { readonly id: string; readonly versions: readonly (T | null)[] },
  choice: number,
): T[] {
  const ids = idsOf(conflict);
  const chosen = items.find(({ id }) => id === conflict.versions[choice]?.id);
  return items.flatMap((item) => {
    if (!ids.has(item.id)) return [item];
    return item === chosen ? [marked({ ...item, id: conflict.id }, null)] : [];
  });
}

function settleField(
  sidecar: Sidecar,
  { room, key }: { readonly room: Room; readonly key: string },
  value: unknown,
): Sidecar {
  const left = disputedFields(sidecar).filter((field) => field.room !== room || field.key !== key);
  const set = <V>(fields: Readonly<Record<string, V>> | undefined): Record<string, V> => {
    const others = Object.entries(fields ?? {}).filter(([name]) => name !== key);
    const own: [string, V][] = (value ?? null) === null ? [] : [[key, value as V]];
    return Object.fromEntries([...others, ...own]);
  };
  const own = room === 'sidecar' ? set(sidecar.extra) : sidecar.extra;
  const extra = withDisputed(own, left);
  const { extra: _, ...rest } = sidecar;
  const document =
    room === 'attributes'
      ? { ...rest.document, attributes: set<AttributeValue>(rest.document.attributes) }
      : room === 'document'
        ? { ...rest.document, extra: set(rest.document.extra) }
        : rest.document;
  const text = room === 'text' ? { ...rest.text, extra: set(rest.text.extra) } : rest.text;
  return { ...rest, text, document, ...(extra && { extra }) };
}
