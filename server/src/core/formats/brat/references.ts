import type { Entity } from '../../corpus/registry.ts';

/** The database that our own entities are said to be in. */
const OWN = 'entities';

/** Pages of records in well-known databases; `%s` stands for the id, as in brat's `tools.conf`. */
const pages: Readonly<Record<string, string>> = {
  geonames: 'https://www.geonames.org/%s',
  gnd: 'https://d-nb.info/gnd/%s',
  mesh: 'https://id.nlm.nih.gov/mesh/%s',
  uniprot: 'https://www.uniprot.org/uniprotkb/%s',
  viaf: 'https://viaf.org/viaf/%s',
};

/** The page of each database's records, `%s` for the id, by the database's name. */
export type Pages = ReadonlyMap<string, string>;

/** What an entity's `DATABASE:ID` is; undefined where its id cannot be written. */
export function recordOf(entity: string): string | undefined {
  if (!/^[^\s\p{Cc}]+$/u.test(entity)) return undefined;
  // An id that came from another database goes back as it came.
  const foreign = /^[^:]+:./.test(entity) && !entity.startsWith(`${OWN}:`);
  return foreign ? entity : `${OWN}:${entity}`;
}

/** The id of an entity from its `DATABASE:ID`. */
export function entityFrom(record: string): string {
  return record.startsWith(`${OWN}:`) ? record.slice(OWN.length + 1) : record;
}

/**
 * A record for the registry.
 * @param known the pages that a `tools.conf` names
 */
export function entityRecord(record: string, name: string, type: string, known: Pages): Entity {
  const url = urlOf(record, known);
  return {
    id: entityFrom(record),
    type,
    name,
    aliases: [],
    ...(url !== undefined && { sameAs: [url] }),
  };
}

function urlOf(record: string, known: Pages): string | undefined {
  if (/^https?:\/\/./i.test(record)) return record;
  const colon = record.indexOf(':');
  const [database, id] = [record.slice(0, colon), record.slice(colon + 1)];
  const page = known.get(database) ?? pageOf(database.toLowerCase(), id);
  return page?.replace('%s', () => encodeURI(id));
}

function pageOf(database: string, id: string): string | undefined {
  if (database === 'wikidata') {
    if (/^[QPL]\d+$/i.test(id)) return 'https://www.wikidata.org/wiki/%s';
    return /^\d+$/.test(id) ? 'https://www.wikidata.org/wiki/Q%s' : undefined;
  }
  if (database === 'wikipedia') {
    // brat's own database of Wikipedia has the numbers of pages for ids.
    return /^\d+$/.test(id)
      ? 'https://en.wikipedia.org/?curid=%s'
      : 'https://en.wikipedia.org/wiki/%s';
  }
  return Object.hasOwn(pages, database) ? pages[database] : undefined;
}
