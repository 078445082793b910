/** Numbers by 32-bit hashes: an open-addressing table in one typed array, which stays small while little is in it. */
export class HashTable {
  /** A hash and its number side by side; the number is -1 where there is none. */
  #cells = new Int32Array(1 << 11).fill(-1);
  #size = 0;

  /** How many hashes have a number. */
  get size(): number {
    return this.#size;
  }

  /** The hash's number; -1 where it has none. */
  get(hash: number): number {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let cell = (hash << 1) & mask;
    while (cells[cell + 1] >= 0 && cells[cell] !== hash) cell = (cell + 2) & mask;
    return cells[cell + 1];
  }

  /** Gives the hash a number, 0 or more. */
  set(hash: number, value: number): void {
    if (this.#size * 4 >= this.#cells.length) this.#grow();
    this.#put(hash, value);
  }

  clear(): void {
    this.#cells.fill(-1);
    this.#size = 0;
  }

  #put(hash: number, value: number): void {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let cell = (hash << 1) & mask;
    while (cells[cell + 1] >= 0 && cells[cell] !== hash) cell = (cell + 2) & mask;
    if (cells[cell + 1] < 0) this.#size++;
    cells[cell] = hash;
    cells[cell + 1] = value;
  }

  #grow(): void {
    const cells = this.#cells;
    this.#cells = new Int32Array(cells.length * 2).fill(-1);
    this.#size = 0;
    for (let cell = 0; cell < cells.length; cell += 2) {
      if (cells[cell + 1] >= 0) this.#put(cells[cell], cells[cell + 1]);
    }
  }
}
