import type { LabelDefinition } from '../../corpus/configuration.ts';
import type { AttributeValue, Tag } from '../../tags/model.ts';
import type { TaggedText, Tagset } from '../format.ts';

/** The controls of Label Studio that hold an attribute's values. */
export type ControlType = 'choices' | 'textarea' | 'number';

/** One control for an attribute of tags. */
export interface Control {
  readonly name: string;
  readonly type: ControlType;
  /** What may be chosen. */
  readonly values: readonly string[];
  /** The labels whose tags have the attribute. */
  readonly labels: readonly string[];
}

/** What our own controls are called. */
export const LABEL_CONTROL = 'label';
export const TEXT_OBJECT = 'text';
export const DOCUMENT_CONTROL = 'document';

const reserved = new Set([LABEL_CONTROL, TEXT_OBJECT, DOCUMENT_CONTROL]);
const suffix = /\.(?:choices|textarea|number)$/;

/** The attribute whose values a control of this name and type holds. */
export function attributeName(control: string, type: string): string {
  return suffix.test(control) && control.endsWith(`.${type}`)
    ? control.slice(0, -type.length - 1)
    : control;
}

const controlTypes = {
  string: 'textarea',
  number: 'number',
  boolean: 'choices',
  choice: 'choices',
} as const;

/** While controls are gathered. */
interface Draft {
  readonly name: string;
  readonly type: ControlType;
  readonly values: Set<string>;
  readonly labels: Set<string>;
}

/**
 * The controls that the attributes of a corpus need. Most attributes need one,
 * which has their name; one whose values are of several types gets a control
 * for each, such as `degree.number`.
 */
export class Controls {
  readonly #drafts = new Map<string, Map<ControlType, Draft>>();
  /** Values that may be chosen, by label and attribute. */
  readonly #choices = new Map<string, ReadonlySet<string>>();

  constructor({ labels }: Tagset, texts: readonly TaggedText[]) {
    for (const label of labels) this.#declare(label);
    for (const tag of texts.flatMap(({ sidecar }) => sidecar.tags)) {
      for (const [attribute, value] of Object.entries(tag.attributes ?? {})) {
        const draft = this.#draft(attribute, this.#typeOf(tag, attribute, value));
        draft.labels.add(tag.label);
        if (draft.type === 'choices') draft.values.add(String(value));
      }
    }
  }

  /** The control that a tag's attribute belongs to. */
  of(tag: Tag, attribute: string, value: AttributeValue): Pick<Control, 'name' | 'type'> {
    return this.#draft(attribute, this.#typeOf(tag, attribute, value));
  }

  list(): Control[] {
    return [...this.#drafts.values()].flatMap((types) =>
      Array.from(types.values(), ({ name, type, values, labels }) => ({
        name,
        type,
        values: [...values],
        labels: [...labels],
      })),
    );
  }

  #declare({ name: label, attributes = [] }: LabelDefinition): void {
    for (const { name, type, values = [] } of attributes) {
      const chosen = type === 'boolean' ? ['true', 'false'] : values;
      if (type === 'choice') this.#choices.set(JSON.stringify([label, name]), new Set(values));
      const draft = this.#draft(name, controlTypes[type]);
      draft.labels.add(label);
      if (draft.type === 'choices') for (const value of chosen) draft.values.add(value);
    }
  }

  /** `true` and `false` are chosen, and so never what a text says. */
  #typeOf({ label }: Tag, attribute: string, value: AttributeValue): ControlType {
    if (typeof value === 'number') return 'number';
    if (typeof value === 'boolean') return 'choices';
    const choices = this.#choices.get(JSON.stringify([label, attribute]));
    return choices?.has(value) && value !== 'true' && value !== 'false' ? 'choices' : 'textarea';
  }

  #draft(attribute: string, type: ControlType): Draft {
    const types = this.#drafts.get(attribute) ?? new Map<ControlType, Draft>();
    this.#drafts.set(attribute, types);
    const known = types.get(type);
    if (known) return known;
    const plain = types.size === 0 && !reserved.has(attribute) && !suffix.test(attribute);
    const draft = {
      name: plain ? attribute : `${attribute}.${type}`,
      type,
      values: new Set<string>(),
      labels: new Set<string>(),
    };
    types.set(type, draft);
    return draft;
  }
}
