import type { Tag } from '../../tags/model.ts';
import { isAttributes, isRecord } from '../../tags/read.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadTag } from '../format.ts';
import type { LinkedEntities } from '../linked.ts';
import type { Feature } from '../losses.ts';
import { isQuoted } from '../offsetCounts.ts';
import { attributesOf, idOf, listOf, type Raw, statusOf, textIn, timeOf } from '../recordValues.ts';

/** What the spans of one record are read with. */
export interface SpanContext {
  readonly text: string;
  /** Leads from the file's offsets to UTF-16 ones. */
  readonly unitOf: (offset: number) => number;
  /** The record's tokens, which may say where spans lie. */
  readonly tokens: readonly unknown[];
  /** What holds of every span that does not say otherwise. */
  readonly shared: Pick<Tag, 'by' | 'at' | 'status'>;
  readonly labels: Labels;
  readonly entities: LinkedEntities;
  readonly report: (message: string) => void;
  readonly lose: (what: Feature, count?: number) => void;
}

const spanKeys = new Set([
  'start',
  'end',
  'start_char',
  'end_char',
  'token_start',
  'token_end',
  'label',
  'text',
  'id',
  'kb_id',
  'attributes',
  'note',
  'by',
  'at',
  'status',
  'color',
  'input_hash',
  'token_start_char',
]);

/** A list of spans: objects, or `[start, end, label]` as spaCy is trained with. */
export function readSpans(
  list: readonly unknown[],
  context: SpanContext,
  group?: string,
): ReadTag[] {
  return list.flatMap((item, i) => {
    const raw = Array.isArray(item) ? ofTuple(item) : item;
    const tag = isRecord(raw) ? readSpan(raw, i, context, group) : null;
    if (!isRecord(raw)) context.report(`Span ${i + 1} is no object and no list; it is left out.`);
    return tag ? [tag] : [];
  });
}

function ofTuple([start, end, label, kb_id]: readonly unknown[]): Raw {
  return { start, end, label, ...(kb_id !== undefined && { kb_id }) };
}

function readSpan(raw: Raw, at: number, context: SpanContext, group?: string): ReadTag | null {
  const { text, report, lose, shared, entities } = context;
  const ref = textIn(raw.id) ?? String(idOf(raw.id) || `#${at + 1}`);
  const place = placeOf(raw, context);
  if (place === null) {
    report(`The span “${ref}” needs “start” and “end”, whole numbers; it is left out.`);
    return null;
  }
  const title = String(idOf(raw.label) ?? '').trim();
  if (title === '') {
    // Prodigy marks noun phrases and the like without a label.
    lose('other');
    return null;
  }
  const [start, end] = place;
  const quote = textIn(raw.text);
  if (quote !== undefined && !isQuoted(quote, text, start, end)) {
    report(`“${text.slice(start, end)}” stands where the span “${ref}” says “${quote}”.`);
  }
  const label = context.labels.named(title);
  const { attributes, others } = attributesOf(raw, spanKeys);
  lose('extra', others);
  const own = isAttributes(raw.attributes) ? raw.attributes : {};
  if (raw.attributes !== undefined && !isAttributes(raw.attributes)) lose('attributes');
  const all = { ...(group !== undefined && { group }), ...attributes, ...own };
  const knowledge = textIn(String(idOf(raw.kb_id) ?? ''));
  const linked = knowledge !== undefined && knowledge !== 'NIL';
  const by = typeof raw.by === 'string' ? raw.by : shared.by;
  const time = timeOf(raw.at) ?? shared.at;
  const status = statusOf(raw.status) ?? shared.status;
  return {
    ref,
    label,
    start,
    end,
    ...(linked && { entity: entityOf(knowledge, label, text.slice(start, end), entities) }),
    ...(Object.keys(all).length > 0 && { attributes: all }),
    ...(typeof raw.note === 'string' && { note: raw.note }),
    ...(by !== undefined && { by }),
    ...(time !== undefined && { at: time }),
    ...(status !== undefined && status !== 'accepted' && { status }),
  };
}

/** The id of the entity that a knowledge base calls so; of a URL its last part. */
function entityOf(id: string, type: string, mention: string, entities: LinkedEntities): string {
  return entities.named(id, type, mention, /^https?:/i.test(id) ? undefined : id);
}

/** Where a span lies, by its own offsets or by its tokens. */
function placeOf(raw: Raw, { unitOf, tokens }: SpanContext): [number, number] | null {
  const token = (at: unknown): Raw => {
    const found = typeof at === 'number' ? tokens[at] : undefined;
    return isRecord(found) ? found : {};
  };
  const start = raw.start ?? raw.start_char ?? token(raw.token_start).start;
  const end = raw.end ?? raw.end_char ?? token(raw.token_end).end;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  return [unitOf(start), unitOf(end)];
}

/** The tags with each `ref` once, those of later ones made new. */
export function withOwnRefs(tags: readonly ReadTag[]): ReadTag[] {
  const taken = new Set<string>();
  return tags.map((tag) => {
    let ref = tag.ref;
    for (let n = 2; taken.has(ref); n++) ref = `${tag.ref}-${n}`;
    taken.add(ref);
    return ref === tag.ref ? tag : { ...tag, ref };
  });
}

/** The tokens' places by UTF-16 offsets. */
export function tokenPlaces({ tokens, unitOf }: SpanContext): ([number, number] | null)[] {
  return listOf(tokens).map((token) => {
    if (!isRecord(token)) return null;
    const { start, end } = token;
    return typeof start === 'number' && typeof end === 'number'
      ? [unitOf(start), unitOf(end)]
      : null;
  });
}
