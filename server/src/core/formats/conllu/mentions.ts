import { firstIndex } from '../../search.ts';
import type { Tag } from '../../tags/model.ts';
import { CodePoints } from '../codePoints.ts';
import { type Chunk, encodeIob } from '../columns/iob.ts';
import { type Range, touched, type Words } from '../columns/words.ts';
import { withoutOverlaps } from '../exported.ts';
import type { TaggedText } from '../format.ts';
import { escapeField, escapeValue } from './escapes.ts';

/** The fields of a mention, as the comment `# global.Entity` declares them. */
export const FIELDS = 'eid-etype-head-identity-other-cut';

/** What the words of a text say of its tags. */
export interface Mentions {
  /** The value of `Entity=` of each word, empty where it has none. */
  readonly entity: readonly string[];
  /** The value of `NER=` of each word in IOB2, `O` where it has none. */
  readonly ner: readonly string[];
  /** The words from each tag's first to its last. */
  readonly ranges: readonly Range[];
}

/** A stretch of a tag, from word to word. */
interface Part extends Range {
  /** How many of the stretch and how many there are, such as `[1/2]`; empty where it is the only one. */
  readonly place: string;
  /** The characters of the first word before it, and of the last word behind it. */
  readonly cut: string;
}

/** A tag with its stretches. */
interface Mention extends Range {
  readonly tag: Tag;
  readonly parts: readonly Part[];
}

/** The tags of a text as its words hold them. The text must have words. */
export function mentionsOf(text: TaggedText, words: Words): Mentions {
  const points = new CodePoints(text.text);
  const mentions = text.sidecar.tags
    .map((tag) => mentionOf(tag, words, points))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const named = entityIds(mentions);
  const brackets = mentions
    .flatMap(({ tag, parts }, i) =>
      parts.map((part) => {
        const eid = `${named[i]}${part.place}`;
        return { ...part, eid, fields: fieldsOf(tag, part) };
      }),
    )
    .sort((a, b) => a.first - b.first);
  return {
    entity: bracketsOn(words.spans.length, brackets),
    ner: encodeIob(words.spans.length, flat(text.sidecar.tags, words)),
    ranges: mentions,
  };
}

function mentionOf(tag: Tag, words: Words, points: CodePoints): Mention {
  const pieces = tag.fragments ?? [[tag.start, tag.end]];
  const parts = pieces.map(([start, end], i): Part => {
    const range = touched(words, { start, end }) ?? nearest(words, start);
    const place = pieces.length > 1 ? `[${i + 1}/${pieces.length}]` : '';
    const from = points.fromUnits(start) - points.fromUnits(words.spans[range.first].start);
    const to = points.fromUnits(words.spans[range.last].end) - points.fromUnits(end);
    return { ...range, place, cut: from === 0 && to === 0 ? '' : `${signed(from)}:${signed(to)}` };
  });
  return { tag, parts, first: parts[0].first, last: parts[parts.length - 1].last };
}

/** The word before a place where there is none, or the first one. */
function nearest({ spans }: Words, at: number): Range {
  const before = Math.max(0, firstIndex(spans.length, (i) => spans[i].end > at) - 1);
  return { first: before, last: before };
}

/** What is cut off; what lies beyond the word has a plus, since a minus parts fields. */
function signed(count: number): string {
  return count < 0 ? `+${-count}` : `${count}`;
}

function fieldsOf(tag: Tag, { cut }: Part): string {
  const other = Object.entries(tag.attributes ?? {}).map(
    ([name, value]) => `${escapeField(name)}:${escapeValue(value)}`,
  );
  const fields = [escapeField(tag.label), '1', escapeField(tag.entity ?? ''), other.join(','), cut];
  return fields.join('-').replace(/-+$/, '');
}

/**
 * What each mention's entity is called: `e1`, `e2` …; mentions of one entity
 * under one label share a name, as coreference has it. Those that would cross
 * another of that name, or have gaps, get one of their own, since a closing
 * bracket says nothing but the name.
 */
function entityIds(mentions: readonly Mention[]): string[] {
  let count = 0;
  const known = new Map<string, { eid: string; open: number[] }[]>();
  return mentions.map(({ tag, parts, first, last }) => {
    if (tag.entity === undefined || parts.length > 1) return `e${++count}`;
    const key = `${tag.label} ${tag.entity}`;
    const names = known.get(key) ?? [];
    known.set(key, names);
    for (const name of names) {
      while (name.open.length > 0 && name.open[name.open.length - 1] < first) name.open.pop();
    }
    let free = names.find(({ open }) => open.length === 0 || open[open.length - 1] >= last);
    if (free === undefined) {
      free = { eid: `e${++count}`, open: [] };
      names.push(free);
    }
    free.open.push(last);
    return free.eid;
  });
}

/**
 * The brackets on each word: those that close, the inner ones first, then those
 * that open, the longer ones first. Stretches of one tag keep their order.
 * @param brackets in the order of their first words, the longer ones first
 */
function bracketsOn(
  count: number,
  brackets: readonly (Part & { readonly eid: string; readonly fields: string })[],
): string[] {
  const closing = Array.from({ length: count }, () => '');
  const opening = Array.from({ length: count }, () => '');
  const single = Array.from({ length: count }, () => '');
  for (const { first, last, place, eid, fields } of brackets) {
    if (first === last && place !== '') opening[first] += `(${eid}-${fields})`;
    else if (first === last) single[first] += `(${eid}-${fields})`;
    else {
      opening[first] += `(${eid}-${fields}`;
      closing[last] = `${eid})${closing[last]}`;
    }
  }
  return closing.map((closes, i) =>
    opening[i] === '' ? single[i] + closes : closes + opening[i] + single[i],
  );
}

/** The tags that IOB can show: without gaps, of two that overlap the longer one. */
function flat(tags: readonly Tag[], words: Words): Chunk[] {
  const whole = tags.flatMap((tag) => {
    const range = tag.fragments === undefined ? touched(words, tag) : null;
    return range === null ? [] : [{ ...tag, start: range.first, end: range.last + 1 }];
  });
  return withoutOverlaps(whole).map(({ start, end, label }) => ({
    first: start,
    last: end - 1,
    label,
  }));
}
