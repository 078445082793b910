import type { Tag } from '../../tags/model.ts';
import { content } from './xml.ts';

/** Which tags can be elements of the text, and which stand apart from it. */
export interface Division {
  /** In the order in which they open; they nest. */
  readonly inline: readonly Tag[];
  readonly apart: readonly Tag[];
}

/**
 * Divides tags: those that cross another, have gaps or no text stand apart. So
 * do rejected ones, which whoever reads the text alone would take for names.
 */
export function divide(tags: readonly Tag[]): Division {
  const inline: Tag[] = [];
  const apart: Tag[] = [];
  const open: Tag[] = [];
  for (const tag of [...tags].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && open[open.length - 1].end <= tag.start) open.pop();
    const around = open.at(-1);
    const crosses = around !== undefined && tag.end > around.end;
    const gaps = (tag.fragments?.length ?? 0) > 1;
    if (crosses || gaps || tag.start === tag.end || tag.status === 'rejected') {
      apart.push(tag);
    } else {
      inline.push(tag);
      open.push(tag);
    }
  }
  return { inline, apart };
}

/**
 * A text with its tags as elements, as XML.
 * @param inline nested tags in the order in which they open
 * @param tagOf the start tag and the end tag of each
 * @param anchors what stands at offsets of the text
 */
export function withElements(
  text: string,
  inline: readonly Tag[],
  tagOf: (tag: Tag) => readonly [start: string, end: string],
  anchors: ReadonlyMap<number, string>,
): string {
  const places = new Set([...inline.flatMap(({ start, end }) => [start, end]), ...anchors.keys()]);
  const open: Tag[] = [];
  let written = '';
  let done = 0;
  let next = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    written += content(text.slice(done, place));
    done = place;
    for (let top = open.at(-1); top !== undefined && top.end === place; top = open.at(-1)) {
      written += tagOf(top)[1];
      open.pop();
    }
    written += anchors.get(place) ?? '';
    for (; next < inline.length && inline[next].start === place; next++) {
      written += tagOf(inline[next])[0];
      open.push(inline[next]);
    }
  }
  return written + content(text.slice(done));
}
