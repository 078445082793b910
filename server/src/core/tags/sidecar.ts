import type { Parsed, Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { outlineJson } from './json.ts';
import type { Relation, Sidecar, Tag, TextFingerprint } from './model.ts';
import {
  isAttributes,
  isRecord,
  type Report,
  readExtra,
  readFingerprint,
  readRelation,
  readTag,
} from './read.ts';
import { serialiseSidecar, sortTags } from './serialise.ts';

export { newId } from './id.ts';
export { serialiseSidecar } from './serialise.ts';

/** The version of the format that this code reads and writes. */
export const SIDECAR_VERSION = 1;

/** A sidecar without tags, for the text of that fingerprint. */
export function emptySidecar(text: TextFingerprint): Sidecar {
  return { text, document: { labels: [], attributes: {} }, tags: [], relations: [] };
}

const sidecarKeys = new Set(['glossator', 'text', 'document', 'tags', 'relations']);
const documentKeys = new Set(['labels', 'attributes']);

/** A line that git leaves between the sides of a conflict; the group is the mark. */
export const conflictMarker = /^(<{7}|={7}|>{7}|\|{7})(?: .*)?$/m;

/**
 * Reads a sidecar. The value is null wherever anything in the source could not
 * be written back as it stands, so that a caller who writes only what was read
 * never loses a tag; the problems then say what must be mended, with spans of
 * the source. A byte-order mark and line ends of any kind are tolerated.
 */
export function parseSidecar(source: string): Parsed<Sidecar> {
  const json = source.startsWith('\ufeff') ? source.slice(1) : source;
  const shift = source.length - json.length;
  if (json.trim() === '')
    return failed(
      0,
      source.length,
      'This sidecar is empty. Delete the file or restore it from git.',
    );
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { value: null, problems: [syntaxProblem(json, shift)] };
  }
  const first = readAll(raw);
  const { sidecar } = first;
  if (sidecar && first.complaints.length === 0 && json === serialiseSidecar(sidecar))
    return { value: sidecar, problems: [] };
  const { error, value, duplicate, places, escapedKey } = outlineJson(json);
  if (error) return { value: null, problems: [moved(error, shift)] };
  const { sidecar: careful, complaints } = escapedKey ? readAll(value) : first;
  if (careful && complaints.length === 0) {
    return duplicate
      ? { value: null, problems: [moved(duplicate, shift)] }
      : { value: careful, problems: [] };
  }
  const whole = { start: 0, end: Math.min(1, json.length) };
  const problems = complaints.map(({ path, message }) => ({
    ...moved(placeOf(path, places) ?? whole, shift),
    message,
  }));
  return { value: null, problems };
}

function readAll(raw: unknown) {
  const complaints: { path: string; message: string }[] = [];
  const sidecar = read(raw, (path, message) => complaints.push({ path, message }));
  return { sidecar, complaints };
}

function read(raw: unknown, report: Report): Sidecar | null {
  if (!isRecord(raw)) {
    report('', 'A sidecar is a JSON object.');
    return null;
  }
  if (raw.glossator !== SIDECAR_VERSION) {
    const found =
      raw.glossator === undefined ? 'none' : String(JSON.stringify(raw.glossator)).slice(0, 20);
    report(
      'glossator',
      `This sidecar needs “glossator”: ${SIDECAR_VERSION}; it has ${found}. A newer Glossator may have written it.`,
    );
    return null;
  }
  const text = readFingerprint(raw.text, report);
  const document = readDocument(raw.document ?? {}, report);
  const tags = readList(raw.tags ?? [], 'tags', report, (item, path) =>
    readTag(item, path, text?.length ?? Infinity, report),
  );
  const relations = readList(raw.relations ?? [], 'relations', report, (item, path) =>
    readRelation(item, path, report),
  );
  if (!text || !document || !tags || !relations) return null;
  return {
    text,
    document,
    tags: sortTags(tags),
    relations,
    ...readExtra(raw, sidecarKeys, '', report),
  };
}

function readDocument(raw: unknown, report: Report): Sidecar['document'] | null {
  const { labels = [], attributes = {} } = isRecord(raw) ? raw : { labels: null };
  if (
    !isRecord(raw) ||
    !Array.isArray(labels) ||
    !labels.every((label) => typeof label === 'string') ||
    !isAttributes(attributes)
  ) {
    report(
      'document',
      '“document” needs “labels”, a list of strings, and “attributes”, an object of strings, numbers, true or false.',
    );
    return null;
  }
  return { labels, attributes, ...readExtra(raw, documentKeys, 'document', report) };
}

function readList<T extends Tag | Relation>(
  raw: unknown,
  key: string,
  report: Report,
  readItem: (item: unknown, path: string) => T | null,
): T[] | null {
  if (!Array.isArray(raw)) {
    report(key, `“${key}” is no list.`);
    return null;
  }
  const items: T[] = [];
  const ids = new Set<string>();
  for (let i = 0; i < raw.length; i++) {
    const path = `${key}/${i}`;
    const item = readItem(raw[i], path);
    if (!item) continue;
    if (ids.has(item.id))
      report(path, `The id “${item.id}” stands twice. Give one of the two another id.`);
    ids.add(item.id);
    items.push(item);
  }
  return items;
}

function syntaxProblem(json: string, shift: number): Problem {
  const marker = conflictMarker.exec(json);
  if (marker) {
    const lines = markerLines(json);
    return moved(
      {
        start: marker.index,
        end: marker.index + marker[0].length,
        message: `This sidecar holds an unresolved git conflict (markers in line${lines.length > 1 ? 's' : ''} ${lines.join(', ')}). Resolve it before tagging on.`,
      },
      shift,
    );
  }
  const error = outlineJson(json).error ?? { start: 0, end: 1, message: 'This cannot be read.' };
  return moved({ ...error, message: `This sidecar is no JSON: ${error.message}` }, shift);
}

function markerLines(json: string): number[] {
  const lines: number[] = [];
  for (const [i, line] of json.split(/\r\n?|\n/).entries()) {
    if (conflictMarker.test(line)) lines.push(i + 1);
    if (lines.length === 12) break;
  }
  return lines;
}

function placeOf(path: string, places: ReadonlyMap<string, Span>): Span | undefined {
  return places.get(path) ?? places.get(path.split('/')[0]);
}

function moved<T extends Span>(problem: T, shift: number): T {
  return { ...problem, start: problem.start + shift, end: problem.end + shift };
}

function failed(start: number, end: number, message: string): Parsed<Sidecar> {
  return { value: null, problems: [{ start, end, message }] };
}
