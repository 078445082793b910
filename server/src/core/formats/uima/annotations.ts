import type { AttributeValue } from '../../tags/model.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadRelation, ReadTag, ReadText } from '../format.ts';
import type { LinkedEntities } from '../linked.ts';
import type { Feature } from '../losses.ts';
import type { Cas, Structure } from './cas.ts';
import { categoryOf, holdsStructures, isArray } from './features.ts';
import {
  DOCUMENT_KEY,
  type OwnTag,
  ownDocument,
  ownRelation,
  ownTag,
  RELATION_KEY,
  TAG_KEY,
} from './own.ts';
import { type Kept, type Place, paired, placeOf } from './pairing.ts';
import { bookkeeping, ends, FIELD, NAMED_ENTITY, ofFreeText, shortName } from './types.ts';

/** What a CAS is read with. */
export interface Circumstances {
  readonly labels: Labels;
  readonly relationLabels: Labels;
  readonly entities: LinkedEntities;
  readonly report: (message: string) => void;
  readonly lose: (what: Feature, count?: number) => void;
}

/** The tags, relations and document of a CAS. */
export function readCas(
  cas: Cas,
  circumstances: Circumstances,
): Pick<ReadText, 'tags' | 'relations' | 'document'> {
  return new Reader(cas, circumstances).read();
}

const STRING_ARRAY = 'uima.cas.StringArray';

class Reader {
  readonly #cas: Cas;
  readonly #with: Circumstances;
  readonly #tags: ReadTag[] = [];
  readonly #relations: ReadRelation[] = [];
  readonly #taken = new Set<string>();
  /** What each annotation's tag is called. */
  readonly #refs = new Map<number, string>();
  /** Structures that are neither lost nor still to be looked at. */
  readonly #done = new Set<number>();
  readonly #document = { labels: [] as string[], attributes: new Map<string, AttributeValue>() };

  constructor(cas: Cas, circumstances: Circumstances) {
    this.#cas = cas;
    this.#with = circumstances;
  }

  read(): Pick<ReadText, 'tags' | 'relations' | 'document'> {
    const all = [...this.#cas.structures.values()];
    const plain = all.filter(({ type }) => bookkeeping.some((known) => this.#cas.isA(type, known)));
    for (const { id } of plain) this.#done.add(id);
    const kept = this.#readFields(all.filter(({ type }) => type === FIELD));
    const left = all.filter(({ id }) => !this.#done.has(id) && this.#isMember(id));
    const related = left.filter((structure) => this.#endsOf(structure) !== null);
    const between = new Set(related);
    const spans = left.filter((structure) => structure.span && !between.has(structure));
    const known = paired(spans, kept);
    for (const structure of spans) this.#readTag(structure, known.get(structure)?.own);
    const found = new Set(known.values());
    this.#with.lose('other', kept.filter((one) => !found.has(one)).length);
    for (const structure of related) this.#readRelation(structure);
    for (const structure of spans) this.#readReferences(structure);
    this.#with.lose('other', all.filter(({ id }) => !this.#done.has(id)).length);
    const { labels, attributes } = this.#document;
    return {
      tags: this.#tags,
      relations: this.#relations,
      document: { labels, attributes: Object.fromEntries(attributes) },
    };
  }

  #isMember(id: number): boolean {
    return this.#cas.members?.has(id) ?? true;
  }

  /** Reads what is said of the text, and rejected tags; gives back what belongs to annotations. */
  #readFields(fields: readonly Structure[]): Kept[] {
    const kept: Kept[] = [];
    for (const { id, span, values } of fields) {
      const [key, value] = [values.get('key'), values.get('value')];
      if (!span || typeof key !== 'string' || typeof value !== 'string') continue;
      const own = key === TAG_KEY ? ownTag(value) : null;
      const relation = key === RELATION_KEY ? ownRelation(value) : null;
      const document = key === DOCUMENT_KEY ? ownDocument(value) : null;
      if (own?.parts.status === 'rejected') {
        const { entity } = own.parts;
        if (entity !== undefined) this.#entityOf(own.identifier ?? entity, own.label, span, entity);
        this.#addTag(own.id, own.label, span, own.parts);
      } else if (own) kept.push({ own, place: placeOf(span) });
      else if (relation) this.#relations.push(relation);
      else if (document) {
        this.#document.labels.push(...document.labels);
        for (const [name, said] of Object.entries(document.attributes)) {
          this.#document.attributes.set(name, said);
        }
      } else if (key !== '' && !this.#document.attributes.has(key)) {
        this.#document.attributes.set(key, value);
      } else continue;
      this.#done.add(id);
    }
    return kept;
  }

  #readTag(structure: Structure, own: OwnTag | undefined): void {
    const { id, type, span, values } = structure;
    if (!span) return;
    this.#done.add(id);
    const rest = new Map(values);
    const feature = ofFreeText.has(type) ? undefined : categoryOf(values, type === NAMED_ENTITY);
    const category = feature === undefined ? shortName(type) : String(values.get(feature));
    const label = this.#with.labels.named(category.trim());
    const attributes = new Map(Object.entries(own?.parts.attributes ?? {}));
    if (feature !== undefined) rest.delete(feature);
    if (feature !== undefined && type !== NAMED_ENTITY) attributes.set('layer', shortName(type));
    const identifier = values.get('identifier');
    let entity: string | undefined;
    if (typeof identifier === 'string' && identifier !== '') {
      rest.delete('identifier');
      const known = own?.identifier === identifier ? own.parts.entity : undefined;
      entity = this.#entityOf(identifier, label, span, known);
    }
    for (const [name, list] of this.#listsOf(structure)) rest.set(name, list);
    for (const [name, value] of rest) {
      if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
        this.#with.lose('attributes');
      } else attributes.set(name, value);
    }
    const said = { ...own?.parts, entity, attributes: Object.fromEntries(attributes) };
    this.#refs.set(id, this.#addTag(own?.id ?? String(id), label, span, said));
  }

  /** An annotation's lists of texts, each as one text. */
  #listsOf({ references }: Structure): [name: string, list: string][] {
    return [...references].flatMap(([name, id]): [string, string][] => {
      const { type, elements = [] } = this.#cas.structures.get(id) ?? {};
      if (type !== STRING_ARRAY) return [];
      const texts = elements.filter((item) => typeof item === 'string');
      return texts.length > 0 ? [[name, texts.join('; ')]] : [];
    });
  }

  #entityOf(identifier: string, type: string, span: Place, known: string | undefined): string {
    const mention = this.#cas.text.slice(span.begin, span.end);
    return this.#with.entities.named(identifier, type, mention, known);
  }

  /** Adds a tag under a name that no other has. */
  #addTag(
    wanted: string,
    label: string,
    { begin, end }: Place,
    { entity, attributes = {}, fragments, ...parts }: OwnTag['parts'],
  ): string {
    let ref = wanted;
    for (let n = 2; this.#taken.has(ref); n++) ref = `${wanted}-${n}`;
    this.#taken.add(ref);
    const whole = fragments?.[0][0] === begin && fragments.at(-1)?.[1] === end;
    if (fragments && !whole) this.#with.lose('fragments');
    this.#tags.push({
      ref,
      label,
      start: begin,
      end,
      ...parts,
      ...(whole && { fragments }),
      ...(entity !== undefined && { entity }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    });
    return ref;
  }

  /** The structures that a relation leads from and to, or null where it is no relation. */
  #endsOf({ references }: Structure): readonly [from: number, to: number] | null {
    for (const [from, to] of ends) {
      const [start, goal] = [references.get(from), references.get(to)];
      if (start !== undefined && goal !== undefined) return [start, goal];
    }
    const [start, goal, ...more] = references.values();
    if (goal === undefined || more.length > 0) return null;
    const both = [start, goal].every((id) => this.#cas.structures.get(id)?.span);
    return both ? [start, goal] : null;
  }

  #readRelation(structure: Structure): void {
    this.#done.add(structure.id);
    const [from, to] = (this.#endsOf(structure) ?? []).map((id) => this.#refs.get(id));
    if (from === undefined || to === undefined) {
      this.#with.lose('relations');
      return;
    }
    const feature = categoryOf(structure.values);
    this.#with.lose('attributes', structure.values.size - (feature === undefined ? 0 : 1));
    const name = feature === undefined ? shortName(structure.type) : structure.values.get(feature);
    this.#relate(String(name), from, to);
  }

  #relate(name: string, from: string, to: string): void {
    this.#relations.push({ label: this.#with.relationLabels.named(name.trim()), from, to });
  }

  /** Makes relations of an annotation's references: to a tag, to a list of tags, or to links with a role each. */
  #readReferences(structure: Structure): void {
    const from = this.#refs.get(structure.id);
    if (from === undefined) return;
    for (const [name, id] of structure.references) {
      const target = this.#cas.structures.get(id);
      if (target && isArray(target)) this.#done.add(id);
      if (target?.type === STRING_ARRAY) continue;
      if (target && isArray(target) && !holdsStructures(target)) {
        this.#with.lose('attributes');
        continue;
      }
      for (const item of target && isArray(target) ? (target.elements ?? []) : [id]) {
        const one = typeof item === 'number' ? this.#cas.structures.get(item) : undefined;
        const [goal, role] = this.#goalOf(one);
        if (goal === undefined) this.#with.lose('other');
        else this.#relate(role ?? name, from, goal);
      }
    }
  }

  /** The tag that a reference leads to, straight or by a link, and the role that the link gives it. */
  #goalOf(structure: Structure | undefined): [goal?: string, role?: string] {
    if (!structure) return [];
    const straight = this.#refs.get(structure.id);
    if (straight !== undefined) return [straight];
    if (structure.span || structure.references.size !== 1) return [];
    const [id] = structure.references.values();
    const goal = this.#refs.get(id);
    if (goal === undefined) return [];
    this.#done.add(structure.id);
    const role = structure.values.get('role');
    this.#with.lose('attributes', structure.values.size - (role === undefined ? 0 : 1));
    return [goal, typeof role === 'string' && role.trim() !== '' ? role : undefined];
  }
}
