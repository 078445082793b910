import type { Span } from '../span.ts';
import { approximateEnds } from './anchoring/align.ts';
import { type Choice, choose, isSure } from './anchoring/decide.ts';
import { lookUp } from './anchoring/lookup.ts';
import { guesses, type Match, matchAt } from './anchoring/match.ts';
import { type Needle, needleOf, type Selector, seedsOf } from './anchoring/needle.ts';
import { indexAt, type Skeleton, skeletonOf } from './anchoring/skeleton.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { AnchorStatus, PlacedTag, Sidecar, Tag } from './model.ts';

/** Units of text on either side of the expected place in which a tag is looked for first. */
const NEAR = 512;
/** Places looked at closely for one tag and search. */
const MOST_GUESSES = 4;
/** Units of text that exhaustive searches may read for all tags of a sidecar together, so that none makes the whole quadratic. */
const EXHAUSTIVE_BUDGET = 1 << 25;

/**
 * Places every tag of a sidecar in a text. Where the text is the one that the
 * offsets belong to, they hold; else each tag is looked for by its quote and
 * what stood around it, with the neighbours' shift telling repeated places
 * apart. A tag whose text is gone is lost, not put elsewhere. Time is linear in
 * the text and in the tags.
 * @param text canonical text
 */
export function anchorTags(
  { text: known, tags }: Pick<Sidecar, 'text' | 'tags'>,
  text: string,
): PlacedTag[] {
  const same = known.length === text.length && known.sha256 === fingerprintOf(text).sha256;
  const placed = same
    ? tags.map((tag) => inPlace(tag, text))
    : new Anchoring(tags, text, known.length).run();
  return placed.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What is known of a piece of text besides its quote; `hint` is the offset where it stood. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: number;
}

/** Where a quote lies in a text, and how sure that is. */
export interface QuotePlace extends Span {
  readonly status: AnchorStatus;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Places one quote in a text; null where it is lost. Without a hint the text's start counts as the place where it stood. */
export function anchorQuote(
  text: string,
  { exact, prefix = '', suffix = '', hint = 0 }: QuoteSelector,
): QuotePlace | null {
  const tag: Tag = {
    id: '',
    label: '',
    start: hint,
    end: hint + exact.length,
    quote: exact,
    prefix,
    suffix,
  };
  const [{ start, end, status, confidence }] = new Anchoring([tag], text, text.length).run();
  return status === 'lost' ? null : { start, end, status, confidence };
}

/** A tag at its stored offsets, in the text that these belong to. */
function inPlace(tag: Tag, text: string): PlacedTag {
  const { start, end } = tag;
  if (text.startsWith(tag.quote, start) && end - start === tag.quote.length)
    return { tag, start, end, status: 'exact', confidence: 1 };
  if (start === end) return { tag, start, end, status: 'lost', confidence: 0 };
  return { tag, start, end, status: 'changed', confidence: 0.5 };
}

/** One run of re-anchoring: the tags in text order and what was found of each so far. */
class Anchoring {
  readonly #tags: readonly Tag[];
  readonly #text: string;
  readonly #oldLength: number;
  readonly #needles: (Needle | undefined)[];
  readonly #choices: (Choice | undefined)[];
  readonly #places: (Span | undefined)[];
  #skeleton: Skeleton | undefined;
  #budget = EXHAUSTIVE_BUDGET;

  constructor(tags: readonly Tag[], text: string, oldLength: number) {
    this.#tags = [...tags].sort((a, b) => a.start - b.start);
    this.#text = text;
    this.#oldLength = oldLength;
    this.#needles = new Array(tags.length);
    this.#choices = new Array(tags.length);
    this.#places = new Array(tags.length);
  }

  run(): PlacedTag[] {
    const forward = this.#tags.map((_, i) => i);
    this.#sweep(forward, 0);
    this.#sweep(forward.reverse(), this.#text.length - this.#oldLength);
    const pending = forward.filter((i) => !this.#places[i]).reverse();
    if (pending.length > 0) this.#searchAll(pending);
    return this.#tags.map((tag, i) => this.#placed(tag, i));
  }

  /** Looks for each tag near where its neighbour's shift puts it. */
  #sweep(order: readonly number[], shift: number): void {
    for (const i of order) {
      const tag = this.#tags[i];
      const known = this.#places[i];
      if (known) {
        shift = known.start - tag.start;
      } else if (this.#standsAt(tag, tag.start + shift)) {
        this.#places[i] = { start: tag.start + shift, end: tag.start + shift + tag.quote.length };
      } else {
        const choice = choose(
          this.#needle(i),
          this.#near(i, shift),
          this.#index(tag.start + shift),
        );
        if (choice && isSure(choice)) shift = this.#settle(i, choice).start - tag.start;
      }
    }
  }

  /** Looks for tags in the whole text, then near where the neighbours found by then put them, and decides. */
  #searchAll(pending: readonly number[]): void {
    const { units } = this.#hay();
    const expected = pending.map((i) => this.#index(this.#tags[i].start + this.#shiftAt(i)));
    const places = lookUp(
      units,
      pending.map((i) => this.#needle(i)),
      expected,
    );
    const matches = pending.map((i, n) => {
      const found = places[n].length > 0 ? places[n] : this.#exhaustive(i, expected[n]);
      return this.#look(i, found);
    });
    for (const [n, i] of pending.entries()) {
      const choice = choose(this.#needle(i), matches[n], expected[n]);
      if (choice && isSure(choice)) this.#settle(i, choice);
    }
    for (const [n, i] of pending.entries()) {
      if (this.#places[i]) continue;
      const shift = this.#shiftAt(i);
      const choice = choose(
        this.#needle(i),
        distinct([...matches[n], ...this.#near(i, shift)]),
        this.#index(this.#tags[i].start + shift),
      );
      if (choice) this.#settle(i, choice);
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
      guesses(window, seedsOf(needle), expected - from).map((place) => place + from),
    );
  }

  #look(i: number, places: readonly number[]): Match[] {
    const { units } = this.#hay();
    const matches: Match[] = [];
    for (const place of places.slice(0, MOST_GUESSES)) {
      const match = matchAt(units, this.#needle(i), place);
      if (match) matches.push(match);
      if (match && match.score > 0.95 && places.length === 1) break;
    }
    return distinct(matches);
  }

  /** Every place of a quote that has no seeds to look up, as long as the budget lasts; approximate ones where there is none. */
  #exhaustive(i: number, expected: number): number[] {
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
    places.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
    const cells = units.length * quote.length;
    if (places.length > 0 || cells > this.#budget || quote.length > 256) return places;
    this.#budget -= cells;
    return approximateEnds(quote, units, Math.floor(quote.length * 0.45))
      .map((end) => Math.max(0, end - quote.length))
      .sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected));
  }

  /** How far the text has shifted at a tag, by the nearer of the neighbours found. */
  #shiftAt(i: number): number {
    const { start } = this.#tags[i];
    let below = i - 1;
    while (below >= 0 && !this.#places[below]) below--;
    let above = i + 1;
    while (above < this.#tags.length && !this.#places[above]) above++;
    const before = this.#places[below];
    const behind = this.#places[above];
    if (before && behind) {
      const nearer = start - this.#tags[below].start <= this.#tags[above].start - start;
      return nearer
        ? before.start - this.#tags[below].start
        : behind.start - this.#tags[above].start;
    }
    if (before) return before.start - this.#tags[below].start;
    return behind ? behind.start - this.#tags[above].start : 0;
  }

  #settle(i: number, choice: Choice): Span {
    const { offsets } = this.#hay();
    const { start, end } = choice.match;
    const place =
      end > start ? { start: offsets[start], end: offsets[end - 1] + 1 } : this.#between(i, start);
    this.#places[i] = place;
    this.#choices[i] = choice;
    return place;
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

  #placed(tag: Tag, i: number): PlacedTag {
    const place = this.#places[i];
    if (!place) {
      const at = Math.max(0, Math.min(tag.start + this.#shiftAt(i), this.#text.length));
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
    const selector: Selector = this.#tags[i];
    const needle = needleOf(selector);
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
