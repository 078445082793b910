import type {
  AttributeDefinition,
  LabelDefinition,
  RelationDefinition,
} from '../../corpus/configuration.ts';
import type { AttributeValue } from '../../tags/model.ts';
import type { ReadText, Tagset } from '../format.ts';
import { colourFrom } from './colours.ts';
import type { Sections, Term } from './configuration.ts';

/** A tagset while it is gathered: `undefined` ends may be any label. */
interface Draft {
  readonly titles: ReadonlyMap<string, string>;
  readonly entities: readonly string[];
  readonly events: readonly string[];
}

/** What several files say of one section, one after the other. */
export function sectionOf(all: readonly Sections[], name: string): Term[] {
  return all.flatMap((sections) => sections.get(name) ?? []);
}

/**
 * The tagset of configurations of brat: entities, then events, are labels,
 * relations and the roles of events relations. Of what one name has twice, the
 * first counts, and the labels that a relation may lead between come together.
 * @param visual the sections of `visual.conf`
 * @param keys the keys of `kb_shortcuts.conf` by their labels
 * @param texts whose attributes say what type of values an attribute without a list of these has
 */
export function readTagset(
  annotation: readonly Sections[],
  visual: readonly Sections[],
  keys: ReadonlyMap<string, string>,
  texts: readonly ReadText[],
): Tagset {
  const drawn = new Map(sectionOf(visual, 'drawing').map((term) => [term.names[0], term]));
  const entities = sectionOf(annotation, 'entities');
  const events = sectionOf(annotation, 'events');
  const draft: Draft = {
    titles: titlesOf(visual),
    entities: entities.map(({ names }) => names[0]),
    events: events.map(({ names }) => names[0]),
  };
  const attributes = attributesOf(sectionOf(annotation, 'attributes'), draft, valuesUsed(texts));
  const labels = new Map<string, LabelDefinition>();
  for (const { names, parent } of [...entities, ...events]) {
    const [name] = names;
    if (labels.has(name) || /^[<[]|\p{Cc}/u.test(name)) continue;
    const title = draft.titles.get(name);
    const [background] = drawn.get(name)?.args.find(({ key }) => key === 'bgColor')?.values ?? [];
    const colour = background === undefined ? undefined : colourFrom(background);
    const key = keys.get(name);
    const taken = attributes.get(name);
    labels.set(name, {
      name,
      ...(title !== undefined && { title }),
      ...(colour !== undefined && { colour }),
      ...(key !== undefined && { key }),
      ...(parent !== undefined && labels.has(parent) && { parent }),
      ...(taken && { attributes: [...taken.values()] }),
    });
  }
  return { labels: [...labels.values()], relations: relationsOf(annotation, draft) };
}

/** The preferred full form of each name. */
function titlesOf(visual: readonly Sections[]): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { names } of sectionOf(visual, 'labels')) {
    const [name, title] = names;
    if (title !== undefined && title !== name && !titles.has(name)) titles.set(name, title);
  }
  return titles;
}

/** The labels that a list of types stands for; undefined where any will do. */
function labelsIn(types: readonly string[], { entities, events }: Draft): string[] | undefined {
  if (types.includes('<ANY>')) return undefined;
  const known = new Set([...entities, ...events]);
  return types.flatMap((type) => {
    if (type === '<ENTITY>') return entities;
    if (type === '<EVENT>') return events;
    return known.has(type) ? [type] : [];
  });
}

/** The attributes of each label, by name. */
function attributesOf(
  terms: readonly Term[],
  draft: Draft,
  used: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Map<string, AttributeDefinition>> {
  const attributes = new Map<string, Map<string, AttributeDefinition>>();
  for (const { names, args } of terms) {
    const [name] = names;
    const values = args.flatMap((arg) => (arg.key === 'Value' ? arg.values : []));
    const types = args.flatMap(({ key, values: list }) => (/^Arg/.test(key) ? list : []));
    const all = [...draft.entities, ...draft.events];
    for (const label of new Set(labelsIn(types, draft) ?? all)) {
      const ofLabel = attributes.get(label) ?? new Map<string, AttributeDefinition>();
      attributes.set(label, ofLabel);
      if (!ofLabel.has(name)) ofLabel.set(name, definitionOf(name, values, used.get(name)));
    }
  }
  return attributes;
}

function definitionOf(
  name: string,
  values: readonly string[],
  used: ReadonlySet<string> = new Set(),
): AttributeDefinition {
  if (values.length > 0) return { name, type: 'choice', values: [...new Set(values)] };
  if (used.has('string') || used.size > 1) return { name, type: 'string' };
  return { name, type: used.has('number') ? 'number' : 'boolean' };
}

/** The types of the values that attributes have in the texts, by their names. */
function valuesUsed(texts: readonly ReadText[]): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  const add = (name: string, value: AttributeValue) => {
    const types = used.get(name) ?? new Set();
    used.set(name, types.add(typeof value));
  };
  for (const { tags } of texts) {
    for (const { attributes = {} } of tags) {
      for (const [name, value] of Object.entries(attributes)) add(name, value);
    }
  }
  return used;
}

function relationsOf(annotation: readonly Sections[], draft: Draft): RelationDefinition[] {
  const ends = new Map<string, { from?: readonly string[]; to?: readonly string[] }>();
  const add = (name: string, from: string[] | undefined, to: string[] | undefined) => {
    const there = ends.get(name);
    ends.set(name, there ? { from: both(there.from, from), to: both(there.to, to) } : { from, to });
  };
  for (const { names, args } of sectionOf(annotation, 'relations')) {
    // <OVERLAP> and ENTITY-NESTING say which tags may overlap, and Value and <REL-TYPE> are no roles.
    if (/^(<|ENTITY-NESTING$)/.test(names[0])) continue;
    const [from, to] = args.filter(({ key }) => !/^(<|Value$)/.test(key));
    add(names[0], from && labelsIn(from.values, draft), to && labelsIn(to.values, draft));
  }
  for (const { names, args } of sectionOf(annotation, 'events')) {
    for (const { key, values } of args) {
      if (!key.startsWith('<')) add(roleName(key), [names[0]], labelsIn(values, draft));
    }
  }
  return Array.from(ends, ([name, { from, to }]) => {
    const title = draft.titles.get(name);
    return {
      name,
      ...(title !== undefined && { title }),
      ...(from && from.length > 0 && { from }),
      ...(to && to.length > 0 && { to }),
    };
  });
}

/** Two lists as one; undefined, which stands for everything, where either is. */
function both(a: readonly string[] | undefined, b: readonly string[] | undefined) {
  return a && b && [...new Set([...a, ...b])];
}

/** A role without how often it may be filled: `Theme+`, `Cause?`, `Person-Arg{2}`. */
export function roleName(key: string): string {
  return key.replace(/(?:[?*+]|\{[\d-]+\})$/, '');
}
