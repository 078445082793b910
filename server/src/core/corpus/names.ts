import type { AbbreviationDefinition, EntityCandidate, EntitySource, EntityType } from '../recognise/mentions.ts';
import type { Span } from '../span.ts';

/** A mention of an entity with whole-document knowledge added. */
export interface EntityMention extends Span {
  readonly type: EntityType;
  readonly entity: string | null;
  readonly source: EntitySource;
  /** The defining mention: an abbreviation's expansion, or the fullest name in this text. Null where the mention itself is it. */
  readonly definition: Span | null;
  /** See `EntityCandidate.key`; of the name the mention was resolved to. */
  readonly key: string;
  readonly why: string;
}

/** A piece of the document whose absolute offset changes while its content does not. */
export interface Part {
  readonly start: number;
}

/** What all chunks of one text know together about its names. */
export class NameIndex {
  add(_part: Part, _candidates: readonly EntityCandidate[], _abbreviations: readonly AbbreviationDefinition[]): void {}
  remove(_part: Part): void {}
}
