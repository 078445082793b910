import type { Span } from '../span.ts';
import type { TextAccess } from './context.ts';
import type { Tag } from './model.ts';

/**
 * The pieces of a discontinuous tag at the place where it lies now: shifted
 * where its text is unchanged, else each piece searched for in order inside the
 * new hull, and kept at its old distance from the start where it is not found.
 * Undefined for a tag without fragments.
 */
export function movedFragments(
  tag: Tag,
  span: Span,
  text: TextAccess,
): readonly (readonly [number, number])[] | undefined {
  if (!tag.fragments) return undefined;
  const hull = text.slice(span.start, span.end);
  const shift = span.start - tag.start;
  if (hull === tag.quote) {
    return shift === 0
      ? tag.fragments
      : tag.fragments.map(([start, end]) => [start + shift, end + shift]);
  }
  let from = 0;
  const pieces = tag.fragments.map(([start, end]): [number, number] => {
    const piece = tag.quote.slice(start - tag.start, end - tag.start);
    const found = hull.indexOf(piece, from);
    const at = found < 0 ? Math.max(from, Math.min(start - tag.start, hull.length)) : found;
    from = Math.min(at + piece.length, hull.length);
    return [span.start + at, span.start + from];
  });
  pieces[0][0] = span.start;
  const last = pieces[pieces.length - 1];
  last[1] = span.end;
  return pieces;
}
