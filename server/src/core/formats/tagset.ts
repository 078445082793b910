import type { LabelDefinition, RelationDefinition } from '../corpus/configuration.ts';
import type { Sidecar } from '../tags/model.ts';
import { jsonLine } from '../tags/serialise.ts';
import type { Tagset } from './format.ts';

/** A tagset of what was declared, then of what the sidecars use besides, the most frequent first. */
export function tagsetOf(
  declared: Partial<Tagset> | undefined,
  sidecars: readonly Sidecar[],
): Tagset {
  const labels = sidecars.flatMap(({ tags }) => tags.map(({ label }) => label));
  const relations = sidecars.flatMap((sidecar) => sidecar.relations.map(({ label }) => label));
  return {
    labels: [...(declared?.labels ?? []), ...undeclared(labels, declared?.labels)],
    relations: [...(declared?.relations ?? []), ...undeclared(relations, declared?.relations)],
  };
}

function undeclared(
  used: readonly string[],
  declared: readonly { readonly name: string }[] = [],
): { name: string }[] {
  const known = new Set(declared.map(({ name }) => name));
  const counts = new Map<string, number>();
  for (const name of used) {
    if (!known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => ({ name }));
}

/** The source of a `glossator.json` that holds this tagset, a label and a relation a line. */
export function tagsetSource({ labels, relations }: Tagset): string {
  const members = [
    `  "labels": ${list(labels)}`,
    ...(relations.length > 0 ? [`  "relations": ${list(relations)}`] : []),
  ];
  return `{\n${members.join(',\n')}\n}\n`;
}

function list(items: readonly (LabelDefinition | RelationDefinition)[]): string {
  if (items.length === 0) return '[]';
  const lines = items.map((item) => {
    const known = Object.entries(item).filter(([, value]) => value !== undefined);
    return `    ${jsonLine(Object.fromEntries(known))}`;
  });
  return `[\n${lines.join(',\n')}\n  ]`;
}
