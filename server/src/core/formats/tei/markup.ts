import type { AttributeValue, Tag } from '../../tags/model.ts';
import type { CorpusFacts, TaggedText } from '../format.ts';
import type { Feature } from '../losses.ts';
import { elementFor } from './elements.ts';
import { recordIds } from './entities.ts';
import { featureStructure, isFeatureName } from './features.ts';
import { type Attributes, allowed, endTag, startTag, textElement } from './xml.ts';

type Lose = (what: Feature, count?: number) => void;

/** The ids of a text's parts and what stands beside the text, gathered tag by tag. */
export class Markup {
  /** Names of the annotators by their `xml:id`. */
  readonly people = new Map<string, string>();
  readonly features: string[] = [];
  readonly notes: string[] = [];
  /** The `xml:id` of each entity with a record. */
  readonly records: ReadonlyMap<string, string>;
  readonly #ids = new Map<string, string>();
  readonly #peopleIds = new Map<string, string>();
  readonly #attributes = new Map<Tag, Attributes>();

  /** @param apart the tags that are no elements of the text */
  constructor(
    { sidecar }: TaggedText,
    { entities }: CorpusFacts,
    apart: ReadonlySet<Tag>,
    lose: Lose,
  ) {
    const { tags, document } = sidecar;
    this.records = recordIds(
      tags.flatMap(({ entity }) => entity ?? []),
      entities,
    );
    for (const tag of tags) this.#idOf(tag);
    for (const tag of tags) this.#add(tag, apart.has(tag), lose);
    const said = this.#usable(document.attributes, () => lose('document'));
    if (said.length > 0) this.features.push(featureStructure('document', 'document', said));
  }

  /** The pointer to a tag. */
  pointer(id: string): string {
    return `#${this.#ids.get(id)}`;
  }

  /** Start and end tag of a tag in the text. */
  inline(tag: Tag): readonly [start: string, end: string] {
    const { name, type } = elementFor(this.#label(tag), tag.entity !== undefined);
    const attributes = { 'xml:id': this.#ids.get(tag.id), type, ...this.#attributes.get(tag) };
    return [startTag(name, attributes), endTag(name)];
  }

  /** The attributes of a tag that stands apart. */
  apart(tag: Tag): Attributes {
    const attributes = this.#attributes.get(tag);
    return { 'xml:id': this.#ids.get(tag.id), type: this.#label(tag), ...attributes };
  }

  /** The label as XML can hold it. */
  #label(tag: Tag): string {
    return allowed(tag.label);
  }

  #add(tag: Tag, isApart: boolean, lose: Lose): void {
    if (this.#label(tag) !== tag.label) lose('title');
    const { pointer, key } = this.#entityOf(tag, lose);
    const pointers: string[] = [];
    const structure = (type: string, features: [string, AttributeValue][]) => {
      if (features.length === 0) return;
      const id = `fs.${this.features.length + 1}`;
      this.features.push(featureStructure(id, type, features));
      pointers.push(`#${id}`);
    };
    structure(
      'attributes',
      this.#usable(tag.attributes ?? {}, () => lose('attributes')),
    );
    const facts = { status: tag.status, at: tag.at, entity: isApart ? key : undefined };
    structure(
      'annotation',
      Object.entries(facts).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    this.#attributes.set(tag, {
      // A span has no “ref”; what corresponds to it is the same entity.
      ...(isApart ? { corresp: pointer } : { ref: pointer, key }),
      resp: tag.by === undefined ? undefined : `#${this.#personOf(tag.by)}`,
      ana: pointers.length === 0 ? undefined : pointers.join(' '),
    });
    if (tag.note !== undefined) {
      this.notes.push(textElement('note', { target: this.pointer(tag.id) }, tag.note));
    }
  }

  /** The pointer to an entity's record or, where there is none, the entity's id. */
  #entityOf({ entity }: Tag, lose: Lose): { readonly pointer?: string; readonly key?: string } {
    if (entity === undefined) return {};
    const record = this.records.get(entity);
    if (record !== undefined) return { pointer: `#${record}` };
    if (allowed(entity) === entity) return { key: entity };
    lose('entity');
    return {};
  }

  #usable(
    attributes: Readonly<Record<string, AttributeValue>>,
    lose: () => void,
  ): [string, AttributeValue][] {
    return Object.entries(attributes).filter(([name]) => {
      const usable = isFeatureName(name);
      if (!usable) lose();
      return usable;
    });
  }

  #idOf({ id }: Tag): void {
    const own = /^[A-Za-z0-9_-]+$/.test(id) ? `t.${id}` : `t.${this.#ids.size + 1}.x`;
    this.#ids.set(id, own);
  }

  #personOf(name: string): string {
    const id = this.#peopleIds.get(name) ?? `resp.${this.people.size + 1}`;
    this.#peopleIds.set(name, id);
    this.people.set(id, name);
    return id;
  }
}
