import type { AttributeDefinition } from '../../corpus/configuration.ts';
import type { AttributeValue, TagStatus } from '../../tags/model.ts';
import { hexColour } from '../colours.ts';
import type { CorpusFacts } from '../format.ts';

/** One attribute type of a TextAE configuration. */
type AttributeType = Readonly<Record<string, unknown>>;

const statuses: readonly TagStatus[] = ['suggested', 'accepted', 'rejected'];

/**
 * Whether the values of an attribute are true and false, both. They are
 * written as words then: PubAnnotation takes an attribute that is false for
 * one without a value, and makes it true.
 */
export function isTruth(values: ReadonlySet<AttributeValue>): boolean {
  return values.has(false) && [...values].every((value) => typeof value === 'boolean');
}

/**
 * The configuration by which TextAE shows a document: its types with their
 * titles and colours.
 * @param used the values of every predicate of the document's attributes
 */
export function configOf(
  { tagset, entities }: CorpusFacts,
  used: ReadonlyMap<string, ReadonlySet<AttributeValue>>,
): Readonly<Record<string, readonly unknown[]>> {
  const defined = new Map<string, AttributeDefinition>();
  for (const attribute of tagset.labels.flatMap(({ attributes = [] }) => attributes)) {
    if (!defined.has(attribute.name)) defined.set(attribute.name, attribute);
  }
  const names = new Set([...defined.keys(), ...used.keys()]);
  const attributes = Array.from(names, (name) => {
    const values = used.get(name) ?? new Set();
    if (name === '_entity') {
      const ids = [...values].filter((value) => typeof value === 'string');
      return selection(name, ids, (id) => entities.get(id)?.name);
    }
    if (name === '_status') return selection(name, statuses);
    return attributeType(name, values, defined.get(name));
  });
  const lists = {
    'entity types': tagset.labels.map((label, i) => ({
      id: label.name,
      ...(label.title !== undefined && { label: label.title }),
      color: hexColour(label, i),
    })),
    'relation types': tagset.relations.map(({ name, title }) => ({
      id: name,
      ...(title !== undefined && { label: title }),
    })),
    'attribute types': attributes.filter((type) => type !== null),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** How TextAE is to take an attribute; null where nothing is known that it needs to know. */
function attributeType(
  pred: string,
  used: ReadonlySet<AttributeValue>,
  defined: AttributeDefinition | undefined,
): AttributeType | null {
  const values = [...used];
  const all = (type: string) => values.length > 0 && values.every((v) => typeof v === type);
  if (isTruth(used)) return selection(pred, ['true', 'false']);
  if (all('boolean') || (values.length === 0 && defined?.type === 'boolean')) {
    return { pred, 'value type': 'flag' };
  }
  const numbers = values.filter((value) => typeof value === 'number');
  if (all('number')) {
    const [min, max] = [
      numbers.reduce((a, b) => Math.min(a, b)),
      numbers.reduce((a, b) => Math.max(a, b)),
    ];
    const step = numbers.every(Number.isInteger) ? 1 : 0.01;
    return { pred, 'value type': 'numeric', default: min, min, max, step };
  }
  if (values.length === 0 && defined?.type === 'number') return null;
  const words = values.filter((value) => typeof value === 'string');
  if (words.length === values.length && defined?.type === 'choice') {
    const ids = [...new Set([...(defined.values ?? []), ...words])];
    // A choice of these two words means truth values.
    if (ids.length > 0 && !isTruthChoice(ids)) return selection(pred, ids);
  }
  return { pred, 'value type': 'string', default: '' };
}

/** Whether a selection has the very values that stand for true and false. */
export function isTruthChoice(ids: readonly unknown[]): boolean {
  return ids.length === 2 && ids.includes('true') && ids.includes('false');
}

function selection(
  pred: string,
  ids: readonly string[],
  labelOf: (id: string) => string | undefined = () => undefined,
): AttributeType {
  const values = ids.map((id, i) => {
    const label = labelOf(id);
    return { id, ...(label !== undefined && { label }), ...(i === 0 && { default: true }) };
  });
  return { pred, 'value type': 'selection', values };
}
