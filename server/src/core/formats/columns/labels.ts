import type { LabelDefinition } from '../../corpus/configuration.ts';

/** Makes labels of what files call them, and keeps what was changed about them. */
export class Labels {
  readonly #titles = new Map<string, string>();

  /** The label, white space in it made `_`. */
  named(title: string): string {
    const name = title.replace(/\s+/gu, '_');
    if (name !== title && !this.#titles.has(name)) this.#titles.set(name, title);
    return name;
  }

  /** The labels that are called otherwise than in the files. */
  list(): LabelDefinition[] {
    return Array.from(this.#titles, ([name, title]) => ({ name, title }));
  }
}
