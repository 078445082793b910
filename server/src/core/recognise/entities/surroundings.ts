import { TokenFlag, TokenKind } from '../../text/tokens.ts';
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

const quotationMarks = '"“”„«»';
const comma = 0x2c;

/** Looks at what stands around the runs of one passage. */
export class Surroundings {
  readonly #passage: Passage;
  /** Whether a number before a sentence's first word is an ordinal that belongs to it. */
  readonly #declined: boolean;
  #sentence = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#declined = endingsOf(passage.language) !== null;
  }

  /**
   * The `Around` bits of the run from the token `first` to the one before
   * `next`, whose last word ends at `end`; call with growing tokens.
   */
  around(first: number, next: number, end: number): number {
    const { text, tokens } = this.#passage;
    const { kind, flags, start, length } = tokens;
    const before = first - 1;
    let bits = 0;
    if (before >= 0) {
      if (flags[before] & TokenFlag.allCaps) bits |= Around.capitalsBefore;
      if (kind[before] === TokenKind.punctuation) {
        if (text.charCodeAt(start[before]) === comma) bits |= Around.commaBefore;
        else if (this.isQuote(before) && this.isQuote(next)) bits |= Around.quoted;
      }
    }
    if (next < length && flags[next] & TokenFlag.allCaps) bits |= Around.capitalsBehind;
    if (text.charCodeAt(end) === comma && isAgeAt(text, end)) bits |= Around.ageBehind;
    return (bits & Around.quoted) === 0 && this.#isInitial(first) ? bits | Around.initial : bits;
  }

  /** Whether the token is a quotation mark. */
  isQuote(token: number): boolean {
    const { tokens, text } = this.#passage;
    return (
      token >= 0 &&
      token < tokens.length &&
      tokens.kind[token] === TokenKind.punctuation &&
      tokens.end[token] - tokens.start[token] === 1 &&
      quotationMarks.includes(text[tokens.start[token]])
    );
  }

  /** Whether only marks stand between the token and the start of its sentence, or a mark that opens a quotation before it. */
  #isInitial(token: number): boolean {
    const { tokens, layout, text } = this.#passage;
    const { sentences } = layout;
    while (this.#sentence + 1 < sentences.length && sentences[this.#sentence + 1] <= token)
      this.#sentence++;
    const from = sentences[this.#sentence];
    if (tokens.flags[token] & TokenFlag.lineStart) return true;
    for (let at = token - 1; at >= from; at--) {
      if (tokens.kind[at] !== TokenKind.punctuation)
        return tokens.kind[at] === TokenKind.number && (at === from || this.#declined);
      const mark = text[tokens.start[at]];
      if (mark === ':' || mark === '“' || mark === '„' || mark === '•') return true;
      if (mark === '"' && tokens.flags[at] & TokenFlag.spaceBefore) return true;
      if (mark === ',' || mark === '(') return false;
    }
    return true;
  }
}
