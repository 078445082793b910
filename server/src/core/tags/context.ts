import type { Span } from '../span.ts';
import type { Tag } from './model.ts';

/** Reads a stretch of the canonical text by UTF-16 offsets, as `String.prototype.slice` does; a string will do. */
export interface TextAccess {
  slice(start: number, end: number): string;
}

/** UTF-16 units of text that a tag keeps from before and behind it. */
export const CONTEXT_LENGTH = 32;

/** The tagged text and up to 32 units on either side; a side is a unit shorter where a surrogate pair would be cut. */
export function contextOf(
  text: TextAccess,
  { start, end }: Span,
): Pick<Tag, 'quote' | 'prefix' | 'suffix'> {
  return { quote: text.slice(start, end), ...surroundings(text, { start, end }) };
}

/** The `prefix` and `suffix` of `contextOf` alone. */
export function surroundings(
  text: TextAccess,
  { start, end }: Span,
): Pick<Tag, 'prefix' | 'suffix'> {
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH - 1), start);
  const behind = text.slice(end, end + CONTEXT_LENGTH + 1);
  return { prefix: lastUnits(before), suffix: firstUnits(behind) };
}

function lastUnits(before: string): string {
  if (before.length <= CONTEXT_LENGTH) return before;
  const cut = isHigh(before, 0) && isLow(before, 1);
  return before.slice(cut ? 2 : 1);
}

function firstUnits(behind: string): string {
  if (behind.length <= CONTEXT_LENGTH) return behind;
  const cut = isHigh(behind, CONTEXT_LENGTH - 1) && isLow(behind, CONTEXT_LENGTH);
  return behind.slice(0, cut ? CONTEXT_LENGTH - 1 : CONTEXT_LENGTH);
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
