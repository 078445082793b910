import { TokenFlag, TokenKind, type TokenTable } from '../../text/tokens.ts';
import { unitsOf } from '../../text/units.ts';
import type { Passage } from '../passage.ts';
import { isAgeAt } from './capitals.ts';
import { endingsOf } from './forms.ts';

/** What stands around a run: bits that `WordClass` does not use. */
export const Around = {
  /** The run stands where any word is capitalised. */
  initial: 1 << 20,
  /** Quotation marks stand directly around it. */
  quoted: 1 << 21,
  commaBefore: 1 << 22,
  capitalsBefore: 1 << 23,
  capitalsBehind: 1 << 24,
  ageBehind: 1 << 25,
  /** A verb of saying stands before it, and the quotation before that (`…,” said Blücher`). */
  said: 1 << 26,
} as const;

const quotationMarks = new Set([...'"“”„«»'].map((mark) => mark.charCodeAt(0)));
const comma = 0x2c;
const bracket = 0x28;
const straightQuote = 0x22;
/** Behind these any word is capitalised. */
const opening = new Set([...':“„•'].map((mark) => mark.charCodeAt(0)));

/** Looks at what stands around the runs of one passage. */
export class Surroundings {
  readonly #passage: Passage;
  readonly #tokens: TokenTable;
  /** The text's units: see `unitsOf`. */
  readonly #units: Uint16Array;
  /** Whether a number before a sentence's first word is an ordinal that belongs to it. */
  readonly #declined: boolean;
  #sentence = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#tokens = passage.tokens;
    this.#units = unitsOf(passage.text);
    this.#declined = endingsOf(passage.language) !== null;
  }

  /**
   * The `Around` bits of the run from the token `first` to the one before
   * `next`, whose last word ends at `end`; call with growing tokens.
   */
  around(first: number, next: number, end: number): number {
    const { kind, flags, start, length } = this.#tokens;
    const units = this.#units;
    const before = first - 1;
    let bits = 0;
    if (before >= 0) {
      if (flags[before] & TokenFlag.allCaps) bits |= Around.capitalsBefore;
      if (kind[before] === TokenKind.punctuation) {
        if (units[start[before]] === comma) bits |= Around.commaBefore;
        else if (this.isQuote(before) && this.isQuote(next)) bits |= Around.quoted;
      }
    }
    if (next < length && flags[next] & TokenFlag.allCaps) bits |= Around.capitalsBehind;
    if (units[end] === comma && isAgeAt(this.#passage.text, end)) bits |= Around.ageBehind;
    return (bits & Around.quoted) === 0 && this.#isInitial(first) ? bits | Around.initial : bits;
  }

  /** Whether the token is a quotation mark. */
  isQuote(token: number): boolean {
    const { kind, start, end, length } = this.#tokens;
    return (
      token >= 0 &&
      token < length &&
      kind[token] === TokenKind.punctuation &&
      end[token] - start[token] === 1 &&
      quotationMarks.has(this.#units[start[token]])
    );
  }

  /** Whether only marks stand between the token and the start of its sentence, or a mark that opens a quotation before it. */
  #isInitial(token: number): boolean {
    const { flags, kind, start } = this.#tokens;
    if (flags[token] & TokenFlag.lineStart) return true;
    const { sentences } = this.#passage.layout;
    while (this.#sentence + 1 < sentences.length && sentences[this.#sentence + 1] <= token)
      this.#sentence++;
    const from = sentences[this.#sentence];
    for (let at = token - 1; at >= from; at--) {
      if (kind[at] !== TokenKind.punctuation)
        return kind[at] === TokenKind.number && (at === from || this.#declined);
      const mark = this.#units[start[at]];
      if (mark === comma || mark === bracket) return false;
      if (mark === straightQuote ? flags[at] & TokenFlag.spaceBefore : opening.has(mark))
        return true;
    }
    return true;
  }
}
