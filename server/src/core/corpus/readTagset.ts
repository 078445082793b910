import { MOST_DEPTH } from '../tags/json.ts';
import {
  type AttributeDefinition,
  attributeTypes,
  type LabelDefinition,
  paletteNames,
  type RelationDefinition,
} from './configuration.ts';
import type { JsonNode, JsonReader, Members } from './jsonTree.ts';

/** The keys of the objects that a tagset is made of. */
export const tagsetKeys = {
  label: ['name', 'title', 'colour', 'key', 'description', 'parent', 'attributes'],
  attribute: ['name', 'type', 'values', 'required', 'description'],
  relation: ['name', 'title', 'from', 'to'],
} as const;

type Kind = keyof typeof tagsetKeys;

/** Whom a label names as its parent, and where. */
interface Parent {
  readonly name: string;
  readonly node: JsonNode;
}

/** The labels of a tagset. What cannot be used of one is left out of it and reported. */
export function readLabels(reader: JsonReader, node: JsonNode): LabelDefinition[] | undefined {
  const ofKey = new Map<string, string>();
  const parents = new Map<string, Parent>();
  const labels = readNamed(reader, node, '“labels”', 'label', (name, members) => {
    const get = fields(reader, members, 'a label');
    const parent = get.text('parent');
    const value = members.get('parent')?.value;
    if (parent !== undefined && value) parents.set(name, { name: parent, node: value });
    return {
      name,
      title: get.text('title'),
      colour: get.own('colour', (colour) => readColour(reader, colour)),
      key: get.own('key', (key) => readKey(reader, key, name, ofKey)),
      description: get.text('description'),
      parent,
      attributes: get.own('attributes', (attributes) => readAttributes(reader, attributes)),
    };
  });
  const names = new Set(labels?.map(({ name }) => name));
  return labels?.map((label) => {
    const parent = parents.get(label.name);
    if (parent === undefined) return label;
    const fault = names.has(parent.name)
      ? lineageFault(label.name, parents)
      : `The tagset has no label “${parent.name}”.${reader.guess(parent.name, names)}`;
    if (fault === null) return label;
    reader.report(parent.node, fault);
    parents.delete(label.name);
    return { ...label, parent: undefined };
  });
}

/** The relations of a tagset, their ends among `labels`. */
export function readRelations(
  reader: JsonReader,
  node: JsonNode,
  labels: readonly LabelDefinition[],
): RelationDefinition[] | undefined {
  const names = new Set(labels.map(({ name }) => name));
  const ends = (end: JsonNode) =>
    reader.items(end, 'An end of a relation', 'label names')?.flatMap((item) => {
      const name = reader.text(item, 'The name of a label');
      if (name === undefined) return [];
      if (names.has(name)) return [name];
      reader.report(item, `The tagset has no label “${name}”.${reader.guess(name, names)}`);
      return [];
    });
  return readNamed(reader, node, '“relations”', 'relation', (name, members) => {
    const get = fields(reader, members, 'a relation');
    return { name, title: get.text('title'), from: get.own('from', ends), to: get.own('to', ends) };
  });
}

function readAttributes(reader: JsonReader, node: JsonNode): AttributeDefinition[] | undefined {
  return readNamed(reader, node, '“attributes” of a label', 'attribute', (name, members, item) => {
    const get = fields(reader, members, 'an attribute');
    const values = get.texts('values');
    let type = get.own('type', (word) =>
      reader.word(word, '“type” of an attribute', attributeTypes),
    );
    if (!members.has('type')) {
      reader.report(item, `The attribute “${name}” needs a “type”: ${attributeTypes.join(', ')}.`);
    }
    if (type === 'choice' && !values?.length) {
      reader.report(item, `The choice “${name}” needs “values”: a list of the texts allowed.`);
      type = undefined;
    } else if (type !== undefined && type !== 'choice' && members.has('values')) {
      reader.report(item, `Only a choice has “values”. Make “type” of “${name}” choice.`);
    }
    return {
      name,
      type: type ?? 'string',
      values: type === 'choice' ? values : undefined,
      required: get.truth('required'),
      description: get.text('description'),
    };
  });
}

/** Reads a list of objects that have a name each; of objects with one name the first counts. */
function readNamed<T>(
  reader: JsonReader,
  node: JsonNode,
  what: string,
  kind: Kind,
  read: (name: string, members: Members, item: JsonNode) => T,
): T[] | undefined {
  const owner = `${kind === 'attribute' ? 'an' : 'a'} ${kind}`;
  const names = new Set<string>();
  return reader.items(node, what, 'objects such as {"name": "X"}')?.flatMap((item) => {
    if (item.type !== 'object') {
      reader.report(item, `This must be ${owner}: an object such as {"name": "X"}.`);
      return [];
    }
    const members = reader.members(item, owner, tagsetKeys[kind]);
    const at = members.get('name')?.value;
    if (at === undefined) reader.report(item, `This is ${owner} without a “name”. Add one.`);
    const name = at && reader.text(at, `“name” of ${owner}`);
    if (name === undefined) return [];
    if (names.has(name)) {
      reader.report(at, `There is another ${kind} “${name}”; the first one counts. Rename one.`);
      return [];
    }
    names.add(name);
    if (/[\s\p{Cc}]/u.test(name)) {
      const better = name.trim().replace(/[\s\p{Cc}]+/gu, '_');
      const message = `A name must have no white space, which other formats end it at: “${better}”.`;
      reader.report(at, `${message} “title” may hold what people read.`);
    }
    return [read(name, members, item)];
  });
}

/** Functions that read one member each of an object, by the kind of its value; undefined where it is absent. */
function fields(reader: JsonReader, members: Members, owner: string) {
  const own = <T>(key: string, read: (node: JsonNode, what: string) => T): T | undefined => {
    const node = members.get(key)?.value;
    return node && read(node, `“${key}” of ${owner}`);
  };
  return {
    own,
    text: (key: string) => own(key, (node, what) => reader.text(node, what)),
    texts: (key: string) => own(key, (node, what) => reader.texts(node, what)),
    truth: (key: string) => own(key, (node, what) => reader.truth(node, what)),
  };
}

function readColour(reader: JsonReader, node: JsonNode): string | undefined {
  const { value } = node;
  if (typeof value === 'string') {
    if (/^#[0-9a-f]{6}$/i.test(value) || paletteNames.some((name) => name === value)) return value;
  }
  const hint = typeof value === 'string' ? reader.guess(value, paletteNames) : '';
  reader.report(node, `A colour is ${paletteNames.join(', ')}, or like "#3366cc".${hint}`);
  return undefined;
}

function readKey(
  reader: JsonReader,
  node: JsonNode,
  name: string,
  ofKey: Map<string, string>,
): string | undefined {
  const { value } = node;
  if (typeof value !== 'string' || !/^[a-z0-9]$/.test(value)) {
    reader.report(node, '“key” of a label must be one of the keys a to z and 0 to 9.');
    return undefined;
  }
  const taken = ofKey.get(value);
  if (taken !== undefined) {
    reader.report(node, `The key “${value}” already gives “${taken}”. Choose another one.`);
    return undefined;
  }
  ofKey.set(value, name);
  return value;
}

/** What is wrong with the labels that a label is a kind of, or null. */
function lineageFault(name: string, parents: ReadonlyMap<string, Parent>): string | null {
  const met = new Set<string>();
  for (let next = parents.get(name); next && !met.has(next.name); next = parents.get(next.name)) {
    if (next.name === name) {
      return `“${name}” would be a kind of itself. Remove one “parent” of the circle.`;
    }
    met.add(next.name);
    if (met.size > MOST_DEPTH) return `“${name}” is a kind of more than ${MOST_DEPTH} labels.`;
  }
  return null;
}
