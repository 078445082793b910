import { addTo } from '../lists.ts';
import { firstIndex } from '../search.ts';
import { overlaps, type Span } from '../span.ts';

/** A tag as far as it takes part in a place. */
export interface Stretch extends Span {
  /** Units that are tagged; of a discontinuous tag those of its fragments. */
  readonly length: number;
}

/** How often 1 must be doubled to get as long as a tag. */
function doublings({ length }: Stretch): number {
  return 31 - Math.clz32(Math.max(1, length));
}

/** The doublings of tags that are about as long: up to four times as long always, eight times never. */
function kin(tag: Stretch): number[] {
  const own = doublings(tag);
  return [-2, -1, 0, 1, 2].map((by) => own + by);
}

/** Overlapping tags of one length class, all of which belong to one place. */
interface Run extends Span {
  end: number;
  /** Index of the place; of one of the tags until all places are known. */
  of: number;
}

/**
 * The places that tags make up: those that overlap and are about as long belong
 * to one. A clause and the names in it are places apart, since nobody wants to
 * decide about them in one go. Time n log n: in a length class the tags that
 * have begun and not ended all overlap, so one run stands for them.
 */
export class TagPlaces<T extends Stretch> {
  /** The tags of each place, in text order; places by their first tag. */
  readonly all: readonly T[][];
  /** By doublings; each list in text order. */
  readonly #runs: Run[][] = [];

  /** @param tags in text order */
  constructor(tags: readonly T[]) {
    const parents = Int32Array.from(tags, (_, i) => i);
    const rootOf = (of: number): number => {
      while (parents[of] !== of) {
        parents[of] = parents[parents[of]];
        of = parents[of];
      }
      return of;
    };
    for (const [i, tag] of tags.entries()) {
      for (const length of kin(tag)) {
        const open = this.#runs[length]?.at(-1);
        if (open && open.end > tag.start) parents[rootOf(i)] = rootOf(open.of);
      }
      this.#put(i, tag);
    }
    const places = new Map<number, T[]>();
    for (const [i, tag] of tags.entries()) addTo(places, rootOf(i), tag);
    this.all = [...places.values()];
    const indices = new Map(Array.from(places.keys(), (root, index) => [root, index]));
    for (const run of this.#runs.flat()) run.of = indices.get(rootOf(run.of)) ?? 0;
  }

  #put(of: number, tag: T): void {
    const { start, end } = tag;
    const length = doublings(tag);
    this.#runs[length] ??= [];
    const runs = this.#runs[length];
    const last = runs.at(-1);
    if (last && last.end > start) last.end = Math.max(last.end, end);
    else runs.push({ start, end, of });
  }

  /** Indices of the places that a tag would belong to. */
  near(tag: Stretch): ReadonlySet<number> {
    const found = new Set<number>();
    for (const length of kin(tag)) {
      const runs = this.#runs[length] ?? [];
      let at = firstIndex(runs.length, (i) => runs[i].end > tag.start);
      for (; at < runs.length && overlaps(runs[at], tag); at++) found.add(runs[at].of);
    }
    return found;
  }
}
