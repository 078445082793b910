/** Marks that no file's name may hold on some system; a colon is among them, so there are no drive letters. */
const unsafe = /[\p{Cc}\u2028\u2029<>:"|?*]+/gu;

/**
 * The path of a text that a file calls so: below its folder (no `..`, no
 * leading `/`, no drive letter), with `/`, safe on every system, ending in
 * `.txt`. Null where nothing of the name is left.
 */
export function safeTextPath(name: string): string | null {
  const parts = name
    .replace(/\\/g, '/')
    .replace(/^[a-z]:\//i, '')
    .split('/')
    .map((part) => part.replace(unsafe, '_').replace(/^\s+|[\s.]+$/gu, ''))
    .filter((part) => part !== '');
  const path = parts.join('/');
  if (path === '' || path === 'txt') return null;
  return path.endsWith('.txt') ? path : `${path}.txt`;
}

/** The path without the end of its name: `b/a.conll` gives `b/a`. */
export function pathStem(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]*$/, '');
}

/** Gives the texts of one import their paths, each only once, whatever case a system tells apart. */
export class TextPaths {
  readonly #taken = new Set<string>();

  /** The path if it is free, else the first free one of `a-2.txt`, `a-3.txt` … */
  free(path: string): string {
    const stem = pathStem(path);
    let free = path;
    for (let n = 2; this.#taken.has(free.toLowerCase()); n++) free = `${stem}-${n}.txt`;
    this.#taken.add(free.toLowerCase());
    return free;
  }

  /**
   * Paths for the texts that one file holds. A text that is alone is called as
   * the file is; of several each as it calls itself, beside the file, or else
   * by its number, `a-01.txt`.
   * @param names what the texts call themselves, or null
   */
  ofFile(file: string, names: readonly (string | null)[]): string[] {
    const stem = pathStem(file);
    if (names.length === 1) return [this.free(`${stem}.txt`)];
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const width = String(names.length).length;
    return names.map((name, i) => {
      const own = name === null ? null : safeTextPath(name);
      const numbered = `${stem}-${String(i + 1).padStart(width, '0')}.txt`;
      return this.free(own === null ? numbered : folder + own);
    });
  }
}
