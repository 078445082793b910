import type { Span } from '../span.ts';
import { graphemeBounds } from './graphemes.ts';

/**
 * How wide text is where every character has one or two columns of the same
 * width, as in a terminal: East Asian wide and full-width characters and emoji
 * have two (Unicode Standard Annex 11), combining marks and invisible
 * characters none.
 */

/**
 * Letters, digits and punctuation of Latin, Greek, Cyrillic, Hebrew, Arabic,
 * Chinese, Japanese and Korean that are a character each, whatever other of
 * these stand beside them: for them no rule has to be asked.
 */
const simple =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u063f\u0641-\u064a\u2010-\u2015\u2018-\u2027\u2e80-\u2fd5\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]*$/;
/** Of these, units from this one on have two columns, those before it one. */
const firstWide = 0x2e80;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}\p{Regional_Indicator}]|^\p{Emoji}\p{M}*\ufe0f/u;
const invisible = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]+$/u;
/** What a line cannot show: line ends and other white space, and controls, which a terminal would obey. */
const unseen = /[\s\p{Cc}]+/gu;
/** So many units are looked at for every column, and at least `slack`, however much white space there is. */
const unitsPerColumn = 64;
const slack = 256;

let segmenter: Intl.Segmenter | undefined;

function clustersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The columns that one grapheme cluster takes: 0, 1 or 2. */
function clusterColumns(cluster: string): number {
  if (wide.test(cluster)) return 2;
  return invisible.test(cluster) ? 0 : 1;
}

/** The columns of the unit at an offset of text that is `simple`. */
function unitColumns(text: string, at: number): number {
  return text.charCodeAt(at) < firstWide ? 1 : 2;
}

/** The columns that a line of text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  if (simple.test(text)) {
    for (let at = 0; at < text.length; at++) columns += unitColumns(text, at);
    return columns;
  }
  for (const { segment } of clustersOf(text)) columns += clusterColumns(segment);
  return columns;
}

/** The text in one line: each run of white space and controls one space. */
export function oneLine(text: string): string {
  return text.replace(unseen, ' ');
}

/** As much as fits into `columns` of what stands before the offset, in one line, without white space at its ends. */
export function lineBefore(text: string, offset: number, columns: number): string {
  return seen(columns, (units) => {
    const start = Math.max(0, offset - units);
    const { end: from } = wholeClusters(text, { start, end: start });
    const line = oneLine(text.slice(Math.min(from, offset), offset)).trimEnd();
    return { line: lastColumns(line, columns), all: start === 0 };
  });
}

/** As much as fits into `columns` of what stands from the offset on, in one line, without white space at its ends. */
export function lineBehind(text: string, offset: number, columns: number): string {
  return seen(columns, (units) => {
    const end = Math.min(text.length, offset + units);
    const { start: to } = wholeClusters(text, { start: end, end });
    const line = oneLine(text.slice(offset, Math.max(to, offset))).trimStart();
    return { line: firstColumns(line, columns), all: end === text.length };
  });
}

/** Looks at more and more units until a line is full; what it is given may have much that takes no column. */
function seen(
  columns: number,
  look: (units: number) => { readonly line: string; readonly all: boolean },
): string {
  const most = columns * unitsPerColumn + slack;
  for (let units = columns * 2 + 16; ; units *= 4) {
    const { line, all } = look(units);
    if (all || units >= most || columnsOf(line) >= columns - 1) return line.trim();
  }
}

/** The end of a line, whole clusters in at most so many columns. */
function lastColumns(line: string, columns: number): string {
  let room = columns;
  if (simple.test(line)) {
    let from = line.length;
    while (from > 0 && room >= unitColumns(line, from - 1)) room -= unitColumns(line, --from);
    return line.slice(from);
  }
  const clusters = Array.from(clustersOf(line), ({ segment, index }) => ({ segment, index }));
  let from = line.length;
  for (let at = clusters.length - 1; at >= 0; at--) {
    const { segment, index } = clusters[at];
    room -= clusterColumns(segment);
    if (room < 0) break;
    from = index;
  }
  return line.slice(from);
}

/** The start of a line, whole clusters in at most so many columns. */
function firstColumns(line: string, columns: number): string {
  let room = columns;
  if (simple.test(line)) {
    let to = 0;
    while (to < line.length && room >= unitColumns(line, to)) room -= unitColumns(line, to++);
    return line.slice(0, to);
  }
  for (const { segment, index } of clustersOf(line)) {
    room -= clusterColumns(segment);
    if (room < 0) return line.slice(0, index);
  }
  return line;
}

/** The span grown to whole grapheme clusters of a canonical text, quickly where it cuts none. */
export function wholeClusters(text: string, span: Span): Span {
  const { start, end } = span;
  return isPlainlyBetween(text, start) && isPlainlyBetween(text, end)
    ? span
    : graphemeBounds(text, { start, end });
}

/** Whether it can be seen at once that the offset cuts no character. */
function isPlainlyBetween(text: string, offset: number): boolean {
  if (text[offset] === '\n' || text[offset - 1] === '\n') return true;
  return simple.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
