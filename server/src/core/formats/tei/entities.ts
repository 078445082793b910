import type { Entity } from '../../corpus/registry.ts';
import { allowed, group, isName, textElement } from './xml.ts';

/** Lists of records by the type of their entities; others are items of a plain list. */
const lists: Readonly<Record<string, readonly [list: string, record: string, name: string]>> = {
  PER: ['listPerson', 'person', 'persName'],
  ORG: ['listOrg', 'org', 'orgName'],
  LOC: ['listPlace', 'place', 'placeName'],
};
const OTHERS = ['list', 'item', 'name'] as const;

/** The `xml:id` of each entity that is used and has a record, by its id. */
export function recordIds(
  used: Iterable<string>,
  records: ReadonlyMap<string, Entity>,
): Map<string, string> {
  const ids = [...new Set(used)].filter((id) => records.has(id));
  return new Map(ids.map((id, i) => [id, isOwnName(id) ? id : `e.${i + 1}`]));
}

/** Names of the document's parts that have no dot in them. */
const taken = new Set(['labels', 'document']);

function isOwnName(id: string): boolean {
  return isName(id) && !taken.has(id);
}

/** Lists of the records, a record a line. */
export function recordLists(
  ids: ReadonlyMap<string, string>,
  records: ReadonlyMap<string, Entity>,
): string[] {
  const found = Array.from(ids, ([id, xmlId]) => ({ entity: records.get(id), xmlId }));
  const types = [...Object.keys(lists), null];
  return types.map((type) => {
    const [list, record, name] = type === null ? OTHERS : lists[type];
    const lines = found.flatMap(({ entity, xmlId }) => {
      const own = entity && (Object.hasOwn(lists, entity.type) ? entity.type : null) === type;
      return own ? [recordOf(entity, xmlId, record, name)] : [];
    });
    return group(list, type === null ? { type: 'entities' } : {}, lines, 4);
  });
}

function recordOf(entity: Entity, xmlId: string, record: string, name: string): string {
  const type = record === 'item' ? allowed(entity.type) : undefined;
  const parts = [
    textElement(name, { type }, entity.name),
    ...entity.aliases.map((alias) => textElement(name, { type: 'alias' }, alias)),
    ...(entity.sameAs ?? []).map((url) => textElement('idno', { type: 'URL' }, url)),
    ...(entity.description === undefined ? [] : [textElement('note', {}, entity.description)]),
  ];
  const n = xmlId === entity.id ? undefined : allowed(entity.id);
  return group(record, { 'xml:id': xmlId, n }, parts, 6);
}
