import type { TextAnalysis } from '../core/analysis/text.ts';
import type { Span } from '../core/span.ts';
import type { PlacedTag } from '../core/tags/model.ts';
import { counted } from './markdown.ts';

/** A heading with the tags below it, or a tag. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'heading' | 'tag';
  /** What the item covers. */
  readonly full: Span;
  /** What to select when the item is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** An outline lists the tags of a text that has no more than these; of a text with more the headings count theirs. */
const MOST_TAGS = 10_000;
/** Units of a tag's words that are shown. */
const LONGEST_NAME = 80;
/** A line longer than this is no heading. */
const LONGEST_HEADING = 120;
const SENTENCE_END = /[.!?:;,…”"»)]\s*$/u;

/** The text's headings, each with the tags that stand below it up to the next one. */
export function documentSymbol(analysis: TextAnalysis): OutlineItem[] {
  const headings = findHeadings(analysis);
  const tags = analysis.tags.filter((placed) => placed.status !== 'lost');
  const listed = tags.length <= MOST_TAGS;
  let next = 0;
  const takeUntil = (end: number): PlacedTag[] => {
    const from = next;
    while (next < tags.length && tags[next].start < end) next++;
    return tags.slice(from, next);
  };
  const itemsOf = (own: readonly PlacedTag[]): OutlineItem[] =>
    listed ? own.map((placed) => tagItem(analysis, placed)) : [];
  const before = itemsOf(takeUntil(headings[0]?.start ?? analysis.length + 1));
  const below = headings.map((selection, i): OutlineItem => {
    const own = takeUntil(headings[i + 1]?.start ?? analysis.length + 1);
    const end = own.reduce(
      (last, tag) => Math.max(last, tag.end),
      headings[i + 1]?.start ?? analysis.length,
    );
    const name = analysis.slice(selection.start, selection.end);
    const detail = listed || own.length === 0 ? '' : counted(own.length, 'tag');
    const full = { start: selection.start, end };
    return { name, detail, kind: 'heading', full, selection, children: itemsOf(own) };
  });
  return [...before, ...below];
}

function tagItem(analysis: TextAnalysis, { tag, start, end }: PlacedTag): OutlineItem {
  const words = analysis.slice(start, Math.min(end, start + LONGEST_NAME * 4));
  const name = words.replace(/\s+/g, ' ').slice(0, LONGEST_NAME) || tag.quote;
  return {
    name,
    detail: tag.label,
    kind: 'tag',
    full: { start, end },
    selection: { start, end },
    children: [],
  };
}

/** Short blocks of one line that end like no sentence. */
function findHeadings(analysis: TextAnalysis): Span[] {
  const headings: Span[] = [];
  for (const chunk of analysis.text.chunks) {
    for (const match of chunk.text.matchAll(/(?:^|\n[ \t]*\n|^\n)([^\n]{2,120})(?=\n|$)/g)) {
      const line = match[1].trim();
      if (line.length < 2 || line.length > LONGEST_HEADING || SENTENCE_END.test(line)) continue;
      const start = chunk.start + match.index + match[0].length - match[1].trimStart().length;
      headings.push({ start, end: start + line.length });
    }
  }
  return headings;
}
