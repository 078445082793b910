import type { AttributeValue } from '../../tags/model.ts';
import type { ReadRelation, ReadTag, ReadText } from '../format.ts';

/** A text while what files say of it comes together. */
export class Draft {
  readonly file: string;
  readonly text: string;
  readonly tags: ReadTag[] = [];
  readonly relations: ReadRelation[] = [];
  readonly labels: string[] = [];
  readonly attributes = new Map<string, AttributeValue>();
  readonly #refs = new Set<string>();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Adds a tag under the name wanted, or another one where that is taken. @returns the name */
  add(wanted: string, tag: Omit<ReadTag, 'ref'>): string {
    let ref = wanted;
    for (let n = 2; this.#refs.has(ref); n++) ref = `${wanted}-${n}`;
    this.#refs.add(ref);
    this.tags.push({ ref, ...tag });
    return ref;
  }

  finished(): ReadText {
    const { file, text, tags, relations, labels } = this;
    const document = { labels, attributes: Object.fromEntries(this.attributes) };
    return { file, text, tags, relations, document };
  }
}
