import { firstIndex } from '../../search.ts';
/**
 * A text without its white space, so that a text wrapped anew compares equal,
 * with the way back to the text's own offsets.
 */
export interface Skeleton {
  readonly units: string;
  /** Offset in the text of each unit. */
  readonly offsets: Uint32Array;
}

const space = /\s+/g;

/** The text's units that are no white space. */
export function skeletonOf(text: string): Skeleton {
  const units = withoutSpace(text);
  const offsets = new Uint32Array(units.length);
  for (let i = 0, at = 0; i < units.length; i++, at++) {
    const unit = units.charCodeAt(i);
    while (text.charCodeAt(at) !== unit) at++;
    offsets[i] = at;
  }
  return { units, offsets };
}

/** A short string without its white space. */
export function withoutSpace(text: string): string {
  return text.replace(space, '');
}

/** Index of the first unit at or behind a text offset; the number of units where there is none. */
export function indexAt({ offsets }: Skeleton, offset: number): number {
  return firstIndex(offsets.length, (i) => offsets[i] >= offset);
}
