import type { ReadText } from '../format.ts';
import { pathStem, safeTextPath, TextPaths } from '../paths.ts';

/** What WebAnno and INCEpTION call the files of the curated annotations. */
const CURATED = 'CURATION_USER';

/**
 * Says where texts come to lie. `a.tsv` is `a.txt`. In an exported project
 * there is a folder for each text with a file for each annotator,
 * `annotation/a.txt/anna.tsv`: these are layers of `a.txt`, and
 * `curation/a.txt/CURATION_USER.tsv` its own tags.
 */
export class Places {
  readonly #paths = new TextPaths();
  /** Path of each folder's text. */
  readonly #folders = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(path: string): Pick<ReadText, 'file' | 'layer'> {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    const document = parts.pop();
    const above = parts[parts.length - 1];
    const ofProject = above === 'annotation' || above === 'curation';
    if (document === undefined || !(ofProject || /\.txt$/i.test(document))) {
      const stem = pathStem(path).replace(/\.txt$/i, '');
      return { file: this.#paths.free(safeTextPath(`${stem}.txt`) ?? 'text.txt') };
    }
    if (ofProject) parts.pop();
    const stem = [...parts, pathStem(document)].join('/');
    const file =
      this.#folders.get(stem) ?? this.#paths.free(safeTextPath(`${stem}.txt`) ?? 'text.txt');
    this.#folders.set(stem, file);
    const annotator = pathStem(name);
    const layer = annotator === CURATED ? undefined : annotator.replace(/[^A-Za-z0-9_-]+/g, '_');
    const key = `${file}\n${layer ?? ''}`;
    if (this.#taken.has(key)) return { file: this.#paths.free(file), layer };
    this.#taken.add(key);
    return { file, ...(layer !== undefined && { layer }) };
  }
}
