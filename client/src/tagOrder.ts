/** Questions about where tags lie, over plain LSP positions. */
export interface Place {
  readonly line: number;
  readonly character: number;
}
/** Half-open, like an LSP or VS Code range. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}
interface Placed {
  readonly range: Stretch;
}

/** Negative, zero or positive as `a` lies before, at or behind `b`. */
export function comparePlaces(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}

/** Text order; of two that start together the longer comes first. */
export function compareStretches(a: Stretch, b: Stretch): number {
  return comparePlaces(a.start, b.start) || comparePlaces(b.end, a.end);
}

/** Whether the stretches share text; an empty one touches what it lies in or at the edge of. */
export function touches(a: Stretch, b: Stretch): boolean {
  const empty = comparePlaces(b.start, b.end) === 0;
  const least = empty ? 0 : 1;
  return comparePlaces(b.end, a.start) >= least && comparePlaces(a.end, b.start) >= least;
}

/** The tags that touch a stretch, innermost first. */
export function touching<T extends Placed>(tags: readonly T[], where: Stretch): T[] {
  return tags
    .filter((tag) => touches(tag.range, where))
    .sort((a, b) => compareStretches(b.range, a.range));
}

/**
 * How many other tags each tag lies in, wholly or in part, among those that
 * start before it; 0 for a tag that stands alone.
 * @param tags in text order
 */
export function depths(tags: readonly Placed[]): number[] {
  const open: { end: Place; depth: number }[] = [];
  return tags.map(({ range }) => {
    for (let i = open.length - 1; i >= 0; i -= 1) {
      if (comparePlaces(open[i]?.end ?? range.start, range.start) <= 0) open.splice(i, 1);
    }
    const taken = new Set(open.map(({ depth }) => depth));
    let depth = 0;
    while (taken.has(depth)) depth += 1;
    open.push({ end: range.end, depth });
    return depth;
  });
}
