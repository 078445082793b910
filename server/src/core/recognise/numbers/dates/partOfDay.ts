import { phraseAt } from '../phrases.ts';
import type { Reader } from '../reader.ts';

/** The part of the day behind an hour (`in the afternoon`, `утра`). */
export interface PartOfDay {
  readonly end: number;
  /** The first of the twelve hours that an hour named with it falls among: with 18, `two at night` is 2 and `eleven at night` 23. */
  readonly from: number;
}

/** The part of the day behind `end`, or null. */
export function partOfDay(reader: Reader, end: number): PartOfDay | null {
  const at = reader.gap(end);
  const found = at === end ? null : phraseAt(reader, at, reader.lexicon.partsOfDay);
  return found && { end: found.end, from: found.value };
}

/** An hour of the twelve as one of the 24; others are as they were. */
export function hourOfDay(hours: number, { from }: PartOfDay): number {
  return hours > 12 ? hours : (((hours - from + 24) % 12) + from) % 24;
}
