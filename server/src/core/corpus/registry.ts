import {
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Parsed, Problem } from '../problem.ts';
import type { Span } from '../span.ts';

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

const knownKeys = new Set(['id', 'type', 'name', 'aliases', 'description', 'sameAs']);

/**
 * Reads the source of an `entities.json`. What is wrong becomes a problem
 * with its place in `source`; every record that can be read is kept, and of
 * records with one id the first. The value is null only where nothing can be
 * read: no JSON object, or a version this codec does not know.
 */
export function parseRegistry(source: string): Parsed<Registry> {
  const problems: Problem[] = [];
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, { allowTrailingComma: false });
  for (const error of errors) {
    const end = Math.min(source.length, error.offset + Math.max(1, error.length));
    problems.push({
      start: Math.min(error.offset, end),
      end,
      message: `This is not valid JSON (${printParseErrorCode(error.error)}).`,
    });
  }
  if (root?.type !== 'object') {
    if (errors.length === 0 || root !== undefined) {
      problems.push(problem(root, source, 'The entity registry must be a JSON object.'));
    }
    return { value: null, problems };
  }
  const version = property(root, 'glossator');
  if (version?.value !== registryVersion) {
    problems.push(
      problem(
        version ?? root,
        source,
        `“glossator” must be ${registryVersion}, the version of this format.`,
      ),
    );
    if (version !== undefined) return { value: null, problems };
  }
  return { value: readEntities(property(root, 'entities'), source, root, problems), problems };
}

function readEntities(
  list: JsonNode | undefined,
  source: string,
  root: JsonNode,
  problems: Problem[],
): Registry {
  const entities = new Map<string, Entity>();
  const places = new Map<string, Span>();
  if (list?.type !== 'array') {
    problems.push(problem(list ?? root, source, '“entities” must be a list of entities.'));
    return { entities, places };
  }
  for (const node of list.children ?? []) {
    const entity = readEntity(node, source, problems);
    if (entity === null) continue;
    if (entities.has(entity.id)) {
      const id = property(node, 'id') ?? node;
      problems.push(
        problem(id, source, `The entity “${entity.id}” is defined twice; the first one counts.`),
      );
      continue;
    }
    entities.set(entity.id, entity);
    places.set(entity.id, { start: node.offset, end: node.offset + node.length });
  }
  return { entities, places };
}

function readEntity(node: JsonNode, source: string, problems: Problem[]): Entity | null {
  if (node.type !== 'object') {
    problems.push(
      problem(node, source, 'An entity must be an object with “id”, “type” and “name”.'),
    );
    return null;
  }
  const text = (key: string, required: boolean): string | undefined => {
    const value = property(node, key);
    if (value === undefined && !required) return undefined;
    if (value?.type === 'string' && String(value.value).trim() !== '') return String(value.value);
    problems.push(
      problem(value ?? node, source, `“${key}” of an entity must be a text that is not empty.`),
    );
    return undefined;
  };
  const id = text('id', true);
  const name = text('name', true);
  const type = text('type', true) ?? 'MISC';
  if (id === undefined || name === undefined) return null;
  const description = text('description', false);
  const sameAs = texts(node, 'sameAs', source, problems);
  const extra = unknownKeys(node);
  return {
    id,
    type,
    name,
    aliases: texts(node, 'aliases', source, problems) ?? [],
    ...(description === undefined ? {} : { description }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(extra === undefined ? {} : { extra }),
  };
}

function texts(
  node: JsonNode,
  key: string,
  source: string,
  problems: Problem[],
): string[] | undefined {
  const value = property(node, key);
  if (value === undefined) return undefined;
  if (value.type !== 'array') {
    problems.push(problem(value, source, `“${key}” of an entity must be a list of texts.`));
    return undefined;
  }
  const read: string[] = [];
  for (const item of value.children ?? []) {
    if (item.type === 'string' && item.value.trim() !== '') read.push(item.value);
    else
      problems.push(
        problem(item, source, `“${key}” of an entity holds something that is no text.`),
      );
  }
  return read;
}

function unknownKeys(node: JsonNode): Record<string, unknown> | undefined {
  const pairs: [string, unknown][] = [];
  for (const child of node.children ?? []) {
    const [key, value] = child.children ?? [];
    if (key !== undefined && value !== undefined && !knownKeys.has(key.value)) {
      pairs.push([key.value, plainValue(value)]);
    }
  }
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** The value a JSON tree stands for; `__proto__` becomes an ordinary key. */
function plainValue(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children }) =>
      children?.[0] !== undefined && children[1] !== undefined
        ? [[children[0].value, plainValue(children[1])]]
        : [],
    ),
  );
}

function property(node: JsonNode, key: string): JsonNode | undefined {
  return node.children?.find((child) => child.children?.[0]?.value === key)?.children?.[1];
}

function problem(node: JsonNode | undefined, source: string, message: string): Problem {
  const start = node?.offset ?? 0;
  return { start, end: node === undefined ? source.length : start + node.length, message };
}
