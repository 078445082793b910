import type { Span } from '../../span.ts';
import type { Tag } from '../../tags/model.ts';
import type { Sentence } from '../sentences.ts';
import { partsOf } from './layout.ts';

/** A line to write: a token, or a part of one that a tag needs. */
export interface UnitToWrite extends Span {
  /** `2-5` or `2-5.1`. */
  readonly key: string;
  readonly tags: readonly Tag[];
}

/** The units of the sentences, and how the tags are named. */
export interface Units {
  /** Of every sentence the units in the order of their lines. */
  readonly lines: readonly (readonly UnitToWrite[])[];
  /** The unit that each tag begins in, by the tag's id. */
  readonly keys: ReadonlyMap<string, string>;
  /** Numbers of the tags that need one, by their ids: those of several units and those that share one. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Lays tags out on the tokens of the sentences. */
export function unitsOf(sentences: readonly Sentence[], tags: readonly Tag[]): Units {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  /** Of every token its units by their offsets, the token's own first. */
  const units = tokens.map((token) => new Map([[keyOf(token), { ...token, tags: [] as Tag[] }]]));
  const several = new Set<string>();
  for (const tag of tags) {
    const parts = partsOf(tag, tokens);
    if (parts.length > 1) several.add(tag.id);
    for (const { token, start, end } of parts) {
      const key = keyOf({ start, end });
      const unit = units[token].get(key) ?? { start, end, tags: [] };
      units[token].set(key, unit);
      unit.tags.push(tag);
    }
  }
  let next = 0;
  const lines = sentences.map((sentence, s) =>
    sentence.tokens.flatMap((_, t): UnitToWrite[] => {
      const [own, ...others] = units[next++].values();
      const key = `${s + 1}-${t + 1}`;
      others.sort((a, b) => a.start - b.start || b.end - a.end);
      return [{ key, ...own }, ...others.map((unit, n) => ({ key: `${key}.${n + 1}`, ...unit }))];
    }),
  );
  return { lines, ...namesOf(lines.flat(), several) };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** @param several ids of the tags that have several units */
function namesOf(units: readonly UnitToWrite[], several: ReadonlySet<string>) {
  const keys = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const { key, tags } of units) {
    for (const { id } of tags) {
      if (!keys.has(id)) keys.set(id, key);
      const ambiguous = tags.length > 1 || several.has(id);
      if (ambiguous && !numbers.has(id)) numbers.set(id, numbers.size + 1);
    }
  }
  return { keys, numbers };
}
