import type { Problem } from '../problem.ts';
import { outlineJson } from '../tags/json.ts';

/** The value of JSON source, or what is wrong with it. */
export function parseJson(
  source: string,
): { readonly value: unknown } | { readonly error: Problem } {
  if (!hasEscapedKey(source)) {
    try {
      return { value: JSON.parse(source) };
    } catch {
      // What is wrong, and where, says the careful reading.
    }
  }
  const { error, value } = outlineJson(source);
  if (error) return { error };
  return { value };
}

/** Whether a key is written with an escape: V8 may read it as another one, see `JsonOutline.escapedKey`. */
function hasEscapedKey(source: string): boolean {
  if (!source.includes('\\')) return false;
  for (let at = source.indexOf('"'); at >= 0; ) {
    let escaped = false;
    let end = at + 1;
    while (end < source.length && source[end] !== '"') {
      if (source[end] === '\\') {
        escaped = true;
        end++;
      }
      end++;
    }
    if (escaped) {
      let behind = end + 1;
      while (/\s/.test(source[behind] ?? '')) behind++;
      if (source[behind] === ':') return true;
    }
    at = source.indexOf('"', end + 1);
  }
  return false;
}
