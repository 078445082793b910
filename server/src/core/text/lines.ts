import { closesBlock } from './chunks.ts';
import { TokenFlag, TokenKind, type TokenTable } from './table.ts';
import { isLetterAt, isLowerAt } from './units.ts';

/** A run of lines without a blank line or a line that closes its block in between. */
export interface Stretch {
  /** Units of the longest line where the lines look wrapped by hand or by a mail program; else Infinity. */
  readonly width: number;
  /** Whether it is a list of short items in lower case, one a line. */
  readonly list: boolean;
}

/** Hard-wrapped lines are this long, in units. */
const narrowest = 40;
const widest = 120;
/** Fewer lines in lower case are no list. */
const fewest = 3;
const unfinished = ',-–—([{“«/&';
const bullets = '•◦▪‣⁃';

/** The stretch that starts with the token `first`: wrapped when a line goes on in lower case and none is overlong. */
export function stretchFrom(text: string, tokens: TokenTable, first: number): Stretch {
  const { start, end, flags, length } = tokens;
  let width = 0;
  let lines = 0;
  let lowerLines = 0;
  let line = start[first];
  for (let index = first + 1; index <= length; index++) {
    const flag = index === length ? TokenFlag.blockStart | TokenFlag.lineStart : flags[index];
    if (!(flag & TokenFlag.lineStart)) continue;
    width = Math.max(width, end[index - 1] - line);
    lines++;
    if (isLowerAt(text, line)) lowerLines++;
    if (flag & TokenFlag.blockStart || closesBlock(text, end[index - 1])) break;
    line = start[index];
  }
  const wrapped = lowerLines > 0 && width >= narrowest && width <= widest;
  return {
    width: wrapped ? width : Number.POSITIVE_INFINITY,
    list: lines >= fewest && lowerLines === lines && width < narrowest,
  };
}

/** Whether the line that ends before the token `index` ends a sentence, punctuation aside. */
export function endsLine(
  text: string,
  tokens: TokenTable,
  index: number,
  stretch: Stretch,
): boolean {
  if (stretch.list || isListMarker(text, tokens, index)) return true;
  const { start, end, flags, kind } = tokens;
  if (isLowerAt(text, start[index]) || unfinished.includes(text[end[index - 1] - 1])) return false;
  if (flags[index] & TokenFlag.final && kind[index] === TokenKind.punctuation) return false;
  if (')]}”»'.includes(text[start[index]])) return false;
  return lineLength(tokens, index) + 1 + end[index] - start[index] <= stretch.width;
}

function lineLength({ start, end, flags }: TokenTable, behind: number): number {
  let first = behind - 1;
  while (first > 0 && !(flags[first] & TokenFlag.lineStart)) first--;
  return end[behind - 1] - start[first];
}

/** Whether a list item starts at the token: a bullet, or a number or short letter with `.` or `)` behind it. */
export function isListMarker(text: string, tokens: TokenTable, index: number): boolean {
  const { start, end, kind, length } = tokens;
  if (index + 1 >= length) return false;
  const from = start[index];
  const spaceBehind = start[index + 1] > end[index];
  if (isBullet(text, tokens, index)) return true;
  if (end[index] - from === 1 && '*-–—'.includes(text[from])) return spaceBehind;
  const short =
    end[index] - from <= 4 &&
    (kind[index] === TokenKind.number || isNumeral(text, from, end[index]));
  if (!short) return false;
  if (text[end[index] - 1] === '.') return spaceBehind;
  const mark = text[end[index]];
  return mark === ')' || (mark === '.' && end[index + 1] === end[index] + 1);
}

/** Whether the word is one letter or a small Roman numeral. */
function isNumeral(text: string, from: number, end: number): boolean {
  if (end - from === 1) return isLetterAt(text, from);
  for (let at = from; at < end; at++) if (!'ivxIVX.'.includes(text[at])) return false;
  return true;
}

/** Whether the token is a bullet that stands for nothing else. */
export function isBullet(text: string, { start, end }: TokenTable, index: number): boolean {
  return end[index] - start[index] === 1 && bullets.includes(text[start[index]]);
}
