import type { CorpusConfiguration } from '../corpus/configuration.ts';
import { labelsOf, lineage } from '../corpus/labels.ts';
import type { EntityMention, NameIndex } from '../corpus/names.ts';
import type { Registry } from '../corpus/registry.ts';
import type { Language } from '../languages/language.ts';
import { nameKey } from '../recognise/entities/forms.ts';
import type { EntityType } from '../recognise/mentions.ts';
import { firstIndex } from '../search.ts';
import { overlaps, type Span } from '../span.ts';
import type { PlacedTag } from '../tags/model.ts';

/** The text that is tagged, and what it is read under. */
export interface Tagged {
  readonly configuration: CorpusConfiguration;
  readonly registry: Registry;
  readonly language: Language;
  readonly names: NameIndex;
  readonly tags: readonly PlacedTag[];
  slice(start: number, end: number): string;
}

/** What a tag says of its words: what they name. */
interface Said {
  readonly type: EntityType;
  readonly entity: string | null;
  /** `tagged PER by ann`. */
  readonly why: string;
}

/** Units that no name is longer than: a longer tag is about a clause. */
const longest = 200;

/**
 * The recogniser of confirmed tags. A tag counts where it lies as it was put,
 * nobody has to judge it, and its label, or the record it is linked to, is a
 * person, an organisation, a place or another name. Of tags that overlap the
 * one that begins first counts, and of those the longest.
 */
export class ConfirmedNames {
  readonly #text: Tagged;
  /** In text order; none overlaps another. */
  readonly #names: (Span & Said)[] = [];
  /** By the key of the words; null where tags of the same words disagree. */
  readonly #taught = new Map<string, Said | null>();

  /** @param text its tags sorted by start and end */
  constructor(text: Tagged) {
    this.#text = text;
    const typeOf = typesOf(text);
    for (const { tag, start, end, status } of text.tags) {
      const { status: review = 'accepted', label, entity = null, by } = tag;
      if (review !== 'accepted' || (status !== 'exact' && status !== 'moved')) continue;
      if (tag.fragments || start === end || end - start > longest) continue;
      const type = typeOf(label, entity);
      if (type === undefined) continue;
      const said: Said = { type, entity, why: `tagged ${label}${by ? ` by ${by}` : ''}` };
      this.#add({ start, end, ...said });
      this.#teach(nameKey(tag.quote, text.language), said);
    }
  }

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  #add(name: Span & Said): void {
    const last = this.#names.at(-1);
    if (last?.start === name.start) this.#names.pop();
    else if (last && last.end > name.start) return;
    this.#names.push(name);
  }

  #teach(key: string, said: Said): void {
    const known = this.#taught.get(key);
    if (known === undefined) this.#taught.set(key, said);
    else if (known?.type !== said.type || known.entity !== said.entity) this.#taught.set(key, null);
  }

  /**
   * What was recognised in a stretch with what the tags say of it: their own
   * words instead of what overlaps them, and the same names where nobody tagged
   * them, unless the registry knows them.
   * @param recognised the mentions that touch the stretch, in text order
   */
  *over(recognised: Iterable<EntityMention>, within: Span): Generator<EntityMention> {
    let next = this.#firstBehind(within.start);
    let own: EntityMention | undefined;
    for (const mention of recognised) {
      while (this.#names[next]?.end <= mention.start) {
        yield* this.#mention(this.#names[next++], own, within);
        own = undefined;
      }
      const name = this.#names[next];
      if (!name || !overlaps(name, mention)) {
        const before = this.#names[next - 1];
        if (!before || !overlaps(before, mention)) yield this.#asTaught(mention);
      } else if (name.start === mention.start && name.end === mention.end) own = mention;
    }
    for (; this.#names[next]?.start < within.end; own = undefined) {
      yield* this.#mention(this.#names[next++], own, within);
    }
  }

  /** Index of the first name that ends behind an offset. */
  #firstBehind(offset: number): number {
    return firstIndex(this.#names.length, (i) => this.#names[i].end > offset);
  }

  /** A tag's words as a mention; `own` is what was recognised in just these. */
  *#mention(
    name: Span & Said,
    own: EntityMention | undefined,
    within: Span,
  ): Generator<EntityMention> {
    if (!overlaps(name, within)) return;
    const { start, end } = name;
    yield asSaid(own ?? this.#unrecognised({ start, end }), name);
  }

  #unrecognised({ start, end }: Span): Omit<EntityMention, 'type' | 'source' | 'why'> {
    const key = nameKey(this.#text.slice(start, end), this.#text.language);
    const known = this.#text.names.name(key);
    const first = known && known.first.start !== start ? known.first : undefined;
    const definition = first ? { start: first.start, end: first.end } : null;
    return { start, end, entity: known?.entity ?? null, definition, key };
  }

  #asTaught(mention: EntityMention): EntityMention {
    if (mention.source === 'registry') return mention;
    const { start, end, key } = mention;
    const words = () => nameKey(this.#text.slice(start, end), this.#text.language);
    const said = this.#taught.get(key) ?? this.#taught.get(words());
    return said ? asSaid(mention, { ...said, why: `${said.why} elsewhere in this text` }) : mention;
  }
}

/** The entity type that a label is a kind of, or else the one of the record. */
function typesOf({ configuration, registry }: Tagged) {
  const labels = labelsOf(configuration);
  const known = new Map<string, EntityType | undefined>();
  const typeOfLabel = (label: string) => {
    if (!known.has(label)) known.set(label, lineage(label, labels).find(isEntityType));
    return known.get(label);
  };
  return (label: string, entity: string | null): EntityType | undefined => {
    const record = entity === null ? undefined : registry.entities.get(entity);
    return typeOfLabel(label) ?? (record && typeOfLabel(record.type));
  };
}

function isEntityType(name: string): name is EntityType {
  return name === 'PER' || name === 'ORG' || name === 'LOC' || name === 'MISC';
}

/** A mention as a tag has it; where the tag is not linked, what is known of the words' entity stays. */
function asSaid(
  mention: Omit<EntityMention, 'type' | 'source' | 'why'>,
  { type, entity, why }: Said,
): EntityMention {
  if (entity === null) return { ...mention, type, source: 'tag', why };
  const { entities: _, ...rest } = mention;
  return { ...rest, type, entity, source: 'tag', why };
}
