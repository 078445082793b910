import type {
  AttributeDefinition,
  LabelDefinition,
  RelationDefinition,
} from '../../corpus/configuration.ts';
import type { Entity } from '../../corpus/registry.ts';
import { isRecord } from '../../tags/read.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadText, Tagset } from '../format.ts';
import { isTruthChoice } from './config.ts';

type Raw = Readonly<Record<string, unknown>>;

const types = { numeric: 'number', flag: 'boolean', string: 'string' } as const;

/** What the configurations for TextAE say of labels, relations, attributes and entities. */
export class Configurations {
  readonly #labels = new Map<string, LabelDefinition>();
  readonly #relations = new Map<string, RelationDefinition>();
  readonly #attributes = new Map<string, AttributeDefinition>();
  readonly #entityNames = new Map<string, string>();
  readonly #names: Labels;
  readonly #relationNames: Labels;

  /**
   * @param names makes labels of what the files call them
   * @param relationNames the same for relations
   */
  constructor(names: Labels, relationNames: Labels) {
    this.#names = names;
    this.#relationNames = relationNames;
  }

  /** Whether a JSON object is a configuration. */
  static is(raw: Raw): boolean {
    return ['entity types', 'relation types', 'attribute types'].some((key) => key in raw);
  }

  /** Takes up a configuration. Gives the predicates whose values are the words for true and false. */
  add(raw: unknown): ReadonlySet<string> {
    const truths = new Set<string>();
    if (!isRecord(raw)) return truths;
    for (const { id, label, color } of records(raw['entity types'])) {
      // A pattern such as `https://example.org/*` colours labels and is none.
      if (typeof id !== 'string' || id.trim() === '' || id.includes('*')) continue;
      const name = this.#names.named(id.trim());
      const colour = colourOf(color);
      const title = titleOf(label);
      if (this.#labels.has(name)) continue;
      this.#labels.set(name, { name, ...(title && { title }), ...(colour && { colour }) });
    }
    for (const { id, label } of records(raw['relation types'])) {
      if (typeof id !== 'string' || id.trim() === '' || id.includes('*')) continue;
      const name = this.#relationNames.named(id.trim());
      const title = titleOf(label);
      if (!this.#relations.has(name)) this.#relations.set(name, { name, ...(title && { title }) });
    }
    for (const type of records(raw['attribute types'])) this.#addAttribute(type, truths);
    return truths;
  }

  #addAttribute({ pred: name, 'value type': kind, values }: Raw, truths: Set<string>): void {
    if (typeof name !== 'string') return;
    if (kind !== 'selection') {
      const type = Object.entries(types).find(([key]) => key === kind)?.[1];
      if (type && !this.#attributes.has(name)) this.#attributes.set(name, { name, type });
      return;
    }
    const items = records(values);
    const ids = items.map(({ id }) => id).filter((id) => typeof id === 'string');
    if (isTruthChoice(ids)) truths.add(name);
    if (name === '_entity') {
      for (const { id, label } of items) {
        if (typeof id === 'string' && titleOf(label)) this.#entityNames.set(id, String(label));
      }
    }
    if (this.#attributes.has(name) || ids.length === 0) return;
    const choice = { name, type: 'choice', values: ids } as const;
    this.#attributes.set(name, truths.has(name) ? { name, type: 'boolean' } : choice);
  }

  /** The labels and relations; a label has the attributes that its tags have. */
  tagset(texts: readonly ReadText[]): Tagset {
    const used = new Map<string, Set<string>>();
    for (const { label, attributes = {} } of texts.flatMap(({ tags }) => tags)) {
      const names = used.get(label) ?? new Set();
      used.set(label, names);
      for (const name of Object.keys(attributes)) names.add(name);
    }
    const attributesOf = (name: string) =>
      [...(used.get(name) ?? [])].flatMap((attribute) => this.#attributes.get(attribute) ?? []);
    const labels = new Map(this.#labels);
    for (const renamed of this.#names.list()) {
      if (!labels.has(renamed.name)) labels.set(renamed.name, renamed);
    }
    for (const name of used.keys()) {
      const attributes = attributesOf(name);
      if (attributes.length > 0)
        labels.set(name, { ...(labels.get(name) ?? { name }), attributes });
    }
    const relations = new Map(this.#relations);
    for (const renamed of this.#relationNames.list()) {
      if (!relations.has(renamed.name)) relations.set(renamed.name, renamed);
    }
    return { labels: [...labels.values()], relations: [...relations.values()] };
  }

  /** Records for the entities that tags link to and that the files name. */
  entities(texts: readonly ReadText[]): Entity[] {
    const records = new Map<string, Entity>();
    for (const { entity: id, label: type } of texts.flatMap(({ tags }) => tags)) {
      const name = id === undefined ? undefined : this.#entityNames.get(id);
      if (id === undefined || name === undefined || records.has(id)) continue;
      records.set(id, { id, type, name, aliases: [] });
    }
    return [...records.values()];
  }
}

function records(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function titleOf(label: unknown): string | undefined {
  return typeof label === 'string' && label.trim() !== '' ? label : undefined;
}

/** A colour as `#rrggbb`; undefined where it is written otherwise. */
function colourOf(color: unknown): string | undefined {
  if (typeof color !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color;
  return /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[^#]/g, '$&$&') : undefined;
}
