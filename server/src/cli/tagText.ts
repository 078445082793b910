import {
  anchorKeys,
  changesBetween,
  contentKeys,
  sameValue,
  type TagChange,
} from '../core/tags/changes.ts';
import type { Relation, Sidecar, Tag } from '../core/tags/model.ts';
import { markOf } from '../core/tags/rivals.ts';

/** One line that says what a tag is, without the offsets that every edit of the text changes. */
export function tagText(tag: Tag): string {
  const { id, label, quote, entity, status, by, note, attributes } = tag;
  const parts = [label, `“${quote.replace(/\s+/g, ' ')}”`];
  if (entity) parts.push(`→ ${entity}`);
  if (status && status !== 'accepted') parts.push(status);
  for (const [name, value] of Object.entries(attributes ?? {})) parts.push(`${name}=${value}`);
  if (note) parts.push(`note: ${note.replace(/\s+/g, ' ')}`);
  if (by) parts.push(`by ${by}`);
  const mark = markOf(tag);
  if (mark) parts.push('of' in mark ? `conflicts with ${mark.of}` : 'removed by one side');
  return `${parts.join('  ')}  [${id}]`;
}

/** A whole sidecar as lines, for `git diff`. */
export function* sidecarText({ document, tags, relations }: Sidecar): Generator<string> {
  if (document.labels.length > 0) yield `document  ${document.labels.join(', ')}\n`;
  for (const [name, value] of Object.entries(document.attributes)) {
    yield `document  ${name}=${value}\n`;
  }
  for (const tag of tags) yield `${tagText(tag)}\n`;
  for (const relation of relations) yield `${relationText(relation)}\n`;
}

function relationText({ id, label, from, to }: Relation): string {
  return `${label}  ${from} → ${to}  [${id}]`;
}

/** What differs between two sidecars, one line a tag, relation or document field: `+` came, `-` went, `~` changed. */
export function* differences(before: Sidecar, after: Sidecar): Generator<string> {
  if (!sameValue(before.document, after.document)) {
    yield `~ document  ${shown(before.document)} ⇒ ${shown(after.document)}\n`;
  }
  for (const change of changesBetween(before, after)) yield `${changeText(change)}\n`;
  const old = new Map(before.relations.map((relation) => [relation.id, relation]));
  for (const relation of after.relations) {
    const was = old.get(relation.id);
    old.delete(relation.id);
    if (!was) yield `+ ${relationText(relation)}\n`;
    else if (!sameValue(was, relation))
      yield `~ ${relationText(was)} ⇒ ${relationText(relation)}\n`;
  }
  for (const relation of old.values()) yield `- ${relationText(relation)}\n`;
}

function changeText({ before, after }: TagChange): string {
  if (!after) return before ? `- ${tagText(before)}` : '';
  if (!before) return `+ ${tagText(after)}`;
  const parts = contentKeys.filter((key) => !sameValue(before[key], after[key]));
  const what = parts.map((key) => `${key}: ${shown(before[key])} ⇒ ${shown(after[key])}`);
  if (before.quote !== after.quote)
    what.push(`quote: ${shown(before.quote)} ⇒ ${shown(after.quote)}`);
  if (before.start !== after.start || before.end !== after.end) {
    what.push(`${before.start}–${before.end} ⇒ ${after.start}–${after.end}`);
  }
  if (what.length === 0 && anchorKeys.some((key) => !sameValue(before[key], after[key]))) {
    what.push('surroundings');
  }
  return `~ ${tagText(before)}  ${what.join(', ')}`;
}

function shown(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
