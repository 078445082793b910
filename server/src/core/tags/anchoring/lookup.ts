import type { Steps } from '../../steps.ts';
import { clusters, type Guess } from './match.ts';
import { type Needle, SEED_LENGTH, type Seed, seedsOf } from './needle.ts';
import { SOME } from './steps.ts';

/** A seed that occurs more often than this tells nothing about where a tag is. */
const MOST_HITS = 24;
/** Units of the hay that are scanned in one step. */
const STRETCH = 1 << 20;
/** Base of the rolling hash; any odd number with well mixed bits does. */
const BASE = 0x2c1b3c6d;
/** Bits of the filter that keeps the table out of most steps of a scan: 128 KB, so that it stays in the cache. */
const FILTER_BITS = 20;

/** The distinct seeds of many needles, all of one length, in a hash table over typed arrays. */
interface SeedTable {
  readonly units: readonly string[];
  readonly length: number;
  /** Open addressing: hash and index of the seed plus one, or 0. */
  readonly hashes: Int32Array;
  readonly slots: Int32Array;
  readonly mask: number;
  /** One bit for every value that the hash of a seed has in its upper bits. */
  readonly filter: Uint8Array;
}

/**
 * Finds, in one pass over the hay, where each of many needles may lie: indices
 * at which its quote would begin, the likeliest first. Rabin–Karp with a
 * rolling hash, so the time is that of the hay plus that of the needles.
 */
export function* lookUp(
  hay: string,
  needles: readonly Needle[],
  expected: readonly number[],
): Steps<Guess[][]> {
  const seeds: Seed[][] = [];
  for (const [n, needle] of needles.entries()) {
    if (n % SOME === 0) yield;
    seeds.push(seedsOf(needle).filter(({ units }) => units.length === SEED_LENGTH));
  }
  const strings = seeds.flatMap((list) => list.map(({ units }) => units));
  const hits = yield* occurrences(hay, strings, SEED_LENGTH, MOST_HITS);
  yield;
  return seeds.map((list, i) => {
    const places = list.flatMap(({ units, toQuote }) =>
      (hits.get(units) ?? []).map((at) => at + toQuote),
    );
    return clusters(places, expected[i]);
  });
}

/**
 * Where each of many strings of one length occurs in the hay, in one pass.
 * @param most of a string that occurs more often nothing is said
 */
export function* occurrences(
  hay: string,
  strings: readonly string[],
  length: number,
  most: number,
): Steps<ReadonlyMap<string, readonly number[]>> {
  const units = [...new Set(strings)];
  yield;
  const table = tableOf(units, length);
  yield;
  const hits = yield* scan(hay, table, most);
  return new Map(
    units.flatMap((string, i) => {
      const places = hits[i];
      return places && places.length <= most ? [[string, places] as const] : [];
    }),
  );
}

function tableOf(units: readonly string[], length: number): SeedTable {
  let size = 16;
  while (size < units.length * 4) size *= 2;
  const hashes = new Int32Array(size);
  const slots = new Int32Array(size);
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  const mask = size - 1;
  for (const [i, seed] of units.entries()) {
    let hash = 0;
    for (let k = 0; k < length; k++) hash = (Math.imul(hash, BASE) + seed.charCodeAt(k)) | 0;
    const bit = hash >>> (32 - FILTER_BITS);
    filter[bit >> 3] |= 1 << (bit & 7);
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    slots[slot] = i + 1;
  }
  return { units, length, hashes, slots, mask, filter };
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Where each seed occurs, one place more than `most` at the utmost; undefined for one that occurs nowhere. */
function* scan(
  hay: string,
  table: SeedTable,
  most: number,
): Steps<readonly (number[] | undefined)[]> {
  const hits: (number[] | undefined)[] = new Array(table.units.length);
  let hash = 0;
  for (let from = 0; from < hay.length; from += STRETCH) {
    hash = scanStretch(hay, from, Math.min(hay.length, from + STRETCH), hash, table, most, hits);
    yield;
  }
  return hits;
}

/** Scans the hay from one index to another; answers the hash there, given that of the units before. */
function scanStretch(
  hay: string,
  from: number,
  to: number,
  before: number,
  { units, length, hashes, slots, mask, filter }: SeedTable,
  most: number,
  hits: (number[] | undefined)[],
): number {
  let top = 1;
  for (let k = 0; k < length; k++) top = Math.imul(top, BASE);
  let hash = before;
  for (let at = from; at < to; at++) {
    hash = (Math.imul(hash, BASE) + hay.charCodeAt(at)) | 0;
    if (at >= length) hash = (hash - Math.imul(top, hay.charCodeAt(at - length))) | 0;
    const bit = hash >>> (32 - FILTER_BITS);
    if ((filter[bit >> 3] & (1 << (bit & 7))) === 0 || at < length - 1) continue;
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0) {
      if (hashes[slot] === hash) {
        const seed = slots[slot] - 1;
        const start = at - length + 1;
        if (hay.startsWith(units[seed], start)) {
          const list = hits[seed];
          if (!list) hits[seed] = [start];
          else if (list.length <= most) list.push(start);
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
  }
  return hash;
}
