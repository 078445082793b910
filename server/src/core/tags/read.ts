import { MOST_DEPTH } from './json.ts';
import type { AttributeValue, Relation, Tag, TagStatus, TextFingerprint } from './model.ts';

/** Takes a complaint about the value at a path of `JsonOutline.places`. */
export type Report = (path: string, message: string) => void;

type Raw = Readonly<Record<string, unknown>>;

/** Whether the value is a JSON object. */
export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const tagKeys = new Set([
  'id',
  'label',
  'start',
  'end',
  'quote',
  'prefix',
  'suffix',
  'fragments',
  'entity',
  'attributes',
  'note',
  'by',
  'at',
  'status',
]);
const statuses: ReadonlySet<unknown> = new Set<TagStatus>(['suggested', 'accepted', 'rejected']);
const relationKeys = new Set(['id', 'label', 'from', 'to']);
const textKeys = new Set(['sha256', 'length']);

/**
 * Reads one tag. Whatever cannot be kept as it is, is reported.
 * @param length of the text that the sidecar says its offsets belong to
 */
export function readTag(raw: unknown, path: string, length: number, report: Report): Tag | null {
  if (!isRecord(raw)) return refuse(report, path, 'This tag is no object.');
  const { id, label, start, end, quote, prefix = '', suffix = '' } = raw;
  if (!isId(id))
    return refuse(
      report,
      path,
      'This tag has no usable id: a string without slashes, backslashes and control characters.',
    );
  const name = `Tag “${id}”`;
  if (typeof label !== 'string' || label === '')
    return refuse(report, path, `${name} has no label.`);
  if (!isOffset(start) || !isOffset(end)) {
    return refuse(
      report,
      path,
      `${name} needs “start” and “end” that are whole numbers from 0 up.`,
    );
  }
  if (end < start)
    return refuse(report, path, `${name} ends (${end}) before it starts (${start}).`);
  if (end > length)
    return refuse(report, path, `${name} ends at ${end}, past the end of its text (${length}).`);
  if (typeof quote !== 'string')
    return refuse(report, path, `${name} has no “quote”, the tagged text.`);
  if (typeof prefix !== 'string' || typeof suffix !== 'string') {
    return refuse(report, path, `${name} has a “prefix” or “suffix” that is no string.`);
  }
  const tag: Tag = { id, label, start, end, quote, prefix, suffix };
  let plain = 7;
  if (raw.prefix === undefined) plain--;
  if (raw.suffix === undefined) plain--;
  let keys = 0;
  for (const _ in raw) keys++;
  return keys === plain ? tag : readRest(raw, tag, name, path, report);
}

function readRest(raw: Raw, tag: Tag, name: string, path: string, report: Report): Tag | null {
  const rest: { -readonly [K in keyof Tag]?: Tag[K] } = {};
  const { fragments, attributes, status } = raw;
  if (fragments !== undefined) {
    if (!isFragments(fragments, tag.start, tag.end)) {
      return refuse(
        report,
        path,
        `${name} has “fragments” that are no ordered list of [start, end] whose hull is the tag.`,
      );
    }
    rest.fragments = fragments;
  }
  for (const key of ['entity', 'note', 'by', 'at'] as const) {
    const value = raw[key];
    if (value === undefined) continue;
    if (typeof value !== 'string')
      return refuse(report, path, `${name} has a “${key}” that is no string.`);
    rest[key] = value;
  }
  if (attributes !== undefined) {
    if (!isAttributes(attributes)) {
      return refuse(
        report,
        path,
        `${name} has “attributes” that are not all strings, numbers, true or false.`,
      );
    }
    rest.attributes = attributes;
  }
  if (status !== undefined) {
    if (!statuses.has(status))
      return refuse(
        report,
        path,
        `${name} has a “status” other than suggested, accepted and rejected.`,
      );
    rest.status = status as TagStatus;
  }
  const extra = readExtra(raw, tagKeys, path, report);
  return { ...tag, ...rest, ...extra };
}

/** Reads one relation; its ends need not exist. */
export function readRelation(raw: unknown, path: string, report: Report): Relation | null {
  if (!isRecord(raw)) return refuse(report, path, 'This relation is no object.');
  const { id, label, from, to } = raw;
  if (!isId(id)) return refuse(report, path, 'This relation has no usable id.');
  if (typeof label !== 'string' || typeof from !== 'string' || typeof to !== 'string') {
    return refuse(report, path, `Relation “${id}” needs “label”, “from” and “to”.`);
  }
  return { id, label, from, to, ...readExtra(raw, relationKeys, path, report) };
}

/** Reads the fingerprint of the text that the offsets belong to. */
export function readFingerprint(raw: unknown, report: Report): TextFingerprint | null {
  if (!isRecord(raw) || typeof raw.sha256 !== 'string' || !isOffset(raw.length)) {
    return refuse(
      report,
      'text',
      "The sidecar needs “text” with the text's “sha256” and “length”.",
    );
  }
  return { sha256: raw.sha256, length: raw.length, ...readExtra(raw, textKeys, 'text', report) };
}

/** The keys that are not known, so that they survive; reports those that could not be written back as they are. */
export function readExtra(
  raw: Raw,
  known: ReadonlySet<string>,
  path: string,
  report: Report,
): { extra?: Raw } {
  const unknown = Object.entries(raw).filter(([key]) => !known.has(key));
  if (unknown.length === 0) return {};
  for (const [key, value] of unknown) {
    const fault = keepable(value, MOST_DEPTH);
    if (fault) report(path === '' ? key : path, `The unknown key “${key}” ${fault}`);
  }
  return { extra: Object.fromEntries(unknown) };
}

/** Why the value cannot be written back as it was read, or null where it can. */
function keepable(value: unknown, depth: number): string | null {
  if (depth === 0) return `nests deeper than ${MOST_DEPTH} levels.`;
  if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
    return 'holds a number too large to be kept exactly.';
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const item of Object.values(value)) {
    const fault = keepable(item, depth - 1);
    if (fault) return fault;
  }
  return null;
}

/** Whether every value is a string, a finite number or a truth value. */
export function isAttributes(value: unknown): value is Readonly<Record<string, AttributeValue>> {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (item) =>
        typeof item === 'string' ||
        typeof item === 'boolean' ||
        (typeof item === 'number' && Math.abs(item) <= Number.MAX_SAFE_INTEGER),
    )
  );
}

function isFragments(
  value: unknown,
  start: number,
  end: number,
): value is readonly (readonly [number, number])[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  let last = start;
  for (const piece of value as unknown[]) {
    if (!Array.isArray(piece) || piece.length !== 2) return false;
    const [from, to] = piece as unknown[];
    if (!isOffset(from) || !isOffset(to) || from < last || to < from) return false;
    last = to;
  }
  const [first] = value as [[number, number]];
  return first[0] === start && last === end;
}

const hostile = /[\p{Cc}/\\]/u;

/** Whether something can be the id of a tag or relation: it may stand in paths and in lines. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200 && !hostile.test(value);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

function refuse(report: Report, path: string, message: string): null {
  report(path, message);
  return null;
}
