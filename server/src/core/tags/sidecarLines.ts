import type { Span } from '../span.ts';

const idKey = /"id": ("(?:[^"\\\n]|\\.)*")/g;

/** The line of every tag and relation in a sidecar's source, by the id as JSON writes it: without the blanks and the comma that it begins with. One pass over the source. */
export function linesById(source: string): ReadonlyMap<string, Span> {
  const lines = new Map<string, Span>();
  for (const { 1: id, index } of source.matchAll(idKey)) {
    if (lines.has(id)) continue;
    let start = source.lastIndexOf('\n', index) + 1;
    while (start < index && ' \t\r,'.includes(source[start])) start++;
    const end = source.indexOf('\n', index);
    lines.set(id, { start, end: end < 0 ? source.length : end });
  }
  return lines;
}
