import type { TextAccess } from '../tags/context.ts';
import { makeTag } from '../tags/edits.ts';
import type { Sidecar, Tag } from '../tags/model.ts';
import { sortTags } from '../tags/serialise.ts';
import type { SuggestedSpan } from './decode.ts';

/** Suggestions less sure than this are left out where nothing else is said, 0 to 1. */
export const LEAST_SCORE = 0.5;

/** How suggestions become tags. */
export interface SuggestionOptions {
  /** The names of the tagset's labels. */
  readonly labels: readonly string[];
  /** Who the tags are by. */
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/**
 * Adds spans as tags with the status `suggested`; `score` is kept as a key of
 * its own. A span that any tag covers exactly is left out, whatever that tag's
 * label and status: a person has judged it, or will.
 * @param text canonical text that both the sidecar and the spans belong to
 */
export function addSuggestions(
  sidecar: Sidecar,
  spans: readonly SuggestedSpan[],
  text: TextAccess,
  { labels, by, at }: SuggestionOptions,
): { sidecar: Sidecar; added: readonly Tag[] } {
  const known = new Map(labels.map((name) => [name.toLowerCase(), name]));
  const taken = new Set(sidecar.tags.map(placeKey));
  const added: Tag[] = [];
  for (const span of spans) {
    if (taken.has(placeKey(span))) continue;
    const label = known.get(span.label.toLowerCase()) ?? span.label;
    const { start, end } = span;
    const tag = makeTag({ start, end, label, by, at, status: 'suggested' }, text);
    added.push({ ...tag, extra: { score: Math.round(span.score * 1000) / 1000 } });
  }
  if (added.length === 0) return { sidecar, added };
  return { sidecar: { ...sidecar, tags: sortTags([...sidecar.tags, ...added]) }, added };
}

function placeKey({ start, end }: { start: number; end: number }): string {
  return `${start}:${end}`;
}
