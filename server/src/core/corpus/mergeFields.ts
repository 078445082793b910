import { sameValue } from '../tags/changes.ts';
import { jsonLine } from '../tags/serialise.ts';

/** Named values of one thing, in the order in which they are written. */
export type Fields = ReadonlyMap<string, unknown>;

/** The fields of a thing as either side would have them; they differ in the keys of `clashes` only. */
export interface MergedFields {
  readonly ours: Fields;
  readonly theirs: Fields;
  readonly clashes: readonly string[];
}

/** Merges field by field: what one side changed is taken, and what both changed differently is a clash. */
export function mergeFields(base: Fields, ours: Fields, theirs: Fields): MergedFields {
  const clashes: string[] = [];
  const left: [string, unknown][] = [];
  const right: [string, unknown][] = [];
  for (const key of mergeOrder([...base.keys()], [...ours.keys()], [...theirs.keys()])) {
    const choice = choose(base.get(key), ours.get(key), theirs.get(key));
    if (!choice) clashes.push(key);
    const [a, b] = choice ? [choice.value, choice.value] : [ours.get(key), theirs.get(key)];
    if (a !== undefined) left.push([key, a]);
    if (b !== undefined) right.push([key, b]);
  }
  return { ours: new Map(left), theirs: new Map(right), clashes };
}

/** The value that a three-way merge takes, or null where both sides changed it differently; undefined stands for “not there”. */
export function choose<T>(
  base: T | undefined,
  ours: T | undefined,
  theirs: T | undefined,
): { value: T | undefined } | null {
  if (sameValue(ours, theirs)) return { value: first(ours, theirs) };
  if (sameValue(ours, base)) return { value: theirs };
  if (sameValue(theirs, base)) return { value: ours };
  return null;
}

/** Of two values the one whose JSON comes first, whichever side it is from; what is not there comes last. */
export function first<T>(a: T, b: T): T {
  if (a === undefined || b === undefined) return a === undefined ? b : a;
  return jsonLine(a) <= jsonLine(b) ? a : b;
}

/**
 * The keys of three versions in one order: that of the side that changed it,
 * else the base's, with what both sides added behind it in order of the keys.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const lead = choose(base, ours, theirs)?.value ?? base;
  const known = new Set(lead);
  const added = new Set([...base, ...ours, ...theirs].filter((key) => !known.has(key)));
  return [...lead, ...[...added].sort()];
}
