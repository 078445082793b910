import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { newId } from './id.ts';
import type { Relation, Tag } from './model.ts';
import { isRecord } from './read.ts';
import { relationLine, tagLine } from './serialise.ts';

/**
 * The key under which a sidecar carries what two sides could not agree on.
 *
 * - On a tag or relation `{"of": ID}`: it is another version of the one with
 *   that id. Both versions are whole: they are shown, followed and exported as
 *   any other until somebody decides.
 * - On a tag or relation `{"removed": true}`: one side removed it, the other
 *   changed it.
 * - On the sidecar `{"attributes"|"document"|"text"|"sidecar": {KEY: [value, …]}}`:
 *   the values that the sides gave one field; null where a side has none.
 */
export const CONFLICT = 'conflict';

/** What a tag or relation says about a conflict it belongs to. */
export type Mark = { readonly of: string } | { readonly removed: true };

type Item = Tag | Relation;

/** The mark of a tag or relation, or null where it has none. */
export function markOf({ extra }: Item): Mark | null {
  const mark = extra && Object.hasOwn(extra, CONFLICT) ? extra[CONFLICT] : undefined;
  if (!isRecord(mark)) return null;
  if (typeof mark.of === 'string') return { of: mark.of };
  return mark.removed === true ? { removed: true } : null;
}

/** The same tag or relation with another mark, or with none. */
export function marked<T extends Item>(item: T, mark: Mark | null): T {
  const others = Object.entries(item.extra ?? {}).filter(([key]) => key !== CONFLICT);
  const { extra: _, ...rest } = item;
  const entries: [string, unknown][] = mark ? [...others, [CONFLICT, mark]] : others;
  return (entries.length > 0 ? { ...rest, extra: Object.fromEntries(entries) } : rest) as T;
}

/**
 * A version of a tag or relation under an id of its own, marked as a rival of
 * the one whose id it had. The id follows from the content, so that whoever
 * merges the same sides gets the same.
 */
export function rivalOf<T extends Item>(item: T): T {
  const mark = markOf(item);
  const of = mark && 'of' in mark ? mark.of : item.id;
  const plain = marked(item, null);
  const line = 'from' in plain ? relationLine(plain) : tagLine(plain);
  const digest = sha256(utf8ToBytes(`${of}\n${line}`));
  return marked({ ...item, id: newId(() => digest) }, { of });
}
