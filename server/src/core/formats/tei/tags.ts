import type { AttributeValue, Tag } from '../../tags/model.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadTag } from '../format.ts';
import type { Feature } from '../losses.ts';
import { labelOf } from './elements.ts';
import { descendants, idOf, nameOf, pointers, type XmlElement } from './parse.ts';
import { featuresOf } from './readFeatures.ts';
import type { Place, TextWithPlaces } from './text.ts';
import { wordsOf } from './words.ts';
import { collapsed } from './xml.ts';

type Piece = readonly [start: number, end: number];

/** A tag whose note may still come. */
type Draft = { -readonly [K in keyof ReadTag]: ReadTag[K] };

/** What tags are read with. */
export interface Circumstances {
  readonly root: XmlElement;
  readonly within: TextWithPlaces;
  /** Whether this program wrote the file. */
  readonly own: boolean;
  readonly labels: Labels;
  /** The entity that a pointer leads to. */
  readonly entityOf: (pointer: string, label: string, text: string) => string;
  /** The entity that a key names. */
  readonly keyOf: (key: string, label: string, text: string) => string;
  readonly lose: (what: Feature, count: number) => void;
}

/** What is said of a tag by its attributes and what they point to. */
interface Said {
  readonly attributes: Map<string, AttributeValue>;
  readonly parts: { -readonly [K in 'entity' | 'by' | 'at' | 'status' | 'note']?: Tag[K] };
}

/** Attributes that are no attributes of a tag. */
const structural = new Set([
  ...['xml:id', 'id', 'xml:space', 'ref', 'key', 'resp', 'ana', 'next', 'prev', 'TEIform'],
  ...['from', 'to', 'target', 'join'],
]);

/** The tags of a document: elements in its text, spans apart from it. */
export class Tags {
  readonly tags: ReadTag[] = [];
  /** The `ref` of each tag by the id of its element. */
  readonly refs = new Map<string, string>();
  readonly #here: Circumstances;
  readonly #elements = new Map<string, XmlElement>();
  readonly #byRef = new Map<string, Draft>();

  constructor(circumstances: Circumstances) {
    this.#here = circumstances;
    for (const element of descendants(circumstances.root)) {
      const id = idOf(element);
      if (id !== undefined && !this.#elements.has(id)) this.#elements.set(id, element);
    }
    this.#addElements();
    this.#addSpans();
  }

  /** Gives a note to the tag of the element with this id; false where there is none, or it has one. */
  addNote(id: string, note: string): boolean {
    const tag = this.#byRef.get(this.refs.get(id) ?? '');
    if (tag === undefined || tag.note !== undefined) return false;
    tag.note = note;
    return true;
  }

  /** Elements in the text; those that point to a next one are pieces of one tag. */
  #addElements(): void {
    const { tags } = this.#here.within;
    const byId = new Map<string, Place>();
    for (const place of tags) {
      const id = idOf(place.element);
      if (id !== undefined && !byId.has(id)) byId.set(id, place);
    }
    const next = new Map<Place, Place>();
    for (const place of tags) {
      const [after] = pointers(place.element.attributes.next);
      const [before] = pointers(place.element.attributes.prev);
      const [behind, ahead] = [byId.get(after ?? ''), byId.get(before ?? '')];
      if (behind && behind !== place) next.set(place, behind);
      if (ahead && ahead !== place && !next.has(ahead)) next.set(ahead, place);
    }
    const done = new Set<Place>();
    const later = new Set(next.values());
    for (const first of [...tags.filter((place) => !later.has(place)), ...tags]) {
      const chain: Place[] = [];
      for (let at: Place | undefined = first; at && !done.has(at); at = next.get(at)) {
        chain.push(at);
        done.add(at);
      }
      if (chain.length === 0) continue;
      const { type, ana } = first.element.attributes;
      const label = labelOf(nameOf(first.element), type, ana, this.#here.own);
      if (label === null) continue;
      const used = [...(label.byType ? ['type'] : []), ...(chain.length > 1 ? ['part'] : [])];
      const pieces = chain.map(({ start, end }): Piece => [start, end]);
      const ids = chain.map(({ element }) => idOf(element));
      this.#add(first.element, label.label, pieces, used, ids);
    }
  }

  /** Spans that point into the text; one that another one points to is a piece of it. */
  #addSpans(): void {
    const spans = [...descendants(this.#here.root)].filter((element) => nameOf(element) === 'span');
    const pieces = new Set(spans.flatMap(({ attributes }) => pointers(attributes.target)));
    for (const span of spans) {
      const id = idOf(span);
      if (id !== undefined && pieces.has(id)) continue;
      const found = this.#piecesOf(span, new Set());
      if (found.length === 0) {
        this.#here.lose('other', 1);
        continue;
      }
      const words = wordsOf(span);
      const word = /^\S+$/.test(words) ? words : undefined;
      const { parent } = span;
      const around = parent && 'attributes' in parent ? (parent as XmlElement).attributes.type : '';
      const type = span.attributes.type;
      const tag = this.#add(span, (type ?? word ?? around) || 'SPAN', found, ['type'], [id]);
      if (words !== '' && (type !== undefined || word === undefined)) tag.note = words;
    }
  }

  #piecesOf(span: XmlElement, seen: Set<XmlElement>): Piece[] {
    if (seen.has(span)) return [];
    seen.add(span);
    const { from, to, target } = span.attributes;
    const { byId } = this.#here.within;
    if (from !== undefined) {
      const first = byId.get(pointers(from)[0] ?? '');
      const last = to === undefined ? first : byId.get(pointers(to)[0] ?? '');
      if (!first || !last) return [];
      // An anchor with white space behind it that is not in the text lies at two places.
      const start = first === last ? Math.min(first.start, last.end) : first.start;
      return [[start, Math.max(start, last.end)]];
    }
    return pointers(target).flatMap((pointer): Piece[] => {
      const place = byId.get(pointer);
      if (place) return [[Math.min(place.start, place.end), place.end]];
      const other = this.#elements.get(pointer);
      return other && nameOf(other) === 'span' ? this.#piecesOf(other, seen) : [];
    });
  }

  #add(
    element: XmlElement,
    name: string,
    pieces: readonly Piece[],
    used: readonly string[],
    ids: readonly (string | undefined)[],
  ): Draft {
    const { labels, own, within } = this.#here;
    const label = labels.named(collapsed(name) || 'MISC');
    const fragments = joined(pieces);
    const [start, end] = [fragments[0][0], fragments[fragments.length - 1][1]];
    const { attributes, parts } = this.#said(element, label, within.text.slice(start, end), used);
    const id = ids[0] === undefined || !own ? ids[0] : ids[0].replace(/^t\./, '');
    const ref = id === undefined || this.#byRef.has(id) ? `#${this.tags.length + 1}` : id;
    for (const other of ids) {
      if (other !== undefined && !this.refs.has(other)) this.refs.set(other, ref);
    }
    const tag: Draft = {
      ref,
      label,
      start,
      end,
      ...(fragments.length > 1 && {
        fragments: fragments.map(([a, b]): [number, number] => [a, b]),
      }),
      ...parts,
      ...(attributes.size > 0 && { attributes: Object.fromEntries(attributes) }),
    };
    this.tags.push(tag);
    this.#byRef.set(ref, tag);
    return tag;
  }

  #said(element: XmlElement, label: string, text: string, used: readonly string[]): Said {
    const said: Said = { attributes: new Map(), parts: {} };
    const { ref, key, corresp, resp, ana } = element.attributes;
    const { own, entityOf, keyOf, lose } = this.#here;
    const isSpan = nameOf(element) === 'span';
    const entities = (own && isSpan ? corresp : ref)?.split(/\s+/).filter(Boolean) ?? [];
    if (entities.length > 0) said.parts.entity = entityOf(entities[0], label, text);
    else if (key) said.parts.entity = keyOf(key, label, text);
    lose('entity', Math.max(0, entities.length + (key ? 1 : 0) - 1));
    if (resp !== undefined)
      said.parts.by = pointers(resp)
        .map((id) => this.#personOf(id))
        .join(', ');
    for (const [name, value] of Object.entries(element.attributes)) {
      if (structural.has(name) || used.includes(name) || name.startsWith('xmlns')) continue;
      if (own && isSpan && name === 'corresp') continue;
      said.attributes.set(name, value);
    }
    const analyses = pointers(ana).filter((id) => !this.#takeFeatures(id, said));
    // The first analysis of a segment without a type is its label.
    const isLabel = nameOf(element) === 'seg' && !used.includes('type');
    const others = isLabel ? analyses.slice(1) : analyses;
    if (others.length > 0) said.attributes.set('ana', others.join(' '));
    return said;
  }

  /** Takes what a feature structure says; false where the pointer leads to none. */
  #takeFeatures(id: string, { attributes, parts }: Said): boolean {
    const structure = this.#elements.get(id);
    if (!structure || nameOf(structure) !== 'fs') return false;
    const { values, lost } = featuresOf(structure);
    this.#here.lose('attributes', lost);
    const annotation = this.#here.own && structure.attributes.type === 'annotation';
    for (const [name, value] of values) {
      if (annotation && name === 'at' && typeof value === 'string') parts.at = value;
      else if (annotation && name === 'status' && (value === 'suggested' || value === 'rejected')) {
        parts.status = value;
      } else if (annotation && name === 'entity' && typeof value === 'string') {
        parts.entity = value;
      } else if (attributes.has(name)) this.#here.lose('attributes', 1);
      else attributes.set(name, value);
    }
    return true;
  }

  /** The name of who is responsible, or the pointer where nothing is known of them. */
  #personOf(id: string): string {
    const element = this.#elements.get(id);
    if (!element) return id;
    const name = [...descendants(element)].find((child) =>
      /^(name|persName|orgName)$/.test(nameOf(child)),
    );
    return wordsOf(name ?? element) || id;
  }
}

/** Pieces in the text's order; those that overlap are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && start < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}
