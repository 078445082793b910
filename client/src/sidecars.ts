/**
 * How texts and sidecars are named: `NAME.txt` has `NAME.txt.tags.json`, a
 * second annotator's layer lies in `NAME.txt.LAYER.tags.json`.
 */
const suffix = '.tags.json';
const layerName = /^[A-Za-z0-9_-]+$/;

/** The file name of a text's sidecar; without a layer, of its main one. */
export function sidecarName(text: string, layer?: string): string {
  return layer ? `${text}.${layer}${suffix}` : text + suffix;
}

/** Whether a file name is that of a sidecar. */
export function isSidecar(name: string): boolean {
  return name.endsWith(suffix);
}

/** Whether `name` is a sidecar, of any layer, of the text called `text`. Both are file names without folders. */
export function isSidecarOf(name: string, text: string): boolean {
  if (name === sidecarName(text)) return true;
  if (!name.startsWith(`${text}.`) || !name.endsWith(suffix)) return false;
  return layerName.test(name.slice(text.length + 1, -suffix.length));
}

/** What a sidecar of `text` is called once the text is called `renamed`. */
export function renamedSidecar(name: string, text: string, renamed: string): string {
  return renamed + name.slice(text.length);
}

/**
 * The zero-based line of a JSON source that holds the record with this id;
 * records are written one a line. 0 where there is none.
 */
export function lineOfRecord(source: string, id: string): number {
  const key = JSON.stringify(id);
  for (const pattern of [`"id": ${key}`, `"id":${key}`]) {
    const at = source.indexOf(pattern);
    if (at >= 0) return source.slice(0, at).split('\n').length - 1;
  }
  return 0;
}
