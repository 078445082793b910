import type { Structure } from './cas.ts';
import type { OwnTag } from './own.ts';
import { NAMED_ENTITY } from './types.ts';

/** Where a structure lies. */
export type Place = NonNullable<Structure['span']>;

/** A field of ours that keeps what a tag's annotation cannot, until its annotation is found. */
export interface Kept {
  readonly own: OwnTag;
  readonly place: string;
}

/** A place as a key. */
export function placeOf({ begin, end }: Place): string {
  return `${begin}-${end}`;
}

/**
 * Finds the named entity of each field: at its place one of its label, the
 * first field with the first such annotation; then any that is left there,
 * since a label may have been changed.
 */
export function paired(spans: readonly Structure[], kept: readonly Kept[]): Map<Structure, Kept> {
  const found = new Map<Structure, Kept>();
  const pair = (keyOfField: (one: Kept) => string, keyOf: (structure: Structure) => string) => {
    const taken = new Set(found.values());
    const waiting = new Map<string, Kept[]>();
    for (const one of kept) {
      const key = keyOfField(one);
      const there = waiting.get(key);
      if (taken.has(one)) continue;
      if (there) there.push(one);
      else waiting.set(key, [one]);
    }
    for (const structure of spans) {
      if (structure.type !== NAMED_ENTITY || found.has(structure)) continue;
      const one = waiting.get(keyOf(structure))?.shift();
      if (one) found.set(structure, one);
    }
  };
  const at = ({ span }: Structure) => (span ? placeOf(span) : '');
  pair(
    ({ own, place }) => `${place} ${own.label}`,
    (structure) => `${at(structure)} ${structure.values.get('value')}`,
  );
  pair(({ place }) => place, at);
  return found;
}
