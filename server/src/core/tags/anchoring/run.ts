import type { Span } from '../../span.ts';
import type { Steps } from '../../steps.ts';
import type { PlacedTag, Tag } from '../model.ts';
import { approximateEnds } from './align.ts';
import { type Choice, choose, isSure, LEAST_CONFIDENCE } from './decide.ts';
import { landmarks } from './landmarks.ts';
import { lookUp } from './lookup.ts';
import { type Guess, guesses, type Match, matchAt, wholeMatchAt } from './match.ts';
import { Needle, seedsOf } from './needle.ts';
import { indexAt, type Skeleton, skeletonOf } from './skeleton.ts';
import { SOME } from './steps.ts';

/** Units of text on either side of the expected place in which a tag is looked for first. */
const NEAR = 512;
/** Places looked at closely for one tag and search. */
const MOST_GUESSES = 4;
/** Evidence that lets places be where the quote reads otherwise. */
const CONVINCING = 0.8;
/** Units of text that exhaustive searches may read for all tags of a sidecar together, so that none makes the whole quadratic. */
const EXHAUSTIVE_BUDGET = 1 << 25;

/** One run of re-anchoring: the tags in text order and what was found of each so far. */
export class Anchoring {
  readonly #tags: readonly Tag[];
  readonly #text: string;
  readonly #oldLength: number;
  readonly #least: number;
  readonly #needles: (Needle | undefined)[];
  readonly #matches: (Map<number, Match | null> | undefined)[];
  readonly #choices: (Choice | undefined)[];
  readonly #places: (Span | undefined)[];
  #skeleton: Skeleton | undefined;
  #budget = EXHAUSTIVE_BUDGET;

  /**
   * @param oldLength of the text that the tags' offsets belong to
   * @param least confidence below which a tag counts as lost
   */
  constructor(tags: readonly Tag[], text: string, oldLength: number, least = LEAST_CONFIDENCE) {
    this.#least = least;
    this.#tags = [...tags].sort((a, b) => a.start - b.start);
    this.#text = text;
    this.#oldLength = oldLength;
    this.#needles = new Array(tags.length);
    this.#matches = new Array(tags.length);
    this.#choices = new Array(tags.length);
    this.#places = new Array(tags.length);
  }

  *run(): Steps<PlacedTag[]> {
    const forward = this.#tags.map((_, i) => i);
    yield* this.#findLandmarks();
    yield* this.#sweep(forward, 0);
    yield* this.#sweep(forward.reverse(), this.#text.length - this.#oldLength);
    const pending = forward.filter((i) => !this.#places[i]).reverse();
    if (pending.length > 0) yield* this.#searchAll(pending);
    const shiftAt = this.#shifts();
    return this.#tags.map((tag, i) => this.#placed(tag, i, shiftAt));
  }

  /** Places the tags that stand as they were with everything around them, in the old order; of those with one start the first. */
  *#findLandmarks(): Steps<void> {
    const { units, offsets } = this.#hay();
    yield;
    if (units === '') return;
    const firsts = this.#tags.flatMap(({ start, quote }, i) =>
      quote === '' || this.#tags[i - 1]?.start === start ? [] : [i],
    );
    const needles = firsts.map((i) => this.#needle(i));
    const fits = (n: number, start: number): boolean =>
      this.#standsAt(this.#tags[firsts[n]], offsets[start] ?? 0);
    const found = yield* landmarks(units, needles, fits);
    for (const [n, start] of found.entries()) {
      const { length } = needles[n].quote;
      if (start === undefined || length === 0) continue;
      this.#places[firsts[n]] = this.#spanOf(firsts[n], start, start + length);
    }
  }

  /** Looks for each tag near where its neighbour's shift puts it. */
  *#sweep(order: readonly number[], shift: number): Steps<void> {
    for (const [n, i] of order.entries()) {
      if (n % SOME === 0) yield;
      const { start, quote } = this.#tags[i];
      const known = this.#places[i];
      const expected = start + shift;
      if (known) {
        shift = known.start - start;
      } else if (this.#standsAt(this.#tags[i], expected)) {
        this.#places[i] = { start: expected, end: expected + quote.length };
      } else {
        const choice = choose(this.#needle(i), this.#near(i, shift), this.#index(expected));
        if (choice && isSure(choice)) shift = this.#settle(i, choice).start - start;
      }
    }
  }

  /** Looks for tags in the whole text, then near where the neighbours found by then put them, and decides. */
  *#searchAll(pending: readonly number[]): Steps<void> {
    const { units } = this.#hay();
    const shiftAt = this.#shifts();
    const expected = pending.map((i) => this.#index(this.#tags[i].start + shiftAt(i)));
    const needles = pending.map((i) => this.#needle(i));
    const places = yield* lookUp(units, needles, expected);
    const matches: Match[][] = [];
    for (const [n, i] of pending.entries()) {
      if (n % SOME === 0) yield;
      const found = places[n].length > 0 ? places[n] : this.#exhaustive(i, expected[n]);
      matches.push(this.#look(i, found));
    }
    for (const [n, i] of pending.entries()) {
      const choice = choose(this.#needle(i), matches[n], expected[n]);
      if (choice && isSure(choice)) this.#settle(i, choice);
    }
    const laterShiftAt = this.#shifts();
    for (const [n, i] of pending.entries()) {
      if (n % SOME === 0) yield;
      if (this.#places[i]) continue;
      const shift = laterShiftAt(i);
      const choice = choose(
        this.#needle(i),
        distinct([...matches[n], ...this.#near(i, shift)]),
        this.#index(this.#tags[i].start + shift),
      );
      if (choice && choice.confidence >= this.#least) this.#settle(i, choice);
    }
  }

  #standsAt({ quote, prefix, suffix }: Tag, start: number): boolean {
    return (
      quote !== '' &&
      start >= prefix.length &&
      this.#text.startsWith(quote, start) &&
      this.#text.startsWith(prefix, start - prefix.length) &&
      this.#text.startsWith(suffix, start + quote.length)
    );
  }

  #near(i: number, shift: number): Match[] {
    const { units } = this.#hay();
    const needle = this.#needle(i);
    const expected = this.#index(this.#tags[i].start + shift);
    const from = Math.max(0, expected - NEAR);
    const window = units.slice(from, expected + Math.min(needle.quote.length, NEAR) + NEAR);
    return this.#look(
      i,
      guesses(window, seedsOf(needle), expected - from).map(({ place, votes }) => {
        return { place: place + from, votes };
      }),
    );
  }

  /**
   * What speaks for places that seeds point to, the likeliest first. Those where
   * the quote itself does not stand are looked at only where none of the others
   * is convincing, and where half as many seeds as at the likeliest agree.
   */
  #look(i: number, found: readonly Guess[]): Match[] {
    const { units } = this.#hay();
    const needle = this.#needle(i);
    const likely = found.slice(0, MOST_GUESSES);
    const whole = likely.flatMap(({ place }) => wholeMatchAt(units, needle, place) ?? []);
    if (whole.some(({ score }) => score >= CONVINCING)) return distinct(whole);
    const least = Math.max((likely[0]?.votes ?? 0) / 2, seedsOf(needle).length > 6 ? 2 : 0);
    return distinct(
      likely.flatMap(({ place, votes }) => (votes >= least ? (this.#match(i, place) ?? []) : [])),
    );
  }

  /** The match of a tag at a place; none is looked for twice. */
  #match(i: number, place: number): Match | null {
    this.#matches[i] ??= new Map();
    const known = this.#matches[i].get(place);
    if (known !== undefined) return known;
    const match = matchAt(this.#hay().units, this.#needle(i), place);
    this.#matches[i].set(place, match);
    return match;
  }

  /** Every place of a quote that has no seeds to look up, as long as the budget lasts; approximate ones where there is none. */
  #exhaustive(i: number, expected: number): Guess[] {
    const { units } = this.#hay();
    const { quote } = this.#needle(i);
    this.#budget -= units.length;
    if (this.#budget < 0 || quote === '') return [];
    const places: number[] = [];
    for (
      let at = units.indexOf(quote);
      at >= 0 && places.length < 4096;
      at = units.indexOf(quote, at + 1)
    )
      places.push(at);
    const cells = units.length * quote.length;
    if (places.length === 0 && cells <= this.#budget && quote.length <= 256) {
      this.#budget -= cells;
      for (const end of approximateEnds(quote, units, Math.floor(quote.length * 0.45)))
        places.push(Math.max(0, end - quote.length));
    }
    places.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
    return places.map((place) => ({ place, votes: 1 }));
  }

  /** How far the text has shifted at a tag, by the nearer of the neighbours found so far. */
  #shifts(): (i: number) => number {
    const tags = this.#tags;
    const places = this.#places.slice();
    const count = tags.length;
    const below = new Int32Array(count).fill(-1);
    const above = new Int32Array(count).fill(-1);
    for (let i = 1; i < count; i++) below[i] = places[i - 1] ? i - 1 : below[i - 1];
    for (let i = count - 2; i >= 0; i--) above[i] = places[i + 1] ? i + 1 : above[i + 1];
    const shiftOf = (i: number): number => (places[i]?.start ?? 0) - tags[i].start;
    return (i) => {
      const [before, behind] = [below[i], above[i]];
      if (before < 0) return behind < 0 ? 0 : shiftOf(behind);
      if (behind < 0) return shiftOf(before);
      const nearer = tags[i].start - tags[before].start <= tags[behind].start - tags[i].start;
      return shiftOf(nearer ? before : behind);
    };
  }

  #settle(i: number, choice: Choice): Span {
    const { start, end } = choice.match;
    const place = end > start ? this.#spanOf(i, start, end) : this.#between(i, start);
    this.#places[i] = place;
    this.#choices[i] = choice;
    return place;
  }

  /** The text's span of some units; white space that a quote begins or ends with belongs to it where it stands there. */
  #spanOf(i: number, from: number, to: number): Span {
    const { offsets } = this.#hay();
    const { quote } = this.#tags[i];
    const [start, end] = [offsets[from], offsets[to - 1] + 1];
    const lead = quote.length - quote.trimStart().length;
    const whole = start >= lead && this.#text.startsWith(quote, start - lead);
    return whole ? { start: start - lead, end: start - lead + quote.length } : { start, end };
  }

  /** The place of an empty quote: between two units, with as much white space on its sides as it was seen with. */
  #between(i: number, index: number): Span {
    const { offsets } = this.#hay();
    const { prefix, suffix } = this.#tags[i];
    const low = index > 0 ? offsets[index - 1] + 1 : 0;
    const high = offsets[index] ?? this.#text.length;
    const at =
      prefix === ''
        ? Math.max(low, high - (suffix.length - suffix.trimStart().length))
        : Math.min(high, low + (prefix.length - prefix.trimEnd().length));
    return { start: at, end: at };
  }

  #placed(tag: Tag, i: number, shiftAt: (i: number) => number): PlacedTag {
    const place = this.#places[i];
    if (!place) {
      const at = Math.max(0, Math.min(tag.start + shiftAt(i), this.#text.length));
      return { tag, start: at, end: at, status: 'lost', confidence: 0 };
    }
    const { start, end } = place;
    const confidence = this.#choices[i]?.confidence ?? 1;
    if (end - start !== tag.quote.length || !this.#text.startsWith(tag.quote, start)) {
      return { tag, start, end, status: 'changed', confidence };
    }
    if (start === tag.start) return { tag, start, end, status: 'exact', confidence: 1 };
    return { tag, start, end, status: 'moved', confidence };
  }

  #needle(i: number): Needle {
    const known = this.#needles[i];
    if (known) return known;
    const needle = new Needle(this.#tags[i]);
    this.#needles[i] = needle;
    return needle;
  }

  #hay(): Skeleton {
    this.#skeleton ??= skeletonOf(this.#text);
    return this.#skeleton;
  }

  #index(offset: number): number {
    return indexAt(this.#hay(), offset);
  }
}

function distinct(matches: readonly Match[]): Match[] {
  return [...new Map(matches.map((match) => [match.start, match])).values()];
}
