import type { AttributeValue, Sidecar, Tag } from '../tags/model.ts';
import { isAttributes, isRecord } from '../tags/read.ts';

/** A JSON object. */
export type Raw = Readonly<Record<string, unknown>>;

/** What records call the key for the name of the text's file. */
export const FILE_KEY = 'file';
const fileKeys = [FILE_KEY, 'filename', 'file_name', 'fileName', 'path'];

/** The key under which a record names the text's file, or null. */
export function fileKeyOf(raw: Raw): string | null {
  const named = (key: string) => typeof raw[key] === 'string' && String(raw[key]).trim() !== '';
  return fileKeys.find(named) ?? null;
}

/** The value as the name of a text. */
export function idOf(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** A record's keys as attributes, and how many say something that no attribute can; `null` says nothing. */
export function attributesOf(
  raw: Raw,
  known: ReadonlySet<string>,
): { readonly attributes: Record<string, AttributeValue>; readonly others: number } {
  const attributes: Record<string, AttributeValue> = {};
  let others = 0;
  for (const [key, value] of Object.entries(raw)) {
    if (known.has(key) || value === null || isBlank(value)) continue;
    const one: unknown = { [key]: value };
    if (isAttributes(one)) Object.assign(attributes, one);
    else others++;
  }
  return { attributes, others };
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

/** The attributes of a text whose keys are not taken, and how many are left out. */
export function freeAttributes(
  { attributes }: Sidecar['document'],
  taken: ReadonlySet<string>,
): { readonly attributes: Record<string, AttributeValue>; readonly left: number } {
  const entries = Object.entries(attributes);
  const kept = entries.filter(([key]) => !taken.has(key));
  return { attributes: Object.fromEntries(kept), left: entries.length - kept.length };
}

/** The value where it is a list, else none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value where it is text that is not blank. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The status of a tag, where it is one. */
export function statusOf(value: unknown): Tag['status'] {
  return value === 'suggested' || value === 'accepted' || value === 'rejected' ? value : undefined;
}

/** A time as ISO 8601: one that is written so, or seconds since 1970. */
export function timeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return textIn(value);
  const fits = typeof value === 'number' && value >= 0 && value < 1e11;
  return fits ? new Date(value * 1000).toISOString() : undefined;
}
