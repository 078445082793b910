/** The filter over first words has about eight bits a path, but no more than these. */
const mostFilterBits = 1 << 20;

/**
 * A trie whose edges are 32-bit token hashes, held in one open-addressing
 * hash table over (node, hash) in typed arrays. Node 0 is the root. A node
 * holds a list of values, which are small numbers.
 */
export class TokenTrie {
  #capacity: number;
  #edgeNode: Int32Array;
  #edgeHash: Int32Array;
  #edgeChild: Int32Array;
  #edges = 0;
  #nodes = 1;
  /** First cell of each node's list of values. */
  #head: Int32Array;
  /** Value and next cell of each cell. */
  #value: Int32Array;
  #nextCell: Int32Array;
  #cells = 0;
  readonly #filterMask: number;
  /** A bit for every hash that a path begins with. */
  readonly #filter: Uint8Array;
  /** A bit for every hash that stands behind the first one in a path. */
  readonly #behind: Uint8Array;

  /** `expected`: about how many paths will be inserted. */
  constructor(expected: number) {
    const filterBits = Math.min(mostFilterBits, powerOfTwo(expected * 8));
    this.#filterMask = filterBits - 1;
    this.#filter = new Uint8Array(filterBits >> 3);
    this.#behind = new Uint8Array(filterBits >> 3);
    this.#capacity = powerOfTwo(expected * 4 + 16);
    this.#edgeNode = new Int32Array(this.#capacity).fill(-1);
    this.#edgeHash = new Int32Array(this.#capacity);
    this.#edgeChild = new Int32Array(this.#capacity);
    this.#head = new Int32Array(expected * 2 + 16).fill(-1);
    this.#value = new Int32Array(expected + 16);
    this.#nextCell = new Int32Array(expected + 16);
  }

  /** Adds the value at the end of the path; a value that stands there already is not added again. */
  insert(path: ArrayLike<number>, value: number): void {
    let node = 0;
    for (let at = 0; at < path.length; at++) {
      const next = this.child(node, path[at]);
      node = next >= 0 ? next : this.#addChild(node, path[at]);
      const bit = path[at] & this.#filterMask;
      (at === 0 ? this.#filter : this.#behind)[bit >> 3] |= 1 << (bit & 7);
    }
    if (path.length === 0) return;
    for (let cell = this.#head[node]; cell >= 0; cell = this.#nextCell[cell]) {
      if (this.#value[cell] === value) return;
    }
    if (this.#cells === this.#value.length) {
      this.#value = grown(this.#value, this.#cells * 2);
      this.#nextCell = grown(this.#nextCell, this.#cells * 2);
    }
    this.#value[this.#cells] = value;
    this.#nextCell[this.#cells] = this.#head[node];
    this.#head[node] = this.#cells++;
  }

  /** Whether some path may begin with the hash; a cheap test that is sometimes wrong when it says yes. */
  mayBegin(hash: number): boolean {
    const bit = hash & this.#filterMask;
    return (this.#filter[bit >> 3] & (1 << (bit & 7))) !== 0;
  }

  /** Whether some path may go on with the hash; as cheap, and sometimes wrong in the same way. */
  mayGoOn(hash: number): boolean {
    const bit = hash & this.#filterMask;
    return (this.#behind[bit >> 3] & (1 << (bit & 7))) !== 0;
  }

  /** Whether some path begins with the hash. */
  begins(hash: number): boolean {
    return this.mayBegin(hash) && this.child(0, hash) >= 0;
  }

  /** Whether the hash alone is a path. */
  isPath(hash: number): boolean {
    const node = this.child(0, hash);
    return node >= 0 && this.endsAt(node);
  }

  /** The node behind the edge, or -1. */
  child(node: number, hash: number): number {
    const mask = this.#capacity - 1;
    let slot = mixed(node, hash) & mask;
    for (;;) {
      const owner = this.#edgeNode[slot];
      if (owner < 0) return -1;
      if (owner === node && this.#edgeHash[slot] === hash) return this.#edgeChild[slot];
      slot = (slot + 1) & mask;
    }
  }

  /** The values at the node, the last one inserted first. */
  valuesAt(node: number): number[] {
    const values: number[] = [];
    for (let cell = this.#head[node]; cell >= 0; cell = this.#nextCell[cell]) {
      values.push(this.#value[cell]);
    }
    return values;
  }

  /** Whether a path ends at the node. */
  endsAt(node: number): boolean {
    return this.#head[node] >= 0;
  }

  #addChild(node: number, hash: number): number {
    if (this.#edges * 2 >= this.#capacity) this.#rehash();
    if (this.#nodes === this.#head.length) this.#head = grown(this.#head, this.#nodes * 2, -1);
    const child = this.#nodes++;
    this.#place(node, hash, child);
    this.#edges++;
    return child;
  }

  #place(node: number, hash: number, child: number): void {
    const mask = this.#capacity - 1;
    let slot = mixed(node, hash) & mask;
    while (this.#edgeNode[slot] >= 0) slot = (slot + 1) & mask;
    this.#edgeNode[slot] = node;
    this.#edgeHash[slot] = hash;
    this.#edgeChild[slot] = child;
  }

  #rehash(): void {
    const [nodes, hashes, children] = [this.#edgeNode, this.#edgeHash, this.#edgeChild];
    this.#capacity *= 2;
    this.#edgeNode = new Int32Array(this.#capacity).fill(-1);
    this.#edgeHash = new Int32Array(this.#capacity);
    this.#edgeChild = new Int32Array(this.#capacity);
    for (let slot = 0; slot < nodes.length; slot++) {
      if (nodes[slot] >= 0) this.#place(nodes[slot], hashes[slot], children[slot]);
    }
  }
}

function mixed(node: number, hash: number): number {
  const value = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  return value ^ (value >>> 15);
}

function powerOfTwo(least: number): number {
  let value = 16;
  while (value < least) value *= 2;
  return value;
}

function grown(array: Int32Array, length: number, fill = 0): Int32Array {
  const larger = new Int32Array(length).fill(fill);
  larger.set(array);
  return larger;
}
