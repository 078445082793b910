import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
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
  if (source.trim() === '') return serialiseRegistry([entity]);
  const list = entityList(source);
  if (list === null || entityIndex(list, entity.id) >= 0) return source;
  const last = list.children?.at(-1);
  if (last === undefined) {
    const line = `[\n    ${serialiseEntity(entity)}\n  ]`;
    return source.slice(0, list.offset) + line + source.slice(list.offset + list.length);
  }
  const behind = last.offset + last.length;
  const lineStart = source.lastIndexOf('\n', last.offset) + 1;
  const before = source.slice(lineStart, last.offset);
  const indent = before.trim() === '' ? before : '    ';
  return `${source.slice(0, behind)},\n${indent}${serialiseEntity(entity)}${source.slice(behind)}`;
}

/** The source with `alias` added to the entity; unchanged where the id is unknown or the alias (or name) is there. */
export function addAlias(source: string, id: string, alias: string): string {
  return editEntity(source, id, (entity, path) => {
    const aliases = entity.children?.find((child) => child.children?.[0]?.value === 'aliases')
      ?.children?.[1];
    const known = [...(aliases?.children ?? []), ...valuesOf(entity, 'name')];
    if (known.some((node) => node.value === alias)) return source;
    if (aliases?.type !== 'array') return set(source, [...path, 'aliases'], [alias]);
    const text = JSON.stringify(alias);
    const end = aliases.offset + aliases.length - 1;
    const separator = aliases.children?.length ? ', ' : '';
    return source.slice(0, end) + separator + text + source.slice(end);
  });
}

/** The source with the entity's id changed to `to`; unchanged where `from` is unknown or `to` is taken. */
export function renameEntity(source: string, from: string, to: string): string {
  const list = entityList(source);
  if (list === null || entityIndex(list, to) >= 0) return source;
  return editEntity(source, from, (entity) => {
    const [id] = valuesOf(entity, 'id');
    if (id === undefined) return source;
    return source.slice(0, id.offset) + JSON.stringify(to) + source.slice(id.offset + id.length);
  });
}

function editEntity(
  source: string,
  id: string,
  edit: (entity: JsonNode, path: JSONPath) => string,
): string {
  const list = entityList(source);
  const index = list === null ? -1 : entityIndex(list, id);
  const entity = list?.children?.[index];
  return entity === undefined ? source : edit(entity, ['entities', index]);
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

function set(source: string, path: JSONPath, value: unknown): string {
  return applyEdits(source, modify(source, path, value, {}));
}
