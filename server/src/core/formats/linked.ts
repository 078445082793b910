import type { Entity } from '../corpus/registry.ts';

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const WIKIDATA = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/i;

/** Whether a text is an IRI with a scheme, such as a URL. */
export function isIri(text: string): boolean {
  return IRI.test(text);
}

/** What a knowledge base calls an entity of the registry: the first IRI in its `sameAs`, or null. */
export function iriOf(entity: Entity | undefined): string | null {
  return entity?.sameAs?.find(isIri) ?? null;
}

/** The IRI as linked data has it: Wikidata's pages `…/wiki/Q858` are about `http://www.wikidata.org/entity/Q858`. */
export function conceptIri(iri: string): string {
  const item = WIKIDATA.exec(iri)?.[1];
  return item === undefined ? iri : `http://www.wikidata.org/entity/${item}`;
}

/** Gives the entities that files name an id each, and collects records of them for the registry. */
export class LinkedEntities {
  readonly #ids = new Map<string, string>();
  readonly #records = new Map<string, Entity>();

  /**
   * The id of the entity that a file calls so, by an IRI or by any other name;
   * `Q858` for `http://www.wikidata.org/entity/Q858`.
   * @param mention what the text or the file calls it
   * @param known the id where the file says that, too
   */
  named(name: string, type: string, mention: string, known?: string): string {
    const iri = isIri(name);
    const id = known ?? this.#ids.get(name) ?? this.#free(iri ? lastPart(name) : name);
    if (!this.#ids.has(name)) this.#ids.set(name, id);
    if (!this.#records.has(id)) {
      const same = iri ? { sameAs: [pageIri(name)] } : {};
      this.#records.set(id, {
        id,
        type,
        name: mention.replace(/\s+/gu, ' ').trim() || id,
        aliases: [],
        ...same,
      });
    }
    return id;
  }

  list(): Entity[] {
    return [...this.#records.values()];
  }

  #free(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#records.has(id); n++) id = `${wanted}-${n}`;
    return id;
  }
}

function pageIri(iri: string): string {
  const item = WIKIDATA.exec(iri)?.[1];
  return item === undefined ? iri : `https://www.wikidata.org/wiki/${item}`;
}

function lastPart(iri: string): string {
  const part = /[^/#?:]+(?=[/#?]*$)/.exec(iri)?.[0] ?? iri;
  try {
    return decodeURIComponent(part).trim() || iri;
  } catch {
    return part;
  }
}
