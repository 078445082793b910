import type { TextAnalysis } from '../core/analysis/text.ts';
import type { MentionIndex } from '../core/corpus/mentionIndex.ts';
import type { Span } from '../core/span.ts';
import { entityAt, tagsAt } from './at.ts';
import type { Place } from './place.ts';

/** What mentions of the name at an offset meet under: the entity's id or the name's key; null where there is no mention. */
export function nameIdAt(analysis: TextAnalysis, offset: number): string | null {
  const linked = tagsAt(analysis.tags, offset).find((placed) => placed.tag.entity !== undefined);
  if (linked?.tag.entity) return linked.tag.entity;
  const mention = entityAt(analysis, offset);
  return mention ? (mention.entity ?? mention.key) : null;
}

/** Every mention in the text of a name or entity, and every tag linked to it, in text order. */
export function mentionsIn(analysis: TextAnalysis, id: string): Span[] {
  const mentions = analysis.mentionGroups().get(id)?.mentions ?? [];
  const known = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
  const linked = analysis.tags
    .filter(({ tag, status }) => tag.entity === id && status !== 'lost')
    .filter(({ start, end }) => !known.has(`${start}-${end}`))
    .map(({ start, end }) => ({ start, end }));
  return [...mentions, ...linked].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Every mention in the corpus of the name at an offset: this text's first, then the others' by URI. */
export function references(
  analysis: TextAnalysis,
  offset: number,
  index: MentionIndex,
  uri: string,
): Place[] {
  const id = nameIdAt(analysis, offset);
  if (id === null) return [];
  const elsewhere = index
    .mentionsOf(id)
    .filter(({ text }) => text !== uri)
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .flatMap(({ text, mentions }) => mentions.map((span) => ({ ...span, file: text })));
  return [...mentionsIn(analysis, id), ...elsewhere];
}
