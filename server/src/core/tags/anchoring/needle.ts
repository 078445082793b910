import { withoutSpace } from './skeleton.ts';

/** What is known of a tag's text: its quote and what stood around it. */
export interface Selector {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Units of a long quote that are looked at from either end. */
export const QUOTE_END = 64;
/** Units of a seed: a stretch of a needle that is looked up in the text. */
export const SEED_LENGTH = 8;
const SEED_STEP = 4;

/** A tag's text without white space, ready to be searched for. */
export class Needle {
  readonly before: string;
  readonly quote: string;
  readonly behind: string;
  #beforeWeight: number | undefined;
  #behindWeight: number | undefined;

  constructor({ quote, prefix, suffix }: Selector) {
    this.before = withoutSpace(prefix);
    this.quote = withoutSpace(quote);
    this.behind = withoutSpace(suffix);
  }

  /** Units of `before` that tell something: a row of dashes counts little. */
  get beforeWeight(): number {
    this.#beforeWeight ??= variety(this.before);
    return this.#beforeWeight;
  }

  /** The same of `behind`. */
  get behindWeight(): number {
    this.#behindWeight ??= variety(this.behind);
    return this.#behindWeight;
  }
}

/** Number of different pairs of neighbouring units, and one for a string of one unit. */
function variety(text: string): number {
  if (text.length < 2) return text.length;
  const pairs = new Set<number>();
  for (let i = 1; i < text.length; i++)
    pairs.add(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i));
  return pairs.size + 1;
}

/** A stretch of a needle and how far behind it the quote begins (negative: the stretch lies behind that). */
export interface Seed {
  readonly units: string;
  readonly toQuote: number;
}

/** Seeds from the part of the needle that fixes where the quote begins, overlapping by half. */
export function seedsOf({ before, quote, behind }: Needle): Seed[] {
  const head =
    quote.length > QUOTE_END * 2 ? before + quote.slice(0, QUOTE_END) : before + quote + behind;
  return stretches(head).map(({ units, at }) => ({ units, toQuote: before.length - at }));
}

/** Seeds from the part of a long needle that fixes where the quote ends; `toQuote` leads to that end. */
export function endSeedsOf({ quote, behind }: Needle): Seed[] {
  const tail = quote.slice(-QUOTE_END);
  return stretches(tail + behind).map(({ units, at }) => ({ units, toQuote: tail.length - at }));
}

function stretches(text: string): { units: string; at: number }[] {
  if (text.length === 0) return [];
  if (text.length <= SEED_LENGTH) return [{ units: text, at: 0 }];
  const result: { units: string; at: number }[] = [];
  for (let at = 0; at + SEED_LENGTH < text.length; at += SEED_STEP) {
    result.push({ units: text.slice(at, at + SEED_LENGTH), at });
  }
  const at = text.length - SEED_LENGTH;
  result.push({ units: text.slice(at), at });
  return result;
}
