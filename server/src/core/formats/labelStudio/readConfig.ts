import {
  type AttributeDefinition,
  type LabelDefinition,
  paletteNames,
  type RelationDefinition,
} from '../../corpus/configuration.ts';
import type { Labels } from '../columns/labels.ts';
import { attributeName } from './controls.ts';

type Attributes = Readonly<Record<string, string>>;

const comment = /<!--[\s\S]*?-->/g;
const element = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const controlTypes: Readonly<Record<string, AttributeDefinition['type']>> = {
  choices: 'choice',
  textarea: 'string',
  number: 'number',
  rating: 'number',
  datetime: 'string',
};

/** A control for regions, while its choices are read. */
interface Control {
  readonly name: string;
  readonly type: AttributeDefinition['type'];
  readonly values: string[];
  /** Empty: all. */
  readonly labels: readonly string[];
}

/** What labelling configurations say. */
export class Configurations {
  /** The data keys of the objects that are labelled, by the objects' names. */
  readonly objects = new Map<string, string>();
  readonly #labels = new Map<string, LabelDefinition>();
  readonly #relations = new Map<string, RelationDefinition>();
  readonly #controls: Control[] = [];
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

  /** Takes up the source of a configuration; false where it is none. */
  add(source: string): boolean {
    if (!/<View[\s>]/.test(source)) return false;
    let open: Control | null = null;
    for (const [, closing, name, written] of source.replace(comment, '').matchAll(element)) {
      const tag = name.toLowerCase();
      if (closing === '/') {
        if (tag === 'choices') open = null;
        continue;
      }
      const said = attributesIn(written);
      if (tag === 'label') this.#addLabel(said);
      else if (tag === 'relation') this.#addRelation(said);
      else if (tag === 'choice') open?.values.push(said.alias ?? said.value ?? '');
      else if (/^\$[\w.-]+$/.test(said.value ?? '') && said.name !== undefined)
        this.objects.set(said.name, said.value.slice(1));
      else if (said.perRegion === 'true') {
        const control = this.#controlOf(tag, said);
        if (tag === 'choices') open = control;
      }
    }
    return true;
  }

  #addLabel({ value = '', alias, background = '', hotkey = '' }: Attributes): void {
    const stored = (alias ?? value).trim();
    if (stored === '') return;
    const name = this.#names.named(stored);
    if (this.#labels.has(name)) return;
    const title = alias === undefined ? stored : value;
    const known = /^#[0-9a-f]{6}$/i.test(background) || paletteNames.some((n) => n === background);
    this.#labels.set(name, {
      name,
      ...(title !== name && title.trim() !== '' && { title }),
      ...(known && { colour: background }),
      ...([...hotkey].length === 1 && { key: hotkey }),
    });
  }

  #addRelation({ value = '' }: Attributes): void {
    if (value.trim() === '') return;
    const name = this.#relationNames.named(value.trim());
    if (!this.#relations.has(name))
      this.#relations.set(name, { name, ...(value.trim() !== name && { title: value.trim() }) });
  }

  #controlOf(
    tag: string,
    { name = '', whenTagName, whenLabelValue = '' }: Attributes,
  ): Control | null {
    const type = controlTypes[tag];
    if (type === undefined || name === '') return null;
    const named = whenTagName === undefined ? [] : whenLabelValue.split(',').filter(Boolean);
    const labels = named.map((label) => label.trim().replace(/\s+/gu, '_'));
    const control = { name: attributeName(name, tag), type, values: [], labels };
    this.#controls.push(control);
    return control;
  }

  labels(): LabelDefinition[] {
    const known = [...this.#labels.values()];
    const renamed = this.#names.list().filter(({ name }) => !this.#labels.has(name));
    return [...known, ...renamed].map((label) => {
      const attributes = new Map<string, AttributeDefinition>();
      for (const { name, type, values, labels } of this.#controls) {
        if (labels.length > 0 && !labels.includes(label.name)) continue;
        if (!attributes.has(name)) attributes.set(name, definitionOf(name, type, values));
      }
      return attributes.size > 0 ? { ...label, attributes: [...attributes.values()] } : label;
    });
  }

  relations(): RelationDefinition[] {
    const renamed = this.#relationNames.list().filter(({ name }) => !this.#relations.has(name));
    return [...this.#relations.values(), ...renamed];
  }
}

function definitionOf(
  name: string,
  type: AttributeDefinition['type'],
  values: readonly string[],
): AttributeDefinition {
  if (type !== 'choice') return { name, type };
  const isTruth =
    values.length > 0 && values.every((value) => value === 'true' || value === 'false');
  return isTruth ? { name, type: 'boolean' } : { name, type, values };
}

function attributesIn(written: string): Attributes {
  const found = written.matchAll(attribute);
  return Object.fromEntries(
    Array.from(found, ([, name, double, single]) => [name, unescaped(double ?? single ?? '')]),
  );
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** The text with references to characters resolved. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text that a page shows, as Label Studio counts it: that of its text nodes, and one for each line break. */
export function textOfHtml(html: string): string {
  const shown = html
    .replace(comment, '')
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<[a-z!/][^>]*>/gi, '');
  return unescaped(shown);
}
