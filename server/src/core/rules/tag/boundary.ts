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
/** Marks at which a word may be cut: `IS` in `anti-IS`, `Tatt` in `Tatt’i`. */
const seam = /[-‐‑–—'’./_@:]/;

/** A tag that cuts a word or a character in two, begins or ends with white space, or covers nothing. */
export const boundary: TextRule = {
  code: 'tag/boundary',
  severity: 'info',
  title: 'Tag that begins or ends in the wrong place',
  scope: 'text',
  check(text) {
    const findings: Finding[] = [];
    for (const placed of text.tags) {
      if (!stands(placed) || placed.status === 'changed') continue;
      const finding = placed.start === placed.end ? empty(placed) : misplaced(text, placed);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

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

function misplaced(text: AnalysedText, { tag, start, end }: PlacedTag): Finding | null {
  const inner = trimmed(text, { start, end });
  const whole = wholeWords(text, wholeGraphemes(text, inner));
  if (whole.start === start && whole.end === end) return null;
  const { id, label } = tag;
  const words = quoted(text.slice(whole.start, whole.end));
  const [what, fix] = reason({ start, end }, inner, wholeGraphemes(text, inner));
  return {
    code: 'tag/boundary',
    start,
    end,
    tag: id,
    message: `This tag (${label}) ${what}; the whole is ${words}.`,
    fixes: [command(`${fix} ${words}`, 'glossator.replace', { id }, whole)],
  };
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

function wholeGraphemes(text: AnalysedText, { start, end }: Span): Span {
  const grow = (from: number, to: number, span: Span): Span => {
    const base = Math.max(0, from - reach);
    const window = text.slice(base, Math.min(text.length, to + reach));
    const grown = graphemeBounds(window, { start: span.start - base, end: span.end - base });
    return { start: grown.start + base, end: grown.end + base };
  };
  const at = grow(start, start, { start, end: start });
  const behind = grow(end, end, { start: end, end });
  return { start: at.start, end: behind.end };
}

function wholeWords(text: AnalysedText, { start, end }: Span): Span {
  const first = cut(text, start);
  const last = cut(text, end);
  return { start: first?.start ?? start, end: last?.end ?? end };
}

/** The word that the offset cuts in two, or null. */
function cut(text: AnalysedText, offset: number): Span | null {
  const sides = text.slice(Math.max(0, offset - 1), offset + 1);
  if (sides.length < 2 || /\s/.test(sides) || seam.test(sides)) return null;
  const { tokens, offset: base } = text.passageAt(offset);
  const index = tokenAt(tokens, offset - base);
  if (index < 0 || tokens.start[index] + base >= offset) return null;
  return { start: tokens.start[index] + base, end: tokens.end[index] + base };
}
