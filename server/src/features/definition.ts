import type { TextAnalysis } from '../core/analysis/text.ts';
import type { MentionIndex } from '../core/corpus/mentionIndex.ts';
import type { EntityMention } from '../core/corpus/names.ts';
import type { Span } from '../core/span.ts';
import { entityAt, tagsAt } from './at.ts';
import type { Place } from './place.ts';

/** What a definition may be looked up in besides the text itself. */
export interface DefinitionSources {
  readonly index: MentionIndex;
  /** URI of the text. */
  readonly uri: string;
  /** URI of `entities.json`. */
  readonly registryUri: string;
}

/** The stretch that was asked about, and where it is defined, the surest first. */
export interface Definitions {
  readonly origin: Span;
  readonly places: readonly Place[];
}

/**
 * Where the mention or tag at an offset is defined: the registry's record,
 * then the defining mention in this text, else the fullest name elsewhere in
 * the corpus. Null where there is neither mention nor linked tag.
 */
export function definition(
  analysis: TextAnalysis,
  offset: number,
  sources: DefinitionSources,
): Definitions | null {
  const mention = entityAt(analysis, offset);
  const tag = tagsAt(analysis.tags, offset).find((placed) => placed.tag.entity !== undefined);
  const origin = tag ?? mention;
  if (!origin) return null;
  const entity = tag?.tag.entity ?? mention?.entity;
  const record = entity ? analysis.registry.places.get(entity) : undefined;
  const places: Place[] = record ? [{ ...record, file: sources.registryUri }] : [];
  if (mention) places.push(...definingMentions(mention, sources, places.length > 0));
  return { origin: { start: origin.start, end: origin.end }, places };
}

function definingMentions(
  mention: EntityMention,
  { index, uri }: DefinitionSources,
  recorded: boolean,
): Place[] {
  if (mention.definition) return [mention.definition];
  if (!recorded && !mention.key.includes(' ')) {
    const elsewhere = index.fullest(mention.key);
    if (elsewhere && elsewhere.text !== uri) return [{ ...elsewhere.place, file: elsewhere.text }];
  }
  return [{ start: mention.start, end: mention.end }];
}
