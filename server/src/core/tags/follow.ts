import { surroundings, type TextAccess } from './context.ts';
import type { AnchorStatus, PlacedTag, Tag } from './model.ts';
import {
  agrees,
  type QuoteInText,
  quoteBetween,
  quoteOver,
  quoteWithin,
  sameLetters,
  standsAt,
  wholeQuoteAt,
} from './quote.ts';

/** One edit of the canonical text: `[start, end)`, in offsets before the edit, gave way to `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Bits of what has happened to a tag since its text was last looked at. */
const Touched = {
  /** Its own text may read otherwise. */
  text: 1,
  /** What stands around it may read otherwise. */
  surroundings: 2,
  both: 3,
} as const;

/** Units around a tag within which an edit may change its prefix or suffix. */
const MARGIN = 33;
/** The same for a lost tag, which what was taken away around it may have displaced. */
const LOST_MARGIN = 256;
/** Units on either side that must agree before a lost tag's text counts as returned. */
const AGREEMENT = 8;
/** Units of an edit's text that are searched for lost tags, all tags together. */
const MOST_SEARCHED = 1_000_000;

/**
 * Follows the tags of an open text through its edits, as editors' decorations
 * do: text put in at a tag's boundary stays outside, text put in or replaced
 * inside belongs to it. A tag whose whole text goes is lost and remembers the
 * point; where an undo brings its text back to that point, the tag is back too,
 * and so it is where its text is put in elsewhere with what stood around it.
 */
export class TagTracker {
  readonly #text: TextAccess;
  #tags: Tag[] = [];
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #touched = new Uint8Array(0);
  /** Units around a tag within which an edit may change what it reads as, or complete it again. */
  #reach = new Int32Array(0);
  /** For lost tags: units that stood between the point and the tag and went with it. */
  #before = new Int32Array(0);
  #status: AnchorStatus[] = [];
  #confidence: number[] = [];
  #layers: (string | undefined)[] = [];
  /** Text around each tag when it was last seen whole. */
  #prefixes: string[] = [];
  #suffixes: string[] = [];
  #current: PlacedTag[] | null = null;

  /**
   * @param placed the tags as they lie in the text
   * @param text the text as it is whenever `placed()` is called; between two
   *   calls any number of edits may have hit it
   */
  constructor(placed: readonly PlacedTag[], text: TextAccess) {
    this.#text = text;
    this.#tags = placed.map(({ tag }) => tag);
    this.#starts = Int32Array.from(placed, ({ start }) => start);
    this.#ends = Int32Array.from(placed, ({ end }) => end);
    this.#touched = Uint8Array.from(placed, ({ tag, status, start, end }) =>
      status === 'lost' || (start === tag.start && end === tag.end) ? 0 : Touched.surroundings,
    );
    this.#before = new Int32Array(placed.length);
    this.#reach = Int32Array.from(placed, ({ tag, status }) => reachOf(tag, status));
    this.#status = placed.map(({ status }) => status);
    this.#confidence = placed.map(({ confidence }) => confidence);
    this.#layers = placed.map(({ layer }) => layer);
    this.#prefixes = placed.map(({ tag }) => tag.prefix);
    this.#suffixes = placed.map(({ tag }) => tag.suffix);
  }

  /**
   * Takes in one edit; linear in the number of tags, with a few operations each.
   * @returns whether the text of a tag was touched, or a lost one came back
   */
  apply(change: TextChange): boolean {
    const { start, end, text } = change;
    const delta = text.length - (end - start);
    const starts = this.#starts;
    const ends = this.#ends;
    let hit = false;
    let searched = 0;
    this.#current = null;
    for (let i = 0; i < starts.length; i++) {
      const from = starts[i];
      const to = ends[i];
      const reach = this.#reach[i];
      if (this.#status[i] === 'lost') {
        if (to >= start - reach && from <= end + reach) this.#touched[i] |= Touched.both;
        const fits = text.length > this.#tags[i].quote.length;
        if (fits) searched += text.length;
        const search = fits && searched <= MOST_SEARCHED;
        hit = this.#followLost(i, change) || (search && this.#putIn(i, change)) || hit;
        continue;
      }
      if (to < start - reach) continue;
      if (from > end + reach) {
        starts[i] = from + delta;
        ends[i] = to + delta;
        continue;
      }
      this.#touched[i] |= reach > MARGIN ? Touched.both : Touched.surroundings;
      if (to <= start && !(from === to && end > start && to === start)) {
        if (to === start) this.#touched[i] |= Touched.text;
      } else if (from >= end) {
        starts[i] = from + delta;
        ends[i] = to + delta;
        if (from === end) this.#touched[i] |= Touched.text;
      } else {
        hit = true;
        this.#touched[i] |= Touched.text;
        if (start <= from && to <= end) {
          this.#cover(i, start, end, text);
        } else {
          if (from > start) starts[i] = Math.min(from, start + text.length);
          ends[i] = to < end ? Math.min(to, start + text.length) : to + delta;
        }
      }
    }
    return hit;
  }

  /** Takes over what another tracker of the same text knows of the tags that are lost in both. */
  remember(other: TagTracker): void {
    const slots = other.#lost();
    for (const [id, i] of this.#lost()) {
      const slot = slots.get(id);
      if (slot === undefined) continue;
      this.#before[i] = other.#before[slot];
      this.#prefixes[i] = other.#prefixes[slot];
      this.#suffixes[i] = other.#suffixes[slot];
    }
  }

  /** Index of every lost tag by its id. */
  #lost(): Map<string, number> {
    const ids = this.#tags.map(({ id }, i) => [id, i] as const);
    return new Map(ids.filter(([, i]) => this.#status[i] === 'lost'));
  }

  /** Where every tag lies in the text now, sorted by start and end. */
  placed(): PlacedTag[] {
    if (this.#current) return this.#current;
    const result: PlacedTag[] = [];
    for (let i = 0; i < this.#tags.length; i++) {
      if (this.#touched[i] !== 0) this.#settle(i);
      const layer = this.#layers[i];
      result.push({
        tag: this.#tags[i],
        start: this.#starts[i],
        end: this.#ends[i],
        status: this.#status[i],
        confidence: this.#confidence[i],
        ...(layer !== undefined && { layer }),
      });
    }
    this.#current = result.sort((a, b) => a.start - b.start || a.end - b.end);
    return this.#current;
  }

  /**
   * The edit replaced the whole text of a tag. Put exactly over the tag, or
   * differing in case only, the text that came belongs to it; else it is lost.
   */
  #cover(i: number, start: number, end: number, text: string): void {
    const [from, to] = [this.#starts[i], this.#ends[i]];
    const before = from - start;
    if (text !== '' && before === 0 && to === end) {
      this.#ends[i] = start + text.length;
    } else if (!sameLetters(text.slice(before, to - start), this.#tags[i].quote)) {
      this.#lose(i, start, before);
    }
  }

  #lose(i: number, point: number, before: number): void {
    this.#starts[i] = this.#ends[i] = point;
    this.#before[i] = before;
    this.#status[i] = 'lost';
    this.#confidence[i] = 0;
    this.#reach[i] = reachOf(this.#tags[i], 'lost');
  }

  /** Whether an edit puts a lost tag's text in somewhere, with what stood around it. */
  #putIn(i: number, { start, text }: TextChange): boolean {
    const at = quoteWithin(text, this.#seen(i), AGREEMENT) ?? -1;
    if (at >= 0) this.#mend(i, start + at);
    return at >= 0;
  }

  /** Moves a lost tag's point; says whether the edit brought the tag's text back. */
  #followLost(i: number, { start, end, text }: TextChange): boolean {
    const point = this.#starts[i];
    if (point < start) return false;
    if (point > end) {
      this.#starts[i] = this.#ends[i] = point + text.length - (end - start);
      return false;
    }
    const before = this.#before[i] + point - start;
    const { quote } = this.#tags[i];
    if (
      quote !== '' &&
      text.startsWith(quote, before) &&
      agrees(text, this.#seen(i), before, AGREEMENT)
    ) {
      this.#mend(i, start + before);
      return true;
    }
    const passed = Math.min(before, text.length);
    this.#starts[i] = this.#ends[i] = start + passed;
    this.#before[i] = before - passed;
    this.#touched[i] |= Touched.text;
    return false;
  }

  /** Reads the text at a tag that an edit came near. */
  #settle(i: number): void {
    const touched = this.#touched[i];
    this.#touched[i] = 0;
    if (touched & Touched.text) {
      if (this.#status[i] === 'lost') this.#comeBack(i);
      else this.#compare(i);
    }
    if (this.#status[i] === 'lost' || this.#status[i] === 'changed') return;
    const [start, end] = [this.#starts[i], this.#ends[i]];
    const { prefix, suffix } = surroundings(this.#text, { start, end });
    this.#prefixes[i] = prefix;
    this.#suffixes[i] = suffix;
  }

  /** Whether a tag still reads as its quote; a part that was cut off at its edge and came back belongs to it again. */
  #compare(i: number): void {
    const { quote } = this.#tags[i];
    const [start, end] = [this.#starts[i], this.#ends[i]];
    const from =
      wholeQuoteAt(this.#text, quote, start, end) ??
      quoteOver(this.#text, this.#seen(i), start, end) ??
      this.#near(i, start, end);
    if (from === null) {
      this.#status[i] = 'changed';
      this.#confidence[i] = Math.min(this.#confidence[i], 0.9);
      this.#reach[i] = reachOf(this.#tags[i], 'changed');
    } else if (this.#status[i] === 'changed') {
      this.#mend(i, from);
    } else {
      this.#starts[i] = from;
      this.#ends[i] = from + quote.length;
    }
  }

  /** Whether a lost tag's text stands at its point again, or close to it with all that stood around it. */
  #comeBack(i: number): void {
    const seen = this.#seen(i);
    const [point, reach] = [this.#starts[i], this.#reach[i]];
    const here = seen.quote !== '' && standsAt(this.#text, seen, point, AGREEMENT);
    const start = here ? point : quoteBetween(this.#text, seen, point - reach, point + reach);
    if (start !== null) this.#mend(i, start);
  }

  /** Where a tag's text stands beside it with all that stood around it. */
  #near(i: number, start: number, end: number): number | null {
    if (end - start > MARGIN + this.#tags[i].quote.length) return null;
    return quoteBetween(this.#text, this.#seen(i), start - MARGIN, end + MARGIN);
  }

  /** The tag's whole text stands at an offset again. */
  #mend(i: number, start: number): void {
    this.#starts[i] = start;
    this.#ends[i] = start + this.#tags[i].quote.length;
    this.#before[i] = 0;
    this.#reach[i] = MARGIN;
    this.#status[i] = 'exact';
    this.#confidence[i] = 1;
  }

  #seen(i: number): QuoteInText {
    const { quote } = this.#tags[i];
    return { quote, prefix: this.#prefixes[i], suffix: this.#suffixes[i] };
  }
}

/** Of a tag whose text is gone or incomplete what is missing may come back as far away as its quote is long. */
function reachOf({ quote }: Tag, status: AnchorStatus): number {
  if (status !== 'changed' && status !== 'lost') return MARGIN;
  return quote.length + (status === 'lost' ? LOST_MARGIN : MARGIN);
}
