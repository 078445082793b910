import { isGraphemeBoundary } from './graphemes.ts';
import { bitsAt, isFinalAt, isSpaceAt, WordBit } from './units.ts';

/** Where the search for a block end is given up and any line end will do, in units. */
const anyLineFrom = 0x8000;
/** Where the search for a line end is given up. */
const anySpaceFrom = 60_000;
/** The longest chunk. */
const longest = 0xffff;
const lineFeed = 0x0a;

/**
 * Where the chunk that starts at `from` ends: at the first block end at or
 * behind `from + target`, or at the end of the text. A block ends behind a run
 * of blank lines, and behind a line that `closesBlock`. Without one within
 * 32,768 units a chunk ends behind any line end; without one within 60,000,
 * behind white space, best after sentence-final punctuation, else between two
 * grapheme clusters. No chunk is longer than 65,535 units.
 */
export function chunkEnd(text: string, from: number, target = 2048): number {
  const limit = Math.min(text.length, from + anySpaceFrom);
  let line = text.indexOf('\n', Math.max(from, from + target - 1));
  let firstLine = -1;
  while (line >= 0 && line < limit) {
    if (firstLine < 0) firstLine = line + 1;
    const end = blockEndBehind(text, from, line);
    if (end >= 0 && end - from <= longest) return end;
    if (line - from >= anyLineFrom) return line + 1;
    // All lines of a run of blank ones that is too long for a chunk have the same end.
    line = text.indexOf('\n', end < 0 ? line + 1 : from + anyLineFrom);
  }
  if (text.length - from <= anySpaceFrom) return text.length;
  return firstLine >= 0 ? lastLineEnd(text, from) : spaceEnd(text, from);
}

/** The block end at or behind the line feed at `line`, or -1; of an end that is too far for a chunk, only that it is. */
function blockEndBehind(text: string, from: number, line: number): number {
  let next = line + 1;
  let start = next;
  while (next < text.length && isSpaceAt(text, next)) {
    next++;
    if (text.charCodeAt(next - 1) !== lineFeed) continue;
    start = next;
    if (start - from > longest) return start;
  }
  if (next === text.length) return next;
  if (start > line + 1) return start;
  let last = line;
  while (last > from && isSpaceAt(text, last - 1)) last--;
  return last === from || closesBlock(text, last) ? start : -1;
}

/** Whether a block ends where the text ends: behind the line end of a blank line or of one that `closesBlock`. */
export function endsBlock(text: string): boolean {
  if (text.charCodeAt(text.length - 1) !== lineFeed) return false;
  let last = text.length - 1;
  while (last > 0 && isSpaceAt(text, last - 1)) {
    if (text.charCodeAt(--last) === lineFeed) return true;
  }
  return last === 0 || closesBlock(text, last);
}

/**
 * Whether a line whose last visible unit ends at `end` closes its block,
 * though no blank line follows: it ends with `!`, `?` or the like, or with a
 * full stop behind a word of four or more lower-case letters (so not with an
 * abbreviation), quotes and brackets behind it aside.
 */
export function closesBlock(text: string, end: number): boolean {
  let at = end;
  while (at > 0 && closers.includes(text[at - 1])) at--;
  if (!isFinalAt(text, at - 1)) return false;
  if (text[at - 1] !== '.') return true;
  for (let letter = at - 2; letter > at - 6; letter--) {
    if ((bitsAt(text, letter) & WordBit.lower) === 0) return false;
  }
  return true;
}

const closers = '"\'”’»›)]}“';

function lastLineEnd(text: string, from: number): number {
  return text.lastIndexOf('\n', from + anySpaceFrom - 1) + 1;
}

/** The end of an overlong line's chunk. */
function spaceEnd(text: string, from: number): number {
  const least = from + (anySpaceFrom >> 1);
  let space = 0;
  for (let at = from + anySpaceFrom; at > least; at--) {
    if (!isSpaceAt(text, at - 1) || isSpaceAt(text, at)) continue;
    if (isFinalAt(text, at - 2)) return at;
    space ||= at;
  }
  if (space) return space;
  let cut = from + longest;
  while (cut > least && !isGraphemeBoundary(text, cut)) cut--;
  return cut;
}
