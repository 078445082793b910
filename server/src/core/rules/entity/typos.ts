import { HashTable } from '../../recognise/entities/hashTable.ts';

/** The multiplier of the rolling hash: any odd number that spreads the bits will do. */
const base = 0x01000193;

/**
 * Finds words that differ in one letter (one missing, one too many, one
 * wrong) from words of a set, in time linear in their letters: both are hashed with
 * each letter left out in turn (a deletion neighbourhood as in F. Bocek,
 * E. Hunt, B. Stiller, Fast similarity search in large dictionaries, 2007).
 */
export class OneLetterOff {
  readonly #words: string[] = [];
  /** Which word each hash is of. */
  readonly #byHash = new HashTable();
  /** The first letters of the words: most others need no further look. */
  readonly #starts = new Set<number>();

  /** Adds a word to the set; one of more than a hundred units is nobody's slip. */
  add(word: string): void {
    this.#starts.add(startOf(word));
    const count = neighbours(word);
    for (let at = 0; at < count; at++) this.#byHash.set(hashes[at], this.#words.length);
    this.#words.push(word);
  }

  /** A word of the set that differs in one letter behind the first two, or undefined. */
  find(word: string): string | undefined {
    if (!this.#starts.has(startOf(word))) return undefined;
    const count = neighbours(word);
    for (let at = 0; at < count; at++) {
      const found = this.#words[this.#byHash.get(hashes[at])];
      if (found !== undefined && found !== word && isOneLetterOff(found, word)) return found;
    }
    return undefined;
  }
}

/** The first two units of a word. */
function startOf(word: string): number {
  return (word.charCodeAt(0) << 16) | word.charCodeAt(1);
}

const longest = 100;
const hashes = new Int32Array(longest + 1);
const behind = new Int32Array(longest + 1);
const powers = new Int32Array(longest + 1).fill(1);
for (let at = 1; at <= longest; at++) powers[at] = Math.imul(powers[at - 1], base);

/** Fills `hashes` with those of the word as it is and without each of its units; their number. */
function neighbours(word: string): number {
  const { length } = word;
  if (length > longest) return 0;
  behind[length] = 0;
  for (let at = length - 1; at >= 0; at--)
    behind[at] = behind[at + 1] + Math.imul(word.charCodeAt(at), powers[length - 1 - at]);
  hashes[0] = behind[0];
  let before = 0;
  for (let at = 0; at < length; at++) {
    hashes[at + 1] = Math.imul(before, powers[length - 1 - at]) + behind[at + 1];
    before = (Math.imul(before, base) + word.charCodeAt(at)) | 0;
  }
  return length + 1;
}

/** Units that both words begin with. */
export function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function isOneLetterOff(a: string, b: string): boolean {
  const at = commonStart(a, b);
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.slice(at + 1) === shorter.slice(at);
}
