import type { TsvDocument, Unit } from './document.ts';
import { type Item, itemOf, splitField, unescapeValue } from './escapes.ts';
import type { Faults } from './faults.ts';
import type { Layer } from './header.ts';

/** An annotation of a span, or a link of a chain. */
export interface Annotation {
  readonly layer: Layer;
  /** The number that tells it from others in its units. */
  readonly id: number | undefined;
  /** Where it is met first; references name this unit. */
  readonly unit: Unit;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Features that have a value. */
  readonly features: Map<string, string>;
  /** Slots still to be resolved. */
  readonly slots: Slot[];
  /** Chain and place in it. */
  readonly link?: readonly [number, number];
}

/** What a slot says: the link's role, or null, and the reference that fills it, or null. */
export interface Slot {
  readonly feature: string;
  readonly role: string | null;
  readonly filler: string | null;
}

/** The annotations of one file, found by their units and numbers. */
export class Annotations {
  readonly list: Annotation[] = [];
  readonly #at = new Map<string, Annotation[]>();
  readonly #known = new Map<string, Annotation>();
  readonly #tokens = new Map<string, Annotation>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #declared: ReadonlySet<string>;

  constructor(document: TsvDocument, faults: Faults) {
    this.#units = new Map(document.units.map((unit) => [unit.key, unit]));
    this.#declared = new Set(document.layers.map(({ name }) => name));
    for (const unit of document.units) {
      let from = 0;
      for (const layer of document.layers) {
        const fields = unit.fields.slice(from, from + layer.columns.length);
        from += layer.columns.length;
        if (layer.kind !== 'relation') this.#readStack(layer, unit, fields, faults);
      }
    }
  }

  /**
   * The annotation that a reference names, or undefined.
   * @param base the layer that it should be of
   * @param key of its unit
   * @param id its number; 0 or undefined where it stands alone
   */
  find(base: string, key: string, id: number | undefined): Annotation | undefined {
    const here = this.#at.get(key) ?? [];
    const fits = this.#declared.has(base) ? here.filter(({ layer }) => layer.name === base) : here;
    if (id) return fits.find((one) => one.id === id) ?? here.find((one) => one.id === id);
    if (isToken(base)) return fits.find(({ layer }) => layer.name === base) ?? this.#token(key);
    return fits.find((one) => one.id === undefined) ?? fits[0];
  }

  /** The token of a unit as an annotation, for relations between tokens. */
  #token(key: string): Annotation | undefined {
    const unit = this.#units.get(key);
    const known = this.#tokens.get(key);
    if (known !== undefined || unit === undefined) return known;
    const { start, end } = unit;
    const made = { layer: tokens, id: undefined, unit, start, end, features: new Map(), slots: [] };
    this.#tokens.set(key, made);
    this.list.push(made);
    return made;
  }

  /** Reads the annotations of a layer that lie on one unit. */
  #readStack(layer: Layer, unit: Unit, fields: readonly string[], faults: Faults): void {
    if (fields.every((field) => field === '_' || field === '')) return;
    const stacks = layer.columns.map(({ kind }, i) =>
      splitField(fields[i] ?? '_', '|').map((part) =>
        // The number behind a filler is the filler's.
        kind === 'filler' ? { value: part } : itemOf(part),
      ),
    );
    const depth = Math.max(...stacks.map(({ length }) => length));
    for (let at = 0; at < depth; at++) {
      const items = stacks.map((stack): Item => stack[at] ?? { value: '_' });
      const id = items.find((item) => item.id !== undefined)?.id;
      if (id === undefined && items.every(({ value }) => value === '_')) continue;
      this.#take(layer, unit, id, items, faults);
    }
  }

  #take(
    layer: Layer,
    unit: Unit,
    id: number | undefined,
    items: readonly Item[],
    faults: Faults,
  ): void {
    const link = layer.kind === 'chain' ? linkOf(items) : undefined;
    if (layer.kind === 'chain' && link === undefined) {
      faults.add(
        `“${items.map(({ value }) => value).join(' ')}” does not say which link of which chain it is (“…->1-2”); it is a tag alone.`,
        unit.line,
      );
    }
    const key = `${layer.name} ${link?.join('-') ?? `[${id}]`}`;
    const before = link || id !== undefined ? this.#known.get(key) : undefined;
    const { start, end } = unit;
    const made: Annotation = before ?? {
      layer,
      id,
      unit,
      start,
      end,
      features: new Map(),
      slots: [],
      link,
    };
    if (before === undefined) {
      this.list.push(made);
      this.#known.set(key, made);
      made.slots.push(...slotsOf(layer, items));
    }
    made.start = Math.min(made.start, start);
    made.end = Math.max(made.end, end);
    this.#readFeatures(made, items);
    const here = this.#at.get(unit.key) ?? [];
    this.#at.set(unit.key, here);
    if (!here.includes(made)) here.push(made);
  }

  #readFeatures({ layer, features, link }: Annotation, items: readonly Item[]): void {
    layer.columns.forEach(({ kind, name }, i) => {
      const { value } = items[i];
      if (kind !== 'feature' || value === '_' || features.has(name)) return;
      const said = link && i === items.length - 1 ? value.slice(0, value.lastIndexOf('->')) : value;
      if (said !== '*') features.set(name, unescapeValue(said));
    });
  }
}

const tokens: Layer = { kind: 'span', name: 'Token', short: 'Token', columns: [] };

/** Layers that every token may belong to: relations on them are relations between tokens. */
function isToken(base: string): boolean {
  return /(^|\.)(Token|POS)$/.test(base);
}

/** Chain and link of `coref->1-2`, the last column of a chain. */
function linkOf(items: readonly Item[]): readonly [number, number] | undefined {
  const [, chain, link] = /->(\d{1,9})-(\d{1,9})$/.exec(items[items.length - 1]?.value ?? '') ?? [];
  return chain === undefined ? undefined : [Number(chain), Number(link)];
}

function slotsOf({ columns }: Layer, items: readonly Item[]): Slot[] {
  return columns.flatMap(({ kind, name }, i) => {
    const [roles, fillers] = [items[i].value, items[i + 1]?.value ?? '_'];
    if (kind !== 'role' || (roles === '_' && (fillers === '_' || fillers === '*'))) return [];
    const parts = splitField(fillers, ';');
    return splitField(roles, ';').map((role, n) => {
      const filler = parts[n] ?? '_';
      return {
        feature: name,
        role: role === '*' || role === '_' ? null : unescapeValue(role),
        filler: filler === '*' || filler === '_' ? null : filler,
      };
    });
  });
}
