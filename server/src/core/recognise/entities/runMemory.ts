import type { Candidates } from '../candidates.ts';
import type { Name } from '../mentions.ts';
import { HashTable } from './hashTable.ts';

/** Runs remembered before the memory is emptied. */
const mostRuns = 1 << 14;

/**
 * What was read in runs, by their words and surroundings. Everything of a run
 * lies behind that of the run before, in a few long arrays, so that looking a
 * run up touches little memory.
 */
export class RunMemory {
  readonly #table = new HashTable();
  #size = 0;
  /** Where each run's units and names begin; in the last two cells where the last run's end. */
  readonly #bounds = new Int32Array(2 * mostRuns + 2);
  #units = new Uint16Array(1 << 14);
  /** Where each name begins, counted from the start of its run. */
  readonly #offsets: number[] = [];
  readonly #names: Name[] = [];

  /**
   * Adds the names of the run with the units from `start` to `end`, if it is
   * known, and says whether it is.
   * @param hash of the words and the surroundings
   * @param from where the run starts in the passage of `into`
   */
  recall(
    hash: number,
    units: Uint16Array,
    start: number,
    end: number,
    into: Candidates,
    from: number,
  ): boolean {
    const run = this.#table.get(hash);
    if (run < 0) return false;
    const bounds = this.#bounds;
    const known = this.#units;
    const first = bounds[2 * run];
    if (bounds[2 * run + 2] - first !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (units[at] !== known[first + at - start]) return false;
    }
    const behind = bounds[2 * run + 3];
    for (let name = bounds[2 * run + 1]; name < behind; name++) {
      into.add(from + this.#offsets[name], this.#names[name]);
    }
    return true;
  }

  /** Takes in what was read in the run of these units; the names' offsets count from its start. */
  remember(hash: number, units: Uint16Array, names: Candidates): void {
    if (this.#size === mostRuns) this.#forget();
    this.#table.set(hash, this.#size);
    const from = this.#bounds[2 * this.#size];
    const end = from + units.length;
    if (end > this.#units.length) {
      const longer = new Uint16Array(end * 2);
      longer.set(this.#units);
      this.#units = longer;
    }
    this.#units.set(units, from);
    for (let at = 0; at < names.length; at++) {
      this.#offsets.push(names.startOf(at));
      this.#names.push(names.names[at]);
    }
    this.#size++;
    this.#bounds[2 * this.#size] = end;
    this.#bounds[2 * this.#size + 1] = this.#names.length;
  }

  #forget(): void {
    this.#table.clear();
    this.#size = 0;
    this.#offsets.length = 0;
    this.#names.length = 0;
  }
}
