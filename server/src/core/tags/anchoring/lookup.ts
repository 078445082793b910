import { clusters } from './match.ts';
import { type Needle, SEED_LENGTH, seedsOf } from './needle.ts';

/** A seed that occurs more often than this tells nothing about where a tag is. */
const MOST_HITS = 24;
/** Base of the rolling hash; any odd number with well mixed bits does. */
const BASE = 0x2c1b3c6d;

/** The distinct seeds of many needles, in a hash table over typed arrays. */
interface SeedTable {
  readonly units: readonly string[];
  /** Open addressing: hash and index of the seed plus one, or 0. */
  readonly hashes: Int32Array;
  readonly slots: Int32Array;
  readonly mask: number;
}

/**
 * Finds, in one pass over the hay, where each of many needles may lie: indices
 * at which its quote would begin, the likeliest first. Rabin–Karp with a
 * rolling hash, so the time is that of the hay plus that of the needles.
 */
export function lookUp(
  hay: string,
  needles: readonly Needle[],
  expected: readonly number[],
): number[][] {
  const seeds = needles.map((needle) =>
    seedsOf(needle).filter(({ units }) => units.length === SEED_LENGTH),
  );
  const indices = new Map<string, number>();
  for (const list of seeds) {
    for (const { units } of list) if (!indices.has(units)) indices.set(units, indices.size);
  }
  const hits = scan(hay, tableOf([...indices.keys()]));
  return seeds.map((list, i) => {
    const places = list.flatMap(({ units, toQuote }) =>
      (hits[indices.get(units) ?? -1] ?? []).map((at) => at + toQuote),
    );
    return clusters(places, expected[i]);
  });
}

function tableOf(units: readonly string[]): SeedTable {
  let size = 16;
  while (size < units.length * 4) size *= 2;
  const hashes = new Int32Array(size);
  const slots = new Int32Array(size);
  const mask = size - 1;
  for (const [i, seed] of units.entries()) {
    let hash = 0;
    for (let k = 0; k < SEED_LENGTH; k++) hash = (Math.imul(hash, BASE) + seed.charCodeAt(k)) | 0;
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    slots[slot] = i + 1;
  }
  return { units, hashes, slots, mask };
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Where each seed occurs; nothing for one that occurs nowhere or too often. */
function scan(hay: string, { units, hashes, slots, mask }: SeedTable): (number[] | undefined)[] {
  const hits: (number[] | undefined)[] = new Array(units.length);
  let top = 1;
  for (let k = 0; k < SEED_LENGTH; k++) top = Math.imul(top, BASE);
  let hash = 0;
  for (let at = 0; at < hay.length; at++) {
    hash = (Math.imul(hash, BASE) + hay.charCodeAt(at)) | 0;
    if (at >= SEED_LENGTH) hash = (hash - Math.imul(top, hay.charCodeAt(at - SEED_LENGTH))) | 0;
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0) {
      if (hashes[slot] === hash && at >= SEED_LENGTH - 1) {
        const seed = slots[slot] - 1;
        const start = at - SEED_LENGTH + 1;
        if (hay.startsWith(units[seed], start)) {
          const list = hits[seed];
          if (!list) hits[seed] = [start];
          else if (list.length <= MOST_HITS) list.push(start);
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
  }
  return hits.map((list) => (list && list.length <= MOST_HITS ? list : undefined));
}
