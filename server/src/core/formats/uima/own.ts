import type { AttributeValue, Relation, Sidecar, Tag } from '../../tags/model.ts';
import { isAttributes, isRecord } from '../../tags/read.ts';
import { jsonLine } from '../../tags/serialise.ts';

/** Keys of the fields in which a file keeps what its types have no features for, as JSON. */
export const TAG_KEY = 'glossator.tag';
export const RELATION_KEY = 'glossator.relation';
export const DOCUMENT_KEY = 'glossator.document';
const OWN = 'glossator.';

/** What a field keeps of the tag at its place. */
export interface OwnTag extends Pick<Tag, 'id' | 'label'> {
  readonly parts: Partial<
    Pick<Tag, (typeof texts)[number] | 'attributes' | 'fragments' | 'status'>
  >;
  /** The `identifier` that was written for the entity. */
  readonly identifier?: string;
}

const texts = ['entity', 'note', 'by', 'at'] as const;

/** The value of the field of a tag. */
export function tagField(
  { id, label, fragments, entity, attributes, note, by, at, status }: Tag,
  identifier: string | undefined,
): string {
  const known = { id, label, fragments, entity, identifier, attributes, note, by, at, status };
  return jsonLine(Object.fromEntries(Object.entries(known).filter(([, v]) => v !== undefined)));
}

/** The tag that a field keeps; null where it is none that we wrote. */
export function ownTag(value: string): OwnTag | null {
  const raw = parsed(value);
  if (raw === null || typeof raw.id !== 'string' || typeof raw.label !== 'string') return null;
  const parts: { -readonly [K in keyof OwnTag['parts']]: OwnTag['parts'][K] } = {};
  for (const key of texts) {
    const text = raw[key];
    if (typeof text === 'string') parts[key] = text;
  }
  const { id, label, identifier, attributes, status } = raw;
  if (isAttributes(attributes)) parts.attributes = attributes;
  if (status === 'suggested' || status === 'rejected') parts.status = status;
  const fragments = piecesOf(raw.fragments);
  if (fragments) parts.fragments = fragments;
  return { id, label, parts, ...(typeof identifier === 'string' && { identifier }) };
}

function piecesOf(raw: unknown): [number, number][] | null {
  if (!Array.isArray(raw) || raw.length === 0) return null;
  const pieces = (raw as unknown[]).flatMap((piece): [number, number][] => {
    const [start, end]: unknown[] = Array.isArray(piece) ? piece : [];
    return typeof start === 'number' && typeof end === 'number' ? [[start, end]] : [];
  });
  const ordered = pieces.every(
    ([start, end], i) => start <= end && (i === 0 || start >= pieces[i - 1][1]),
  );
  return ordered && pieces.length === raw.length ? pieces : null;
}

/** The value of the field of a relation that a rejected tag has. */
export function relationField({ id, label, from, to }: Relation): string {
  return jsonLine({ id, label, from, to });
}

export function ownRelation(value: string): Relation | null {
  const { id, label, from, to } = parsed(value) ?? {};
  const sound =
    typeof id === 'string' &&
    typeof label === 'string' &&
    typeof from === 'string' &&
    typeof to === 'string';
  return sound ? { id, label, from, to } : null;
}

/** Keys and values of the fields that say what is said of the whole text; attributes that are texts have a field each. */
export function documentFields({
  labels,
  attributes,
}: Sidecar['document']): [key: string, value: string][] {
  const fields: [string, string][] = [];
  const rest: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string' && name !== '' && !name.startsWith(OWN))
      fields.push([name, value]);
    else rest.push([name, value]);
  }
  const kept = {
    ...(labels.length > 0 && { labels }),
    ...(rest.length > 0 && { attributes: Object.fromEntries(rest) }),
  };
  if (Object.keys(kept).length > 0) fields.push([DOCUMENT_KEY, jsonLine(kept)]);
  return fields;
}

export function ownDocument(
  value: string,
): Pick<Sidecar['document'], 'labels' | 'attributes'> | null {
  const raw = parsed(value);
  if (raw === null) return null;
  const labels = Array.isArray(raw.labels) ? (raw.labels as unknown[]) : [];
  return {
    labels: labels.filter((label) => typeof label === 'string'),
    attributes: isAttributes(raw.attributes) ? raw.attributes : {},
  };
}

function parsed(value: string): Readonly<Record<string, unknown>> | null {
  try {
    const raw: unknown = JSON.parse(value);
    return isRecord(raw) ? raw : null;
  } catch {
    return null;
  }
}
