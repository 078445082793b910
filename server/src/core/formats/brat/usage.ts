import type { LabelDefinition, RelationDefinition } from '../../corpus/configuration.ts';
import type { Tag } from '../../tags/model.ts';
import type { TaggedText, Tagset } from '../format.ts';
import { tagsetOf } from '../tagset.ts';
import { canBeListed, canBeNamed } from './values.ts';

/** An attribute as an `annotation.conf` defines it. */
export interface Attribute {
  /** The labels whose tags may have it. */
  readonly labels: Set<string>;
  /** The texts that it may be. */
  readonly values: Set<string>;
}

/** What a corpus declares, and what its texts use besides. */
export interface Usage {
  readonly labels: readonly LabelDefinition[];
  readonly relations: readonly RelationDefinition[];
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Whether tags of one text overlap. */
  readonly overlap: boolean;
}

/** What the texts of a corpus use of its tagset and besides it. */
export function usageOf(tagset: Tagset, texts: readonly TaggedText[]): Usage {
  const sidecars = texts.map(({ sidecar }) => sidecar);
  const all = tagsetOf(tagset, sidecars);
  const attributes = new Map<string, Attribute>();
  const attribute = (name: string, label: string): Attribute => {
    const known = attributes.get(name) ?? { labels: new Set(), values: new Set() };
    // What a configuration cannot name has no list of values there.
    if (canBeNamed(name)) attributes.set(name, known);
    known.labels.add(label);
    return known;
  };
  for (const { name: label, attributes: definitions = [] } of tagset.labels) {
    for (const { name, values = [] } of definitions) {
      const { values: known } = attribute(name, label);
      for (const value of values) if (canBeListed(value)) known.add(value);
    }
  }
  for (const { label, attributes: values = {} } of sidecars.flatMap(({ tags }) => tags)) {
    for (const [name, value] of Object.entries(values)) {
      const { values: known } = attribute(name, label);
      if (typeof value === 'string' && canBeListed(value)) known.add(value);
    }
  }
  return {
    labels: all.labels,
    relations: all.relations.map((relation) => withEnds(relation, all.labels)),
    attributes,
    overlap: sidecars.some(({ tags }) => anyOverlap(tags)),
  };
}

/** The relation with the kinds of its labels among its ends: brat takes a type for itself alone. */
function withEnds(
  { from, to, ...relation }: RelationDefinition,
  labels: readonly LabelDefinition[],
): RelationDefinition {
  const kinds = (names: readonly string[] | undefined) => names && withKinds(names, labels);
  return { ...relation, from: kinds(from), to: kinds(to) };
}

function withKinds(names: readonly string[], labels: readonly LabelDefinition[]): string[] {
  const all = new Set(names);
  for (let size = -1; size < all.size; ) {
    size = all.size;
    for (const { name, parent } of labels)
      if (parent !== undefined && all.has(parent)) all.add(name);
  }
  return [...all];
}

function anyOverlap(tags: readonly Tag[]): boolean {
  let end = -1;
  for (const tag of [...tags].sort((a, b) => a.start - b.start)) {
    if (tag.start < end) return true;
    end = Math.max(end, tag.end);
  }
  return false;
}
