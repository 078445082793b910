import { firstIndex } from '../../search.ts';
import type { Span } from '../../span.ts';
import { canonical } from '../../text/canonical.ts';
import { CodePoints } from '../codePoints.ts';
import type { Clue, Quote } from './selectors.ts';

/** A way of counting: leads its offsets to UTF-16 units of the text as it was read. */
type Counting = (offset: number) => number;

/** How well a quote fits; each side of it that fits, too, counts for 1. */
const WHOLLY = 6;
const BUT_FOR_SPACE = 3;

/** What was found, or why nothing was, as the end of a sentence that begins with the annotation's name. */
export type Found = Span | string;

/**
 * Finds the places that selectors mean in a text. Positions are code points of
 * the text by the model, but programs count in UTF-16 units, too, and in texts
 * without byte-order mark and carriage returns: whichever way of counting fits
 * the most quotes is the file's, and of one that fits not, another one.
 */
export class Places {
  readonly #text: string;
  #countings: readonly Counting[];

  /** @param clues everything that is to be found, to see how the file counts */
  constructor(text: string, clues: readonly Clue[]) {
    this.#text = text;
    this.#countings = countingsOf(text);
    const fits = this.#countings.map((counting) =>
      clues.reduce(
        (sum, { position, quote }) =>
          sum + (position && quote ? this.#fit(position, quote, counting) : 0),
        0,
      ),
    );
    const order = this.#countings.map((_, i) => i).sort((a, b) => fits[b] - fits[a] || a - b);
    this.#countings = order.map((i) => this.#countings[i]);
  }

  /** The place of one clue, or of those alternatives together that mean one place. */
  find(clues: readonly Clue[]): Found {
    const refined = clues.find(({ within }) => within);
    if (refined?.within) {
      const whole = this.find([refined.within]);
      return typeof whole === 'string' ? whole : this.#inside(refined, whole);
    }
    const position = clues.find((clue) => clue.position)?.position;
    const quote = clues.find((clue) => clue.quote)?.quote;
    if (position && quote) return this.#both(position, quote);
    if (quote) return this.#lookUp(quote, { start: 0, end: this.#text.length });
    if (position) return unitsOf(position, this.#countings[0]);
    const range = clues.find((clue) => clue.range)?.range;
    return range ? this.#between(range) : 'has no selector of text';
  }

  #both(position: Span, quote: Quote): Found {
    const fits = this.#countings.map((counting) => this.#fit(position, quote, counting));
    const best = Math.max(...fits);
    if (best > 0) return unitsOf(position, this.#countings[fits.indexOf(best)]);
    const found = this.#lookUp(quote, { start: 0, end: this.#text.length });
    if (typeof found !== 'string') return found;
    return `does not quote what stands at ${position.start}–${position.end}, and ${found}`;
  }

  #between([from, to]: readonly [Clue, Clue]): Found {
    const [start, end] = [this.find([from]), this.find([to])];
    if (typeof start === 'string') return start;
    if (typeof end === 'string') return end;
    // By the model the range ends before its end selector's text.
    return { start: start.start, end: end.start };
  }

  /** A place within another one: offsets are counted from its start. */
  #inside({ position, quote }: Clue, whole: Span): Found {
    if (quote) return this.#lookUp(quote, whole);
    if (!position) return 'has no selector of text';
    const part = this.#text.slice(whole.start, whole.end);
    const { start, end } = unitsOf(position, countingsOf(part)[0]);
    return { start: whole.start + start, end: whole.start + end };
  }

  /** How well a quote fits what stands at a position; 0 where it does not. */
  #fit(position: Span, quote: Quote, counting: Counting): number {
    const place = unitsOf(position, counting);
    const { start, end } = place;
    if (start < 0 || start > end || end > this.#text.length) return 0;
    const there = this.#text.slice(start, end);
    if (there === quote.exact) return WHOLLY + this.#sidesOf(place, quote);
    const words = spaced(quote.exact).trim();
    if (words === '' || spaced(there).trim() !== words) return 0;
    return BUT_FOR_SPACE + this.#sidesOf(place, quote);
  }

  /**
   * The one place of a quote within a stretch of the text. Where the file says
   * what stands around it, that must be there, too: on both sides, or on one
   * side of one place alone.
   */
  #lookUp(quote: Quote, within: Span): Found {
    const places = occurrences(this.#text, quote, within);
    const shown = quote.exact.length > 40 ? `${quote.exact.slice(0, 40)}…` : quote.exact;
    if (places.length === 0) return `quotes “${shown}”, which is not in the text`;
    const sides = [quote.prefix, quote.suffix].filter((side) => side).length;
    for (let least = sides; least > 0; least--) {
      const right = places.filter((place) => this.#sidesOf(place, quote) === least);
      if (right.length === 1) return right[0];
      if (right.length > 1)
        return `quotes “${shown}”, which is in the text ${right.length} times with these surroundings`;
    }
    if (sides > 0)
      return `quotes “${shown}”, which is in the text, but not with these surroundings`;
    if (places.length === 1) return places[0];
    return `quotes “${shown}”, which is in the text ${places.length} times`;
  }

  /** On how many sides of a place stands what a quote says; white space does not count. */
  #sidesOf({ start, end }: Span, { prefix, suffix }: Quote): number {
    let sides = 0;
    if (prefix) {
      const before = this.#text.slice(Math.max(0, start - 4 * prefix.length - 64), start);
      if (unspaced(before).endsWith(unspaced(prefix))) sides++;
    }
    if (suffix) {
      const behind = this.#text.slice(end, end + 4 * suffix.length + 64);
      if (unspaced(behind).startsWith(unspaced(suffix))) sides++;
    }
    return sides;
  }
}

/** By the model, as Recogito counts, and the same of the canonical text. */
function countingsOf(text: string): Counting[] {
  const points = new CodePoints(text);
  const plain: Counting[] = [(offset) => points.toUnits(offset), (offset) => offset];
  const shorter = canonical(text);
  if (shorter.length === text.length) return plain;
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const ends = Array.from(text.matchAll(/\r\n/g), ({ index }, i) => index - mark - i);
  const back: Counting = (offset) =>
    offset + mark + firstIndex(ends.length, (i) => ends[i] >= offset);
  const shorterPoints = new CodePoints(shorter);
  return [...plain, (offset) => back(shorterPoints.toUnits(offset)), back];
}

function unitsOf({ start, end }: Span, counting: Counting): Span {
  return { start: counting(start), end: counting(end) };
}

function occurrences(
  text: string,
  { exact, prefix = '', suffix = '' }: Quote,
  within: Span,
): Span[] {
  const places: Span[] = [];
  const needle = exact === '' ? prefix + suffix : exact;
  if (needle === '') return places;
  const skip = exact === '' ? prefix.length : 0;
  const part = text.slice(within.start, within.end);
  for (let at = part.indexOf(needle); at >= 0; at = part.indexOf(needle, at + 1)) {
    const start = within.start + at + skip;
    places.push({ start, end: start + exact.length });
  }
  if (places.length > 0 || !/\s/.test(exact) || exact.trim() === '') return places;
  const words = exact
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return Array.from(part.matchAll(new RegExp(words.join('\\s+'), 'gu')), ({ 0: found, index }) => ({
    start: within.start + index,
    end: within.start + index + found.length,
  }));
}

/** The text with every white space as one space, since programs that read HTML change it. */
function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function unspaced(text: string): string {
  return text.replace(/\s+/gu, '');
}
