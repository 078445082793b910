import type { Parsed } from '../problem.ts';
import type { Span } from '../span.ts';
import { type JsonNode, JsonReader, type Members, plainValue } from './jsonTree.ts';

/** One entity of the registry. */
export interface Entity {
  readonly id: string;
  /** `PER`, `ORG`, `LOC`, `MISC` or a label of the tagset. */
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** URLs of the same entity elsewhere, such as Wikidata. */
  readonly sameAs?: readonly string[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The content of `entities.json` with where each entity stands in its source. */
export interface Registry {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Where each entity's record stands in the source of `entities.json`. */
  readonly places: ReadonlyMap<string, Span>;
}

/** The registry of a corpus without an `entities.json`. */
export const emptyRegistry: Registry = { entities: new Map(), places: new Map() };

/** The version this codec reads and writes: the value of the key `glossator`. */
export const registryVersion = 1;

/** The keys of an entity's record; others are kept as `extra`. */
export const entityKeys = ['id', 'type', 'name', 'aliases', 'description', 'sameAs'] as const;
const knownKeys: ReadonlySet<string> = new Set(entityKeys);

/**
 * Reads the source of an `entities.json`. What is wrong becomes a problem
 * with its place in `source`; every record that can be read is kept, and of
 * records with one id the first. The value is null only where nothing can be
 * read: no JSON object, or a version this codec does not know.
 */
export function parseRegistry(source: string): Parsed<Registry> {
  const reader = new JsonReader(source);
  const { root, problems } = reader;
  if (root?.type !== 'object') {
    if (problems.length === 0) reader.report(root, 'The entity registry must be a JSON object.');
    return { value: null, problems };
  }
  const members = reader.members(root, 'the registry');
  const version = members.get('glossator')?.value;
  if (version?.value !== registryVersion) {
    const message = `“glossator” must be ${registryVersion}, the version of this format.`;
    reader.report(version ?? root, message);
    if (version !== undefined) return { value: null, problems };
  }
  const value = readEntities(reader, members.get('entities')?.value ?? root);
  problems.sort((a, b) => a.start - b.start);
  return { value, problems };
}

function readEntities(reader: JsonReader, list: JsonNode): Registry {
  const entities = new Map<string, Entity>();
  const places = new Map<string, Span>();
  for (const node of reader.items(list, '“entities”', 'entities') ?? []) {
    if (node.type !== 'object') {
      reader.report(node, 'An entity must be an object with “id”, “type” and “name”.');
      continue;
    }
    const members = reader.members(node, 'an entity');
    const entity = readEntity(reader, node, members);
    if (entity === null) continue;
    if (entities.has(entity.id)) {
      const message = `The entity “${entity.id}” is defined twice; the first one counts.`;
      reader.report(members.get('id')?.value, message);
      continue;
    }
    entities.set(entity.id, entity);
    places.set(entity.id, { start: node.offset, end: node.offset + node.length });
  }
  return { entities, places };
}

function readEntity(reader: JsonReader, node: JsonNode, members: Members): Entity | null {
  const optional = (key: string): string | undefined => {
    const value = members.get(key)?.value;
    return value && reader.text(value, `“${key}” of an entity`);
  };
  const required = (key: string): string | undefined => {
    if (members.has(key)) return optional(key);
    reader.report(node, `This entity has no “${key}”. Add one.`);
    return undefined;
  };
  const list = (key: string): string[] | undefined => {
    const value = members.get(key)?.value;
    return value && reader.texts(value, `“${key}” of an entity`);
  };
  const id = required('id');
  const name = required('name');
  const type = required('type') ?? 'MISC';
  if (id === undefined || name === undefined) return null;
  const description = optional('description');
  const sameAs = list('sameAs');
  const unknown = [...members].filter(([key]) => !knownKeys.has(key));
  const extra = Object.fromEntries(unknown.map(([key, { value }]) => [key, plainValue(value)]));
  return {
    id,
    type,
    name,
    aliases: list('aliases') ?? [],
    ...(description === undefined ? {} : { description }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(unknown.length === 0 ? {} : { extra }),
  };
}
