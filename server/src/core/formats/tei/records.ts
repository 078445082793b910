import type { Entity } from '../../corpus/registry.ts';
import { descendants, elementsIn, idOf, nameOf, pointers, XmlElement } from './parse.ts';
import { wordsOf } from './words.ts';

/** Elements that are a record of an entity, with the type of it. */
const types: Readonly<Record<string, string>> = { person: 'PER', place: 'LOC', org: 'ORG' };
const names = /^(persName|placeName|geogName|orgName|name)$/;

/** The registry's records that the files of one import make. */
export class Records {
  readonly #records = new Map<string, Entity>();
  readonly #byUrl = new Map<string, string>();

  /**
   * Takes the records of a file.
   * @param own whether this program wrote it
   * @returns the id of each record in the registry by its id in the file: ids are the file's own,
   * so that another file may call somebody else so
   */
  addFile(root: XmlElement, own: boolean): Map<string, string> {
    const ids = new Map<string, string>();
    for (const element of descendants(root)) {
      const name = nameOf(element);
      const id = idOf(element);
      const type = Object.hasOwn(types, name) ? types[name] : itemType(element);
      if (id === undefined || type === null || ids.has(id)) continue;
      const wanted = (own ? element.attributes.n : undefined) ?? id;
      ids.set(id, this.#add(recordOf(element, wanted, type)));
    }
    return ids;
  }

  /** The entity that a mention points to beyond its file; where it has no record, the mention makes one. */
  pointed(pointer: string, type: string, text: string): string {
    const known = this.#byUrl.get(pointer);
    if (known !== undefined) return known;
    const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(pointer);
    const tail = pointer.split(/[/#]/).filter(Boolean).at(-1) ?? pointer;
    if (!isUrl) return this.named(pointer.includes('#') ? tail : pointer, type, text);
    return this.#add({ id: tail, type, name: nameIn(text, tail), aliases: [], sameAs: [pointer] });
  }

  /** The entity of this id; where it has no record, the mention makes one. */
  named(id: string, type: string, text: string): string {
    if (this.#records.has(id)) return id;
    return this.#add({ id, type, name: nameIn(text, id), aliases: [] });
  }

  list(): Entity[] {
    return [...this.#records.values()];
  }

  /** Adds a record under its id, or under the first free one of `p1-2`, `p1-3` … where another entity has it. */
  #add(record: Entity): string {
    for (let n = 1; ; n++) {
      const id = n === 1 ? record.id : `${record.id}-${n}`;
      const added = { ...record, id };
      const other = this.#records.get(id);
      if (other && JSON.stringify(other) !== JSON.stringify(added)) continue;
      this.#records.set(id, added);
      for (const url of added.sameAs ?? []) {
        if (!this.#byUrl.has(url)) this.#byUrl.set(url, id);
      }
      return id;
    }
  }
}

function nameIn(text: string, id: string): string {
  return text.replace(/\s+/g, ' ').trim() || id;
}

/** The type of an item of a list of entities; null where an element is no such item. */
function itemType(element: XmlElement): string | null {
  const { parent } = element;
  if (nameOf(element) !== 'item' || !(parent instanceof XmlElement)) return null;
  if (parent.attributes.type !== 'entities') return null;
  const first = elementsIn(element).find((child) => nameOf(child) === 'name');
  return first?.attributes.type ?? 'MISC';
}

function recordOf(element: XmlElement, id: string, type: string): Entity {
  const children = elementsIn(element);
  const called = children.filter((child) => names.test(nameOf(child))).map(wordsOf);
  const [name = id, ...aliases] = [...new Set(called.filter((words) => words !== ''))];
  const urls = [
    ...children.filter((child) => nameOf(child) === 'idno').map(wordsOf),
    ...pointers(element.attributes.sameAs),
    ...pointers(element.attributes.ref),
  ].filter((text) => /^https?:\/\//.test(text));
  const note = children.find((child) => /^(note|desc)$/.test(nameOf(child)));
  const description = note ? wordsOf(note) : '';
  return {
    id,
    type,
    name,
    aliases,
    ...(description !== '' && { description }),
    ...(urls.length > 0 && { sameAs: [...new Set(urls)] }),
  };
}
