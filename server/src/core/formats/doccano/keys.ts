import type { OffsetCount } from '../offsetCounts.ts';

/**
 * What doccano itself counts, in the browser, unless a project counts grapheme
 * clusters. Scripts that made files for it often count code points.
 */
export const WRITTEN_COUNT: OffsetCount = 'UTF-16';

/** What offsets may count; where nothing decides it, the first. */
export const doccanoCounts: readonly OffsetCount[] = [WRITTEN_COUNT, 'code points', 'graphemes'];

/** Our key for what the offsets count; doccano keeps it and gives it back, as all keys that it does not know. */
export const COUNT_KEY = 'offsets';

/** Keys of a record that are about tags, and not what doccano calls the text's metadata. */
export const recordKeys: ReadonlySet<string> = new Set([
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'relations',
  'annotations',
  'cats',
  'meta',
  'file',
  'Comments',
  'comments',
  COUNT_KEY,
]);
