import {
  type DisputedField,
  disputedFields,
  fieldsIn,
  type Room,
  rooms,
  withDisputed,
} from '../tags/conflicts.ts';
import type { AttributeValue, Sidecar } from '../tags/model.ts';
import { jsonLine } from '../tags/serialise.ts';
import { choose, first, mergeOrder } from './mergeFields.ts';

type Unknown = Readonly<Record<string, unknown>>;

/** What a sidecar says besides its tags, relations and fingerprint. */
export interface Head {
  readonly document: Sidecar['document'];
  /** Unknown keys of `text`, where there are any. */
  readonly text?: Unknown;
  /** Unknown keys of the sidecar, with the record of the fields in dispute. */
  readonly extra?: Unknown;
}

/**
 * Merges what two sidecars say about the document, and their unknown keys. Of a
 * field that both changed differently one value is in force, the same whichever
 * side is which, and the record of disputed fields keeps both.
 */
export function mergeHead(base: Sidecar, ours: Sidecar, theirs: Sidecar): Head {
  const merged = new Map(rooms.map((room) => [room, mergeRoom(room, base, ours, theirs)]));
  const fields = (room: Room): Unknown | undefined => {
    const values = merged.get(room)?.values ?? [];
    return values.length > 0 ? Object.fromEntries(values) : undefined;
  };
  const disputed = [...merged.values()].flatMap(({ disputed }) => disputed);
  const [document, text] = [fields('document'), fields('text')];
  const extra = withDisputed(fields('sidecar'), mergeDisputes(base, ours, theirs, disputed));
  return {
    document: {
      labels: mergeLabels(base.document.labels, ours.document.labels, theirs.document.labels),
      attributes: (fields('attributes') ?? {}) as Record<string, AttributeValue>,
      ...(document && { extra: document }),
    },
    ...(text && { text }),
    ...(extra && { extra }),
  };
}

/** The fields of one room, and those of them that the sides disagree on. */
function mergeRoom(
  room: Room,
  base: Sidecar,
  ours: Sidecar,
  theirs: Sidecar,
): { values: [string, unknown][]; disputed: DisputedField[] } {
  const [was, a, b] = [base, ours, theirs].map(
    (side) => new Map(Object.entries(fieldsIn(side, room))),
  );
  const values: [string, unknown][] = [];
  const disputed: DisputedField[] = [];
  for (const key of mergeOrder([...was.keys()], [...a.keys()], [...b.keys()])) {
    const pair = [a.get(key), b.get(key)];
    const choice = choose(was.get(key), pair[0], pair[1]);
    const value = choice ? choice.value : first(pair[0], pair[1]);
    if (value !== undefined) values.push([key, value]);
    if (choice) continue;
    disputed.push({ room, key, values: pair.map((side) => side ?? null) });
  }
  return { values, disputed };
}

/** The record of disputed fields: what the sides carry, and what came up now. */
function mergeDisputes(
  base: Sidecar,
  ours: Sidecar,
  theirs: Sidecar,
  fresh: readonly DisputedField[],
): DisputedField[] {
  const nameOf = ({ room, key }: DisputedField): string => `${room} ${key}`;
  const [was, a, b, now] = [...[base, ours, theirs].map(disputedFields), fresh].map(
    (fields) => new Map(fields.map((field) => [nameOf(field), field])),
  );
  const names = [...mergeOrder([...was.keys()], [...a.keys()], [...b.keys()]), ...now.keys()];
  return [...new Set(names)].flatMap((name) => {
    const choice = choose(was.get(name), a.get(name), b.get(name));
    const carried = choice ? [choice.value] : [a.get(name), b.get(name)];
    const fields = [now.get(name), ...carried].flatMap((field) => (field ? [field] : []));
    if (fields.length === 0) return [];
    const untouched = fields.length === 1 && !now.has(name);
    return [untouched ? fields[0] : { ...fields[0], values: distinct(fields) }];
  });
}

/** The values of several records of one field, each once, sorted. */
function distinct(fields: readonly DisputedField[]): unknown[] {
  const values = fields.flatMap(({ values }) => values.map(jsonLine));
  return [...new Set(values)].sort().map((value): unknown => JSON.parse(value));
}

/** Labels are a set: what either side added is there, what either removed is not. */
function mergeLabels(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const choice = choose(base, ours, theirs);
  if (choice?.value) return choice.value;
  const kept = base.filter((label) => ours.includes(label) && theirs.includes(label));
  const added = [...ours, ...theirs].filter((label) => !base.includes(label)).sort();
  return [...new Set([...kept, ...added])];
}
