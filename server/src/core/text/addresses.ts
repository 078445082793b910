import { bitsAt, isWordAt, UnitClass, wordRunEnd } from './units.ts';

const trailing = ".,;:!?'’…*_";
const enclosing = '<>"“”„«»‹›[]{}|\\^`';

/**
 * Where the web address ends that starts at `from` (its scheme or `www.`):
 * before white space, quotes or angle brackets; punctuation at its end and a
 * closing bracket without its opening one belong to the sentence.
 */
export function addressEnd(text: string, from: number): number {
  let end = from;
  let open = 0;
  for (; end < text.length; end++) {
    const bits = bitsAt(text, end);
    if (bits === UnitClass.space || bits === UnitClass.line || enclosing.includes(text[end])) break;
    if (text[end] === '(') open++;
    else if (text[end] === ')' && --open < 0) break;
  }
  while (end > from && trailing.includes(text[end - 1])) end--;
  return end;
}

/** Whether `://` stands at the offset with something behind it. */
export function isSchemeMark(text: string, at: number): boolean {
  return text.startsWith('://', at) && isWordAt(text, at + 3);
}

/** Longer names are none: RFC 1035 allows 253 octets. */
const longestHost = 253;

/**
 * Where the host name or dotted name that starts at `from` ends: letters,
 * digits, and `-` or `.` between them, so far as it may be a name by its length.
 */
export function hostEnd(text: string, from: number): number {
  let end = wordRunEnd(text, from);
  while (
    (text[end] === '.' || text[end] === '-' || text[end] === '_') &&
    isWordAt(text, end + 1) &&
    end - from <= longestHost
  ) {
    end = wordRunEnd(text, end + 1);
  }
  return end;
}

/** Where the handle or tag ends whose name starts at `from` (behind `@` or `#`): letters, digits and `_`. */
export function handleEnd(text: string, from: number): number {
  let end = from;
  while (isWordAt(text, end) || text[end] === '_') end++;
  return end;
}
