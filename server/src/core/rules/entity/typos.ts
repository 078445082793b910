/** The multiplier of the rolling hash: any odd number that spreads the bits will do. */
const base = 0x01000193;

/**
 * Finds words that differ in one letter (one missing, one too many, one
 * wrong) from words of a set, in time linear in their letters: both are hashed with
 * each letter left out in turn (a deletion neighbourhood as in F. Bocek,
 * E. Hunt, B. Stiller, Fast similarity search in large dictionaries, 2007).
 */
export class OneLetterOff {
  readonly #words = new Map<number, string>();

  /** Adds a word to the set. */
  add(word: string): void {
    for (const hash of neighbours(word)) this.#words.set(hash, word);
  }

  get size(): number {
    return this.#words.size;
  }

  /** A word of the set that differs in one letter, or undefined. */
  find(word: string): string | undefined {
    for (const hash of neighbours(word)) {
      const found = this.#words.get(hash);
      if (found !== undefined && found !== word && isOneLetterOff(found, word)) return found;
    }
    return undefined;
  }
}

/** Hashes of the word as it is and without each of its units. */
function neighbours(word: string): number[] {
  const length = word.length;
  const behind: number[] = new Array(length + 1);
  const powers: number[] = new Array(length + 1);
  behind[length] = 0;
  powers[0] = 1;
  for (let at = length - 1; at >= 0; at--) {
    const power = powers[length - 1 - at];
    behind[at] = (behind[at + 1] + Math.imul(word.charCodeAt(at), power)) | 0;
    powers[length - at] = Math.imul(power, base);
  }
  const hashes = [behind[0]];
  let before = 0;
  for (let at = 0; at < length; at++) {
    hashes.push((Math.imul(before, powers[length - 1 - at]) + behind[at + 1]) | 0);
    before = (Math.imul(before, base) + word.charCodeAt(at)) | 0;
  }
  return hashes;
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
