import type { AttributeDefinition, LabelDefinition } from '../../corpus/configuration.ts';
import { didYouMean } from '../../nearest.ts';
import type { AttributeValue, Tag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import type { TextRule } from '../rule.ts';
import { listed, quoted } from '../words.ts';
import { labelsOf, lineage } from './labels.ts';
import { stands } from './standing.ts';

/** A label has the attributes of the labels it is a kind of too; one that defines none takes any. */
export const attribute: TextRule = {
  code: 'tag/attribute',
  severity: 'warning',
  title: 'Attribute that does not fit the label',
  scope: 'text',
  check({ tags, configuration }) {
    const labels = labelsOf(configuration);
    const definitions = new Map<string, readonly AttributeDefinition[]>();
    const findings: Finding[] = [];
    for (const placed of tags) {
      if (!stands(placed)) continue;
      const { tag, start, end } = placed;
      const defined = definitions.get(tag.label) ?? attributesOf(tag.label, labels);
      definitions.set(tag.label, defined);
      if (defined.length === 0) continue;
      for (const message of problems(tag, defined))
        findings.push({ code: 'tag/attribute', start, end, tag: tag.id, message });
    }
    return findings;
  },
};

function attributesOf(
  label: string,
  labels: ReadonlyMap<string, LabelDefinition>,
): readonly AttributeDefinition[] {
  const byName = new Map<string, AttributeDefinition>();
  for (const name of lineage(label, labels)) {
    for (const definition of labels.get(name)?.attributes ?? [])
      if (!byName.has(definition.name)) byName.set(definition.name, definition);
  }
  return [...byName.values()];
}

function problems({ label, attributes }: Tag, defined: readonly AttributeDefinition[]): string[] {
  const values = new Map(Object.entries(attributes ?? {}));
  const found = defined.flatMap((definition) => {
    const value = values.get(definition.name);
    if (value !== undefined) return misfit(value, definition) ?? [];
    if (!definition.required) return [];
    return [`A tag ${label} needs the attribute ${quoted(definition.name)}${choice(definition)}.`];
  });
  const names = defined.map(({ name }) => name);
  for (const name of values.keys()) {
    if (names.includes(name)) continue;
    found.push(
      `The label ${label} has no attribute ${quoted(name)}.${didYouMean(name, names) || ` It has ${listed(names)}.`}`,
    );
  }
  return found;
}

/** What is wrong with a value, or null. */
function misfit(value: AttributeValue, definition: AttributeDefinition): string | null {
  const { name, type, values = [] } = definition;
  const shown = quoted(String(value));
  if (type === 'choice') {
    if (typeof value === 'string' && (values.length === 0 || values.includes(value))) return null;
    return `${quoted(name)} is ${shown}; it must be ${listed(values.map(quoted), 'or')}.${didYouMean(String(value), values)}`;
  }
  if (typeof value === type) return null;
  const wanted = { string: 'a text', number: 'a number', boolean: 'true or false' }[type];
  return `${quoted(name)} is ${shown}; it must be ${wanted}.`;
}

function choice({ type, values = [] }: AttributeDefinition): string {
  return type === 'choice' && values.length > 0 ? `: ${listed(values.map(quoted), 'or')}` : '';
}
