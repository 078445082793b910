import type { OffsetCount } from '../offsetCounts.ts';

/** Our key in a task's `meta`, for what Label Studio has no place for: it keeps that and does not show it. */
export const OWN_KEY = 'glossator';

/**
 * What Label Studio counts: code points since 2021, UTF-16 units before that
 * and at times after. Where the text of the regions decides nothing it is the first.
 */
export const labelStudioCounts: readonly OffsetCount[] = ['code points', 'UTF-16'];
