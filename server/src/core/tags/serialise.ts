import type { Relation, Sidecar, Tag } from './model.ts';

/**
 * Writes a sidecar in its one form: the upper keys in fixed order, a tag and a
 * relation a line, tags sorted by start, end, id, a final newline.
 *
 * The comma that JSON wants between two tags leads the later one's line, and
 * the brackets of an empty list stand on lines of their own. So a tag added
 * behind any other is exactly one added line in a diff; with a comma at the
 * line's end, the commonest edit of all, the tag added last, would touch the
 * line before it too.
 */
export function serialiseSidecar(sidecar: Sidecar): string {
  const { text, document } = sidecar;
  const lines = [
    '  "glossator": 1',
    `  "text": ${object({ sha256: text.sha256, length: text.length }, text.extra)}`,
    `  "document": ${object({ labels: document.labels, attributes: document.attributes }, document.extra)}`,
    `  "tags": [${list(sortTags(sidecar.tags).map(tagLine)) || '\n  '}]`,
    `  "relations": [${list(sidecar.relations.map(relationLine))}]`,
  ];
  for (const [key, value] of Object.entries(sidecar.extra ?? {})) {
    lines.push(`  ${JSON.stringify(key)}: ${jsonLine(value)}`);
  }
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The order of tags in a sidecar: by start, then end, then id (by UTF-16 units). */
export function compareTags(a: Tag, b: Tag): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The tags in sidecar order; the same array where they are in order already. */
export function sortTags(tags: readonly Tag[]): readonly Tag[] {
  for (let i = 1; i < tags.length; i++) {
    if (compareTags(tags[i - 1], tags[i]) > 0) return [...tags].sort(compareTags);
  }
  return tags;
}

/** One tag as its sidecar writes it, without indentation. */
export function tagLine(tag: Tag): string {
  let line = `{"id": ${JSON.stringify(tag.id)}, "label": ${JSON.stringify(tag.label)}, "start": ${tag.start}, "end": ${tag.end}, "quote": ${JSON.stringify(tag.quote)}, "prefix": ${JSON.stringify(tag.prefix)}, "suffix": ${JSON.stringify(tag.suffix)}`;
  if (tag.fragments !== undefined) line += `, "fragments": ${jsonLine(tag.fragments)}`;
  if (tag.entity !== undefined) line += `, "entity": ${JSON.stringify(tag.entity)}`;
  if (tag.attributes !== undefined) line += `, "attributes": ${jsonLine(tag.attributes)}`;
  if (tag.note !== undefined) line += `, "note": ${JSON.stringify(tag.note)}`;
  if (tag.by !== undefined) line += `, "by": ${JSON.stringify(tag.by)}`;
  if (tag.at !== undefined) line += `, "at": ${JSON.stringify(tag.at)}`;
  if (tag.status !== undefined) line += `, "status": ${JSON.stringify(tag.status)}`;
  return `${line}${tail(tag.extra)}}`;
}

/** One relation as its sidecar writes it, without indentation. */
export function relationLine({ id, label, from, to, extra }: Relation): string {
  return object({ id, label, from, to }, extra);
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n    ${lines.join('\n  , ')}\n  `;
}

function object(
  known: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>> | undefined,
): string {
  return `${jsonLine(known).slice(0, -1)}${tail(extra)}}`;
}

function tail(extra: Readonly<Record<string, unknown>> | undefined): string {
  if (extra === undefined) return '';
  return Object.entries(extra)
    .map(([key, value]) => `, ${JSON.stringify(key)}: ${jsonLine(value)}`)
    .join('');
}

/** JSON on one line with a space behind every colon and comma; the value nests no deeper than `MOST_DEPTH`. */
export function jsonLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonLine).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}: ${jsonLine(item)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  return Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'null');
}
