import { isAbsolute, relative } from 'node:path';
import type { EntityMention } from '../core/corpus/names.ts';
import type { Span } from '../core/span.ts';
import { pathOf } from '../node/files.ts';
import type { Corpus } from '../state/corpus.ts';
import type { Io } from './io.ts';
import type { FilePlace } from './record.ts';

/**
 * Says where the mentions of a corpus' texts are defined: the registry's
 * record, then the defining mention in the text, then the fullest name in the
 * other texts that were indexed; null where a mention is the definition itself.
 */
export class Definitions {
  readonly #corpus: Corpus;
  readonly #cwd: string;
  /** The fullest name in the corpus that ends in a word. */
  readonly #fullest = new Map<string, ReturnType<Corpus['index']['fullest']>>();

  constructor(corpus: Corpus, io: Io) {
    this.#corpus = corpus;
    this.#cwd = io.cwd;
  }

  /** @param file the text's name as it is printed, which says how other paths are */
  of({ entity, definition, key }: EntityMention, file: string): FilePlace | null {
    const record = entity === null ? undefined : this.#corpus.registry.places.get(entity);
    if (record) return this.#place(this.#corpus.registryUri, record, file);
    if (definition) return { file, start: definition.start, end: definition.end };
    if (key.includes(' ')) return null;
    const elsewhere = this.#fullestName(key);
    const place = elsewhere && this.#place(elsewhere.text, elsewhere.place, file);
    return place?.file === file ? null : place;
  }

  #fullestName(word: string): ReturnType<Corpus['index']['fullest']> {
    const known = this.#fullest.get(word);
    if (known !== undefined) return known;
    const found = this.#corpus.index.fullest(word);
    this.#fullest.set(word, found);
    return found;
  }

  #place(uri: string, { start, end }: Span, like: string): FilePlace {
    const path = pathOf(uri) ?? uri;
    return { file: isAbsolute(like) ? path : relative(this.#cwd, path), start, end };
  }
}
