import { jsonLine } from '../tags/serialise.ts';
import { type JsonNode, JsonReader } from './jsonTree.ts';
import { type Entity, registryVersion } from './registry.ts';

/** The source of an `entities.json` that holds these entities, one a line, in the order given. */
export function serialiseRegistry(entities: Iterable<Entity>): string {
  const lines = Array.from(entities, (entity) => `    ${serialiseEntity(entity)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "glossator": ${registryVersion},\n  "entities": ${list}\n}\n`;
}

/** One entity as JSON on one line, its keys in their fixed order, unknown keys last. */
export function serialiseEntity(entity: Entity): string {
  const { id, type, name, aliases, description, sameAs, extra } = entity;
  const known = { id, type, name, aliases, description, sameAs };
  const pairs = [...Object.entries(known), ...Object.entries(extra ?? {})];
  return jsonLine(Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
}

/**
 * The source with the entity added on a line of its own behind the last one.
 * A source without a readable list of entities becomes a registry of that one
 * entity if it is blank, and is returned unchanged otherwise, as it is where
 * the id is taken.
 */
export function addEntity(source: string, entity: Entity): string {
  return addEntities(source, [entity]);
}

/** The same with several entities at once; of two with one id the first is added. */
export function addEntities(source: string, entities: readonly Entity[]): string {
  const blank = source.trim() === '';
  const list = blank ? null : entityList(source);
  if (!blank && list === null) return source;
  const taken = new Set((list?.children ?? []).map((node) => valuesOf(node, 'id')[0]?.value));
  const added = entities.filter(({ id }) => !taken.has(id) && taken.add(id));
  if (list === null) return serialiseRegistry(added);
  if (added.length === 0) return source;
  const last = list.children?.at(-1);
  if (last === undefined) {
    const lines = added.map((entity) => `    ${serialiseEntity(entity)}`);
    return replace(source, list, `[\n${lines.join(',\n')}\n  ]`);
  }
  const lineStart = source.lastIndexOf('\n', last.offset) + 1;
  const before = source.slice(lineStart, last.offset);
  const indent = before.trim() === '' ? before : '    ';
  const lines = added.map((entity) => `,\n${indent}${serialiseEntity(entity)}`);
  return insert(source, endOf(last), lines.join(''));
}

/** Whether entities can be added to this source: it is blank, or sound JSON with a list of them. */
export function takesEntities(source: string): boolean {
  if (source.trim() === '') return true;
  return new JsonReader(source).problems.length === 0 && entityList(source) !== null;
}

/** The source with `alias` added to the entity; unchanged where the id is unknown or the alias (or name) is there. */
export function addAlias(source: string, id: string, alias: string): string {
  return editEntity(source, id, (entity) => {
    const [name] = valuesOf(entity, 'name');
    const [aliases] = valuesOf(entity, 'aliases');
    if ([name, ...(aliases?.children ?? [])].some((node) => node?.value === alias)) return source;
    const text = JSON.stringify(alias);
    if (aliases?.type === 'array') {
      const separator = aliases.children?.length ? ', ' : '';
      return insert(source, endOf(aliases) - 1, separator + text);
    }
    if (aliases !== undefined) return replace(source, aliases, `[${text}]`);
    const before = name ?? valuesOf(entity, 'id')[0];
    return before ? insert(source, endOf(before), `, "aliases": [${text}]`) : source;
  });
}

/** The source with the entity's id changed to `to`; unchanged where `from` is unknown or `to` is taken. */
export function renameEntity(source: string, from: string, to: string): string {
  const list = entityList(source);
  if (list === null || entityIndex(list, to) >= 0) return source;
  return editEntity(source, from, (entity) => {
    const [id] = valuesOf(entity, 'id');
    if (id === undefined) return source;
    return replace(source, id, JSON.stringify(to));
  });
}

function editEntity(source: string, id: string, edit: (entity: JsonNode) => string): string {
  const list = entityList(source);
  const entity = list?.children?.[entityIndex(list, id)];
  return entity === undefined ? source : edit(entity);
}

function entityList(source: string): JsonNode | null {
  const { root } = new JsonReader(source);
  const [list] = root === undefined ? [] : valuesOf(root, 'entities');
  return list?.type === 'array' ? list : null;
}

function entityIndex(list: JsonNode, id: string): number {
  return (list.children ?? []).findIndex((node) => valuesOf(node, 'id')[0]?.value === id);
}

function valuesOf(node: JsonNode, key: string): JsonNode[] {
  const pair = node.children?.find((child) => child.children?.[0]?.value === key);
  return pair?.children?.[1] === undefined ? [] : [pair.children[1]];
}

function endOf({ offset, length }: JsonNode): number {
  return offset + length;
}

function insert(source: string, at: number, text: string): string {
  return source.slice(0, at) + text + source.slice(at);
}

function replace(source: string, node: JsonNode, text: string): string {
  return source.slice(0, node.offset) + text + source.slice(endOf(node));
}
