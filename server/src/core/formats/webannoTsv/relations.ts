import type { Annotation, Annotations } from './annotations.ts';
import type { TsvDocument, Unit } from './document.ts';
import { itemOf, splitField, unescapeValue } from './escapes.ts';
import type { Faults } from './faults.ts';
import { type Layer, mainFeature } from './header.ts';

/** What leads from one annotation to another: a relation, a slot's link, a step of a chain. */
export interface Link {
  readonly label: string;
  readonly from: Annotation;
  readonly to: Annotation;
}

/** Links, and how much they lose as relations of a sidecar. */
export interface Links {
  readonly links: Link[];
  /** Values besides the label. */
  attributes: number;
  /** Roles of slots that nothing fills. */
  unfilled: number;
}

/** Every link that a file holds between its annotations. */
export function linksOf(document: TsvDocument, annotations: Annotations, faults: Faults): Links {
  const found: Links = { links: [], attributes: 0, unfilled: 0 };
  let from = 0;
  for (const layer of document.layers) {
    if (layer.kind === 'relation') readRelations(layer, from, document, annotations, found, faults);
    from += layer.columns.length;
  }
  // Looking for fillers may add tokens to the list.
  for (const annotation of [...annotations.list]) {
    readSlots(annotation, annotations, found, faults);
  }
  for (const layer of new Set(document.layers.filter(({ kind }) => kind === 'chain'))) {
    readChains(layer, annotations, found);
  }
  return found;
}

function readRelations(
  layer: Layer,
  first: number,
  { units }: TsvDocument,
  annotations: Annotations,
  found: Links,
  faults: Faults,
): void {
  const at = layer.columns.findIndex(({ kind }) => kind === 'source');
  if (at < 0) {
    const used = units.some(({ fields }) => fields[first] !== undefined && fields[first] !== '_');
    if (used)
      faults.add(
        `The layer ${layer.name} does not say which layer its relations connect (BT_…); they are left out.`,
      );
    return;
  }
  const seen = new Set<string>();
  const numbers = new Map<Annotation, number>();
  const numberOf = (one: Annotation) => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  for (const unit of units) {
    const sources = unit.fields[first + at] ?? '_';
    if (sources === '_' || sources === '') continue;
    const stacks = layer.columns.map((_, i) => splitField(unit.fields[first + i] ?? '_', '|'));
    splitField(sources, '|').forEach((source, n) => {
      const ends = endsOf(source, layer.columns[at].name, unit, annotations);
      if (ends === null) {
        faults.add(
          `The relation from “${source}” does not lead from one annotation to another; it is left out.`,
          unit.line,
        );
        return;
      }
      const { label, more } = said(layer, stacks, n);
      // Some programs repeat a relation in every token of its end.
      const key = [label, numberOf(ends.from), numberOf(ends.to)].join('\t');
      if (seen.has(key) && ends.to.unit !== unit) return;
      seen.add(key);
      found.links.push({ label, ...ends });
      found.attributes += more;
    });
  }
}

/** The label of the n-th relation of a unit, and how many values it has besides. */
function said(layer: Layer, stacks: readonly (readonly string[])[], n: number) {
  const main = mainFeature(layer);
  let [label, more] = ['', 0];
  layer.columns.forEach(({ kind, name }, i) => {
    const { value } = itemOf(stacks[i][n] ?? '_');
    if (kind !== 'feature' || value === '*' || value === '_') return;
    if (name === main) label = unescapeValue(value);
    else more++;
  });
  return { label: label || layer.short, more };
}

/** The ends of a relation in a unit from what it says of its source: `1-2`, `1-2[1_3]`. */
function endsOf(source: string, base: string, unit: Unit, annotations: Annotations) {
  const { key, id, own } = referenceOf(source);
  const from = annotations.find(base, key, id);
  const to = annotations.find(base, unit.key, own);
  return from && to ? { from, to } : null;
}

function referenceOf(reference: string): { key: string; id?: number; own?: number } {
  const [, key = reference, id, own] =
    /^(.*?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?$/s.exec(reference) ?? [];
  return { key, id: Number(id ?? 0), own: Number(own ?? 0) };
}

function readSlots(from: Annotation, annotations: Annotations, found: Links, faults: Faults): void {
  for (const { feature, role, filler } of from.slots) {
    if (filler === null) {
      if (role !== null) found.unfilled++;
      continue;
    }
    const { key, id } = referenceOf(filler);
    const at = from.layer.columns.findIndex(({ name }) => name === feature);
    const to = annotations.find(from.layer.columns[at + 1]?.name ?? '', key, id);
    if (to) found.links.push({ label: role || feature, from, to });
    else
      faults.add(
        `“${filler}”, which should fill “${feature}”, is no annotation; the link is left out.`,
        from.unit.line,
      );
  }
}

/** The links of chains become relations from each to the next; the relation of the last one stays its feature. */
function readChains(layer: Layer, annotations: Annotations, found: Links): void {
  const name = relationFeature(layer);
  const chains = new Map<number, Annotation[]>();
  for (const annotation of annotations.list) {
    if (annotation.layer !== layer || annotation.link === undefined) continue;
    const [chain] = annotation.link;
    const links = chains.get(chain) ?? [];
    chains.set(chain, links);
    links.push(annotation);
  }
  for (const links of chains.values()) {
    links.sort((a, b) => (a.link?.[1] ?? 0) - (b.link?.[1] ?? 0));
    links.slice(1).forEach((to, i) => {
      const from = links[i];
      const label = name === undefined ? undefined : from.features.get(name);
      if (name !== undefined) from.features.delete(name);
      found.links.push({ label: label || chainName(layer), from, to });
    });
  }
}

/** The feature that says how a link is connected with the next one: that of the last column. */
function relationFeature({ columns }: Layer): string | undefined {
  return columns.length > 1 ? columns[columns.length - 1].name : undefined;
}

/** `Coreference` of `CoreferenceLink`. */
export function chainName({ short }: Layer): string {
  return short.replace(/(?<=.)Link$/, '');
}
