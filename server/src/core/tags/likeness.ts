import type { Span } from '../span.ts';
import type { Tag } from './model.ts';

/**
 * What tags have in common that say the same of the same words: span and
 * fragments, label, entity, attributes. Who made them, when, and notes do not count.
 * @param span what `spanKey` says of the place where the tag lies
 */
export function tagKey(tag: Pick<Tag, 'label' | 'entity' | 'attributes'>, span: string): string {
  const { label, entity = '', attributes = {} } = tag;
  const key = `${span} ${label.length} ${label}${entity.length} ${entity}`;
  const entries = Object.entries(attributes);
  if (entries.length === 0) return key;
  return key + JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What tags with the same span and fragments have in common. */
export function spanKey({ start, end }: Span, fragments: Tag['fragments']): string {
  return [start, end, ...(fragments ?? [])].join(' ');
}

/** `tagKey` of a tag where it says itself that it lies. */
export function ownKey(tag: Tag): string {
  return tagKey(tag, spanKey(tag, tag.fragments));
}
