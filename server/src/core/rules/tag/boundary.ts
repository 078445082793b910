import type { Span } from '../../span.ts';
import type { PlacedTag } from '../../tags/model.ts';
import { graphemeBounds } from '../../text/graphemes.ts';
import { tokenAt } from '../../text/tokens.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { stands } from './standing.ts';

/** Units of the text looked at on either side of a tag's end. */
const reach = 64;
/** Units of a tag's words that may be shown. */
const longest = 200;
/** The first combining mark: no unit below it joins the one before it. */
const combining = '\u0300';
/** Marks at which a word may be cut: `IS` in `anti-IS`, `Tatt` in `Tatt’i`. */
const seam = /[-‐‑–—'’./_@:]/;

/** A tag that cuts a word or a character in two, begins or ends with white space, or covers nothing. */
export const boundary: TextRule = {
  code: 'tag/boundary',
  severity: 'info',
  title: 'Tag that begins or ends in the wrong place',
  scope: 'text',
  check(text) {
    const empties: Finding[] = [];
    const doubtful: Cut[] = [];
    for (const placed of text.tags) {
      if (!stands(placed) || placed.status === 'changed') continue;
      if (placed.start === placed.end) empties.push(empty(placed));
      else if (!isPlain(text, placed)) doubtful.push(cutOf(text, placed));
    }
    const words = wordsCut(text, doubtful);
    return [...empties, ...doubtful.flatMap((cut) => misplaced(text, cut, words) ?? [])];
  },
};

/** A tag that may begin or end in the wrong place: its span without white space at its ends, and that grown to whole characters. */
interface Cut {
  readonly placed: PlacedTag;
  readonly inner: Span;
  readonly graphemes: Span;
}

function empty({ tag: { id, label }, start, end }: PlacedTag): Finding {
  return {
    code: 'tag/boundary',
    start,
    end,
    tag: id,
    message: `This tag (${label}) covers no text.`,
    fixes: [command('Remove the tag', 'glossator.untag', { id })],
  };
}

/** Whether the units at both ends of a tag show that it cuts nothing. */
function isPlain(text: AnalysedText, { start, end }: Span): boolean {
  const [before, first] = sides(text, start);
  const [last, behind] = sides(text, end);
  return separates(before, first) && separates(behind, last);
}

function cutOf(text: AnalysedText, placed: PlacedTag): Cut {
  const inner = trimmed(text, placed);
  const graphemes = {
    start: graphemeAt(text, inner.start).start,
    end: graphemeAt(text, inner.end).end,
  };
  return { placed, inner, graphemes };
}

/** The words that tags cut in two, by the offset of the cut: looked up in text order, so that no passage is read twice, however the tags nest. */
function wordsCut(text: AnalysedText, cuts: readonly Cut[]): Map<number, Span> {
  const offsets = new Set(cuts.flatMap(({ graphemes: { start, end } }) => [start, end]));
  const words = new Map<number, Span>();
  for (const offset of Float64Array.from(offsets).sort()) {
    const word = cutWord(text, offset);
    if (word) words.set(offset, word);
  }
  return words;
}

function misplaced(
  text: AnalysedText,
  { placed: { tag, start, end }, inner, graphemes }: Cut,
  cut: ReadonlyMap<number, Span>,
): Finding | null {
  const whole = {
    start: cut.get(graphemes.start)?.start ?? graphemes.start,
    end: cut.get(graphemes.end)?.end ?? graphemes.end,
  };
  if (whole.start === start && whole.end === end) return null;
  const { id, label } = tag;
  const words = quoted(text.slice(whole.start, Math.min(whole.end, whole.start + longest)));
  const [what, fix] = reason({ start, end }, inner, graphemes);
  return {
    code: 'tag/boundary',
    start,
    end,
    tag: id,
    message: `This tag (${label}) ${what}; the whole is ${words}.`,
    fixes: [command(`${fix} ${words}`, 'glossator.replace', { id }, whole)],
  };
}

/** The units on both sides of an offset; blanks where the text ends. */
function sides(text: AnalysedText, offset: number): [before: string, behind: string] {
  return [text.slice(offset - 1, offset) || ' ', text.slice(offset, offset + 1) || ' '];
}

/** Whether a tag may begin or end between the two units without a further look: a blank outside, a plain letter inside. */
function separates(outside: string, inside: string): boolean {
  return isBlank(outside) && !isBlank(inside) && inside < combining;
}

function isBlank(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\t';
}

function reason(placed: Span, inner: Span, graphemes: Span): [what: string, fix: string] {
  if (inner.start !== placed.start || inner.end !== placed.end)
    return ['begins or ends with white space', 'Place the tag on'];
  if (graphemes.start !== inner.start || graphemes.end !== inner.end)
    return ['cuts a character in two', 'Grow the tag to'];
  return ['cuts a word in two', 'Grow the tag to'];
}

/** The span without white space at its ends; one of white space alone stays as it is. */
function trimmed(text: AnalysedText, { start, end }: Span): Span {
  const head = text.slice(start, Math.min(end, start + reach));
  const tail = text.slice(Math.max(start, end - reach), end);
  const from = start + head.length - head.trimStart().length;
  const to = end - (tail.length - tail.trimEnd().length);
  return from < to ? { start: from, end: to } : { start, end };
}

/** The grapheme cluster that the offset cuts in two; an empty span there where it cuts none. */
function graphemeAt(text: AnalysedText, offset: number): Span {
  const plain = sides(text, offset).every((unit) => unit < combining);
  const base = Math.max(0, offset - reach);
  const at = { start: offset - base, end: offset - base };
  if (plain) return { start: offset, end: offset };
  const { start, end } = graphemeBounds(text.slice(base, offset + reach), at);
  return { start: start + base, end: end + base };
}

/** The word that the offset cuts in two, or null. */
function cutWord(text: AnalysedText, offset: number): Span | null {
  const sides = text.slice(Math.max(0, offset - 1), offset + 1);
  if (sides.length < 2 || /\s/.test(sides) || seam.test(sides)) return null;
  const { tokens, offset: base } = text.passageAt(offset);
  const index = tokenAt(tokens, offset - base);
  if (index < 0 || tokens.start[index] + base >= offset) return null;
  return { start: tokens.start[index] + base, end: tokens.end[index] + base };
}
