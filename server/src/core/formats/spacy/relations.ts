import { isRecord } from '../../tags/read.ts';
import type { Labels } from '../columns/labels.ts';
import type { ReadRelation, ReadTag } from '../format.ts';
import { idOf, type Raw, textIn } from '../recordValues.ts';
import { type SpanContext, tokenPlaces } from './spans.ts';

/**
 * Relations as Prodigy has them, from head to child: the spans by their ids or
 * offsets, or else the shortest tag around the token. One whose ends are no
 * tags is lost.
 */
export function readRelations(
  list: readonly unknown[],
  tags: readonly ReadTag[],
  names: Labels,
  context: SpanContext,
): ReadRelation[] {
  const places = tokenPlaces(context);
  const byRef = new Map(tags.map((tag) => [tag.ref, tag]));
  const shortest = [...tags].sort((a, b) => a.end - a.start - (b.end - b.start));
  const tagOf = (span: unknown, token: unknown): ReadTag | undefined => {
    if (isRecord(span)) return spanned(span, context, byRef, shortest);
    const place = typeof token === 'number' ? places[token] : null;
    return place
      ? shortest.find(({ start, end }) => start <= place[0] && place[1] <= end)
      : undefined;
  };
  return list.flatMap((raw) => {
    const title = isRecord(raw) ? String(idOf(raw.label) ?? '').trim() : '';
    if (!isRecord(raw) || title === '') {
      context.report('A relation needs a “label” and two spans; it is left out.');
      return [];
    }
    const [from, to] = [tagOf(raw.head_span, raw.head), tagOf(raw.child_span, raw.child)];
    if (!from || !to) {
      context.lose('relations');
      return [];
    }
    const id = textIn(raw.id);
    return [{ label: names.named(title), from: from.ref, to: to.ref, ...(id && { id }) }];
  });
}

function spanned(
  span: Raw,
  { unitOf }: SpanContext,
  byRef: ReadonlyMap<string, ReadTag>,
  tags: readonly ReadTag[],
): ReadTag | undefined {
  const { start, end } = span;
  const known = byRef.get(String(idOf(span.id) ?? ''));
  if (typeof start !== 'number' || typeof end !== 'number') return known;
  const [from, to] = [unitOf(start), unitOf(end)];
  const isThere = (tag: ReadTag) => tag.start === from && tag.end === to;
  if (known && isThere(known)) return known;
  const there = tags.filter(isThere);
  return there.find(({ label }) => label === span.label) ?? there[0];
}
