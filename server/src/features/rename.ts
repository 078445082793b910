import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Span } from '../core/span.ts';
import { entityAt, tagsAt } from './at.ts';

/** What a rename at an offset is about. */
export interface RenameTarget {
  readonly kind: 'entity' | 'label';
  /** The entity's id or the label's name as it is. */
  readonly name: string;
  readonly span: Span;
}

/** What can be renamed at an offset: the entity that a tag or mention there means, else the label of the tag; or null. */
export function renameTarget(analysis: TextAnalysis, offset: number): RenameTarget | null {
  const tags = tagsAt(analysis.tags, offset);
  const linked = tags.find(({ tag }) => tag.entity !== undefined);
  if (linked?.tag.entity) return { kind: 'entity', name: linked.tag.entity, span: spanOf(linked) };
  const mention = entityAt(analysis, offset);
  if (mention?.entity) return { kind: 'entity', name: mention.entity, span: spanOf(mention) };
  return tags[0] ? { kind: 'label', name: tags[0].tag.label, span: spanOf(tags[0]) } : null;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
