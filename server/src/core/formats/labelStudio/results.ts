import type { AttributeValue, Tag } from '../../tags/model.ts';
import { isRecord } from '../../tags/read.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadRelation, ReadTag } from '../format.ts';
import type { LinkedEntities } from '../linked.ts';
import type { Feature } from '../losses.ts';
import { idOf, listOf, type Raw, textIn, timeOf } from '../recordValues.ts';
import { attributeName } from './controls.ts';
import { type PlacedRegion, type RegionSpan, regionSpan } from './places.ts';

/** What the results of one annotation are read with. */
export interface ResultContext {
  readonly text: string;
  readonly place: (region: RegionSpan) => PlacedRegion;
  /** What holds of every tag that does not say otherwise. */
  readonly shared: Pick<Tag, 'by' | 'at' | 'status'>;
  readonly names: Labels;
  readonly relationNames: Labels;
  readonly entities: LinkedEntities;
  readonly report: (message: string) => void;
  readonly lose: (what: Feature, count?: number) => void;
}

/** What the results of one annotation say. */
export interface Results {
  readonly tags: readonly ReadTag[];
  readonly relations: readonly ReadRelation[];
  readonly labels: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Whether a result gives a region labels. */
export function isLabelling({ type, value }: Raw): boolean {
  return typeof type === 'string' && /labels$/i.test(type) && isRecord(value);
}

/** The results of one annotation: regions and what else is said of them by their ids, relations, and what is said of the text. */
export function readResults(list: readonly unknown[], context: ResultContext): Results {
  const items = list.filter(isRecord);
  const tags: ReadTag[] = [];
  const taken = new Set<string>();
  /** The refs of the tags that a region's id stands for. */
  const refs = new Map<string, string[]>();
  items.filter(isLabelling).forEach((item, i) => {
    const id = String(idOf(item.id) ?? `#${i + 1}`);
    for (const tag of regionTags(item, id, context)) {
      let ref = id;
      for (let n = 2; taken.has(ref); n++) ref = `${id}-${n}`;
      taken.add(ref);
      refs.set(id, [...(refs.get(id) ?? []), ref]);
      tags.push({ ...tag, ref });
    }
  });
  const relations = items.flatMap((item) =>
    item.type === 'relation' ? readRelation(item, refs, context) : [],
  );
  const said = new Map<string, Record<string, AttributeValue>>();
  const labels: string[] = [];
  const attributes: Record<string, AttributeValue> = {};
  for (const item of items) {
    if (isLabelling(item) || item.type === 'relation') continue;
    const of = refs.get(String(idOf(item.id) ?? '')) ?? [];
    const value = isRecord(item.value) ? item.value : {};
    if (of.length === 0 && regionSpan(value) !== null) context.lose('other');
    else if (of.length === 0 && item.type === 'choices') labels.push(...choicesIn(value));
    else {
      const targets = of.map((ref) => {
        const own = said.get(ref) ?? {};
        said.set(ref, own);
        return own;
      });
      for (const target of of.length > 0 ? targets : [attributes])
        assign(target, item, value, context);
    }
  }
  const whole = tags.map((tag): ReadTag => {
    const own = { ...tag.attributes, ...said.get(tag.ref) };
    return Object.keys(own).length > 0 ? { ...tag, attributes: own } : tag;
  });
  return { tags: whole, relations, labels: [...new Set(labels)], attributes };
}

function regionTags(item: Raw, id: string, context: ResultContext): Omit<ReadTag, 'ref'>[] {
  const { text, report, lose, shared, names, entities } = context;
  const value = isRecord(item.value) ? item.value : {};
  const region = regionSpan(value);
  const list = listOf(value[String(item.type)] ?? value.labels ?? value.hypertextlabels);
  const titles = list.flatMap((title) => String(idOf(title) ?? '').trim() || []);
  if (region === null || titles.length === 0) {
    lose('other');
    return [];
  }
  const { start, end, quoted } = context.place(region);
  if (!quoted) {
    report(`“${text.slice(start, end)}” stands where the region “${id}” says “${region.quote}”.`);
  }
  const meta = isRecord(item.meta) ? item.meta : {};
  const { text: notes, entity, by, at, ...others } = meta;
  lose('extra', Object.keys(others).length);
  const note = typeof notes === 'string' ? notes : listOf(notes).join('\n');
  const who = typeof by === 'string' ? by : shared.by;
  const time = timeOf(at) ?? shared.at;
  const linked = textIn(entity);
  return titles.map((title) => {
    const label = names.named(title);
    return {
      label,
      start,
      end,
      ...(linked && { entity: entities.named(linked, label, text.slice(start, end), linked) }),
      ...(typeof item.score === 'number' && { attributes: { score: item.score } }),
      ...(note !== '' && { note }),
      ...(who !== undefined && { by: who }),
      ...(time !== undefined && { at: time }),
      ...(shared.status !== undefined && { status: shared.status }),
    };
  });
}

/** A relation to or from a region with several labels is one of the first; one without a label is called `relation`. */
function readRelation(
  { from_id, to_id, direction, labels }: Raw,
  refs: ReadonlyMap<string, readonly string[]>,
  { relationNames, report }: ResultContext,
): ReadRelation[] {
  const [one, other] = [idOf(from_id), idOf(to_id)];
  if (one === undefined || other === undefined) {
    report('A relation needs “from_id” and “to_id”; it is left out.');
    return [];
  }
  const ref = (id: string | number) => refs.get(String(id))?.[0] ?? String(id);
  const there = { from: ref(one), to: ref(other) };
  const back = { from: there.to, to: there.from };
  const ends = direction === 'left' ? [back] : direction === 'bi' ? [there, back] : [there];
  const titles = listOf(labels).flatMap((title) => String(idOf(title) ?? '').trim() || []);
  return (titles.length > 0 ? titles : ['relation']).flatMap((title) =>
    ends.map((pair) => ({ label: relationNames.named(title), ...pair })),
  );
}

function assign(
  target: Record<string, AttributeValue>,
  { from_name, type }: Raw,
  value: Raw,
  { lose }: ResultContext,
): void {
  const name = attributeName(String(from_name ?? type), String(type));
  const given = controlValue(String(type), value);
  if (given === undefined || Object.hasOwn(target, name)) lose('attributes');
  else target[name] = given;
}

/** The value of a control as one of an attribute; several are joined. */
function controlValue(type: string, value: Raw): AttributeValue | undefined {
  if (type === 'choices') {
    const chosen = choicesIn(value);
    if (chosen.length === 1 && (chosen[0] === 'true' || chosen[0] === 'false'))
      return chosen[0] === 'true';
    return chosen.length > 0 ? chosen.join('; ') : undefined;
  }
  if (type === 'taxonomy') {
    const paths = listOf(value.taxonomy).map((path) => listOf(path).join('/'));
    return paths.length > 0 ? paths.join('; ') : undefined;
  }
  const given = type === 'textarea' ? value.text : value[type];
  if (Array.isArray(given)) return given.length > 0 ? given.join('\n') : undefined;
  if (typeof given === 'string' || typeof given === 'boolean') return given;
  return typeof given === 'number' && Number.isFinite(given) ? given : undefined;
}

function choicesIn({ choices }: Raw): string[] {
  const list = Array.isArray(choices) ? (choices as unknown[]) : [choices];
  return list.flatMap((choice) => {
    const chosen = Array.isArray(choice) ? choice.join('/') : idOf(choice);
    return chosen === undefined || String(chosen).trim() === '' ? [] : [String(chosen)];
  });
}
