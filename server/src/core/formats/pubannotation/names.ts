/**
 * Predicates of the attributes that hold what a tag has besides its own
 * attributes. They begin as PubAnnotation's own names do (`_FRAGMENT`).
 */
export const ownPredicates = {
  _entity: 'entity',
  _note: 'note',
  _by: 'by',
  _at: 'at',
  _status: 'status',
} as const;

/** The part of a tag that an attribute of ours holds. */
export type OwnPart = (typeof ownPredicates)[keyof typeof ownPredicates];

/** The part of a tag that a predicate names, or null where it is an attribute like any other. */
export function ownPart(predicate: string): OwnPart | null {
  const found = Object.entries(ownPredicates).find(([name]) => name === predicate);
  return found?.[1] ?? null;
}

/** What PubAnnotation says of a document as a whole; they are attributes of the text here. */
export const documentKeys = ['sourcedb', 'sourceid', 'divid', 'source_url', 'target', 'project'];
