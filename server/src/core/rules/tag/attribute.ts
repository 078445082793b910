import type { AttributeDefinition } from '../../corpus/configuration.ts';
import { attributesOf, labelsOf } from '../../corpus/labels.ts';
import { didYouMean, nearest } from '../../nearest.ts';
import type { AttributeValue, Tag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { listed, quoted } from '../words.ts';
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
      for (const { message, set } of problems(tag, defined)) {
        const fixes = set.map(([name, value]) =>
          command(titleOf(name, value), 'glossator.attribute', { id: tag.id, name, value }),
        );
        findings.push({ code: 'tag/attribute', start, end, tag: tag.id, message, fixes });
      }
    }
    return findings;
  },
};

/** What is wrong with a tag's attributes, and which of them a value would put right; null takes one away. */
interface AttributeProblem {
  readonly message: string;
  readonly set: readonly (readonly [name: string, value: AttributeValue | null])[];
}

function problems(
  { label, attributes }: Tag,
  defined: readonly AttributeDefinition[],
): AttributeProblem[] {
  const values = new Map(Object.entries(attributes ?? {}));
  const found = defined.flatMap((definition): AttributeProblem[] => {
    const { name, required } = definition;
    const value = values.get(name);
    const message =
      value !== undefined
        ? misfit(value, definition)
        : required
          ? `A tag ${label} needs the attribute ${quoted(name)}${choice(definition)}.`
          : null;
    if (message === null) return [];
    return [{ message, set: fitting(definition, value).map((right) => [name, right]) }];
  });
  const names = defined.map(({ name }) => name);
  for (const name of values.keys()) {
    if (names.includes(name)) continue;
    const message = `The label ${label} has no attribute ${quoted(name)}.${didYouMean(name, names) || ` It has ${listed(names)}.`}`;
    found.push({ message, set: [[name, null]] });
  }
  return found;
}

/** More values than this are too many to offer one by one. */
const mostOffered = 8;

/** The values that an attribute may have instead, the likeliest first; none where any text or number would do. */
function fitting(
  { type, values = [] }: AttributeDefinition,
  value: AttributeValue | undefined,
): readonly AttributeValue[] {
  if (type === 'boolean') return value === 'false' ? [false, true] : [true, false];
  if (type === 'string') return value === undefined ? [] : [String(value)];
  if (type === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? [number] : [];
  }
  const near = value === undefined ? undefined : nearest(String(value), values);
  const ordered = near === undefined ? values : [near, ...values.filter((one) => one !== near)];
  return ordered.slice(0, mostOffered);
}

function titleOf(name: string, value: AttributeValue | null): string {
  return value === null
    ? `Remove the attribute ${quoted(name)}`
    : `Set ${quoted(name)} to ${typeof value === 'string' ? quoted(value) : value}`;
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
