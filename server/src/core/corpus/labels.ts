import type { AttributeDefinition, CorpusConfiguration, LabelDefinition } from './configuration.ts';

/** The tagset by name. */
export function labelsOf({ labels }: CorpusConfiguration): Map<string, LabelDefinition> {
  return new Map(labels.map((label) => [label.name, label]));
}

/** The label and what it is a kind of, nearest first. */
export function lineage(name: string, labels: ReadonlyMap<string, LabelDefinition>): string[] {
  const line = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !line.has(at); ) {
    line.add(at);
    at = labels.get(at)?.parent;
  }
  return [...line];
}

/** The attributes that tags with the label may carry: its own, then those of the labels it is a kind of. */
export function attributesOf(
  name: string,
  labels: ReadonlyMap<string, LabelDefinition>,
): AttributeDefinition[] {
  const byName = new Map<string, AttributeDefinition>();
  for (const kind of lineage(name, labels)) {
    for (const definition of labels.get(kind)?.attributes ?? [])
      if (!byName.has(definition.name)) byName.set(definition.name, definition);
  }
  return [...byName.values()];
}

/** Whether one of the labels is the other or a kind of it. */
export function related(
  a: string,
  b: string,
  labels: ReadonlyMap<string, LabelDefinition>,
): boolean {
  return lineage(a, labels).includes(b) || lineage(b, labels).includes(a);
}

/** The labels named and those that are kinds of them, in the tagset's order. */
export function kindsOf(
  names: readonly string[],
  labels: ReadonlyMap<string, LabelDefinition>,
): string[] {
  return [...labels.keys()].filter((label) =>
    lineage(label, labels).some((name) => names.includes(name)),
  );
}
