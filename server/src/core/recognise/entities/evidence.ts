import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { WordClass } from './lexicon.ts';
import type { Word } from './words.ts';

const bits = 1 << 15;

/**
 * Which words a passage holds in lower case, and which capitalised in the
 * middle of a sentence: filters over token hashes, filled on first need.
 */
export class Evidence {
  readonly #lower = new Uint8Array(bits >> 3);
  readonly #inner = new Uint8Array(bits >> 3);
  #filled = false;

  /** Whether a word at the start of a sentence is an ordinary word there and no name. */
  isOrdinary(passage: Passage, { token, classes, allCaps }: Word): boolean {
    if (classes & WordClass.ordinary) return true;
    if (allCaps || classes & WordClass.firstName) return false;
    if (!this.#filled) this.#fill(passage);
    const hash = passage.tokens.hash[token];
    return has(this.#lower, hash) && !has(this.#inner, hash);
  }

  #fill({ tokens, layout }: Passage): void {
    this.#filled = true;
    let sentence = 0;
    for (let token = 0; token < tokens.length; token++) {
      const initial = layout.sentences[sentence] === token;
      if (initial) sentence++;
      if (tokens.kind[token] !== TokenKind.word) continue;
      if ((tokens.flags[token] & TokenFlag.capitalised) === 0) put(this.#lower, tokens.hash[token]);
      else if (!initial) put(this.#inner, tokens.hash[token]);
    }
  }
}

function put(filter: Uint8Array, hash: number): void {
  const bit = (hash ^ (hash >>> 15)) & (bits - 1);
  filter[bit >> 3] |= 1 << (bit & 7);
}

function has(filter: Uint8Array, hash: number): boolean {
  const bit = (hash ^ (hash >>> 15)) & (bits - 1);
  return (filter[bit >> 3] & (1 << (bit & 7))) !== 0;
}
