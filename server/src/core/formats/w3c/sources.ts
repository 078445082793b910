import { pathStem } from '../paths.ts';
import { decoded } from './names.ts';

/**
 * Finds the texts that a file's annotations are about: a target's source says
 * it by its address from the file. Where that leads nowhere, as the address of
 * a page on the web does, it is the text that is called as the file is.
 */
export class Sources {
  /** The path of the text that is called as the file is, whether it is there or not. */
  readonly file: string;
  readonly #path: string;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #known = new Map<string | null, string | null>();
  /** How many annotations each source that is not there has. */
  readonly #missing = new Map<string | null, number>();
  /** The one source that is taken for the text beside the file. */
  #beside: string | undefined;

  constructor(path: string, texts: ReadonlyMap<string, string>) {
    const stem = pathStem(path);
    this.file = texts.has(stem) ? stem : `${stem}.txt`;
    this.#path = path;
    this.#texts = texts;
  }

  /** The path of a source's text; null where it is not there. */
  textOf(source: string | null): string | null {
    const known = this.#known.get(source);
    if (known !== undefined && known !== null) return known;
    const text = this.#find(source);
    this.#known.set(source, text);
    if (text === null) this.#missing.set(source, (this.#missing.get(source) ?? 0) + 1);
    return text;
  }

  /** What is missing, a sentence for each text. */
  problems(): string[] {
    return Array.from(this.#missing, ([source, count]) => {
      const annotations = count === 1 ? 'an annotation' : `${count} annotations`;
      return this.#texts.has(this.file)
        ? `The text “${source}” of ${annotations} is not here, and “${this.file}” goes with “${this.#beside}”; they are left out.`
        : `The text of ${annotations} is not here; put it beside the file as “${this.file}”.`;
    });
  }

  #find(source: string | null): string | null {
    const near = source === null ? null : this.#resolved(source);
    if (near !== null && this.#texts.has(near)) return near;
    if (!this.#texts.has(this.file)) return null;
    if (source === null) return this.file;
    this.#beside ??= source;
    return this.#beside === source ? this.file : null;
  }

  /** The path that a relative address means, as seen from the file; null for any other. */
  #resolved(source: string): string | null {
    if (/^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('/')) return null;
    const parts = this.#path.split('/').slice(0, -1);
    for (const part of decoded(source.replace(/[?#].*$/s, '')).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return parts.join('/');
  }
}
