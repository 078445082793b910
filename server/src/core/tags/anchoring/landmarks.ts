import { firstIndex } from '../../search.ts';
import type { Steps } from '../../steps.ts';
import { occurrences } from './lookup.ts';
import type { Needle } from './needle.ts';

/** Units of the stretch of a needle that is looked up; needles that have fewer make no landmarks. */
const STRETCH = 24;
/** Places of one needle that are considered. */
const MOST_PLACES = 64;

/**
 * Indices at which the quotes of needles stand with everything around them as
 * it was, for as many needles as keep their order: undefined for the others, and
 * for those that could as well stand elsewhere between their neighbours. One pass
 * over the hay, and a binary search for every place found.
 * @param needles in the order of the text that they come from
 * @param fits whether also the white space is as it was at an index; of several places those count where it is; needles that look the same need as many places as they are
 */
export function* landmarks(
  hay: string,
  needles: readonly Needle[],
  fits: (needle: number, index: number) => boolean,
): Steps<(number | undefined)[]> {
  const wholes = needles.map(({ before, quote, behind }) => before + quote + behind);
  const from = wholes.map(({ length }) => (length - STRETCH) >> 1);
  const stretches = wholes.map((whole, i) =>
    from[i] < 0 ? '' : whole.slice(from[i], from[i] + STRETCH),
  );
  const lookedUp = stretches.filter((stretch) => stretch !== '');
  yield;
  const found = yield* occurrences(hay, lookedUp, STRETCH, MOST_PLACES);
  yield;
  const claimants = new Map<string, number>();
  for (const whole of wholes) claimants.set(whole, (claimants.get(whole) ?? 0) + 1);
  const candidates = wholes.map((whole, i) => {
    const places = (found.get(stretches[i]) ?? [])
      .filter((at) => at >= from[i] && hay.startsWith(whole, at - from[i]))
      .map((at) => at - from[i] + needles[i].before.length);
    if (places.length < (claimants.get(whole) ?? 0)) return [];
    if (places.length < 2) return places;
    const fitting = places.filter((place) => fits(i, place));
    return fitting.length > 0 ? fitting : places;
  });
  yield;
  return onlySole(longestChain(candidates), candidates);
}

/** The chain without the lists of which more than one candidate lies between its neighbours in the chain. */
function onlySole(
  chain: readonly (number | undefined)[],
  candidates: readonly (readonly number[])[],
): (number | undefined)[] {
  const behind: (number | undefined)[] = new Array(chain.length).fill(undefined);
  for (let i = chain.length - 2; i >= 0; i--) behind[i] = chain[i + 1] ?? behind[i + 1];
  let low = -1;
  return chain.map((value, i) => {
    if (value === undefined) return undefined;
    const high = behind[i] ?? Infinity;
    const between = candidates[i].filter((place) => place >= low && place <= high);
    low = value;
    return between.length === 1 ? value : undefined;
  });
}

/**
 * One candidate each for as many lists as possible, so that they rise from list
 * to list: the longest common subsequence by Hunt and Szymanski (1977).
 * @param lists each in rising order
 */
function longestChain(lists: readonly (readonly number[])[]): (number | undefined)[] {
  interface Link {
    readonly list: number;
    readonly value: number;
    readonly before: Link | undefined;
  }
  /** For each length the chain that ends lowest. */
  const chains: Link[] = [];
  for (const [list, values] of lists.entries()) {
    for (let i = values.length - 1; i >= 0; i--) {
      const value = values[i];
      const at = firstIndex(chains.length, (n) => chains[n].value >= value);
      chains[at] = { list, value, before: chains[at - 1] };
    }
  }
  const chosen: (number | undefined)[] = new Array(lists.length).fill(undefined);
  for (let link = chains.at(-1); link; link = link.before) chosen[link.list] = link.value;
  return chosen;
}
