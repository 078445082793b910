import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { type NameLexicon, nameLexiconOf, WordClass } from './lexicon.ts';
import type { Word } from './words.ts';

const apostrophe = /^['’]/;
/** `BBCle`: capitals with an ending behind them. */
const shortFormEnding = /^\p{Lu}{2,}(\p{Ll}{1,5})$/u;

/** Reads the words of one passage with what the language's lexicon says of them. */
export class WordReader {
  readonly #passage: Passage;
  readonly #lexicon: NameLexicon;
  /** Whether names take case endings; null where they do not. */
  readonly #endings: ReadonlySet<string> | null;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#lexicon = nameLexiconOf(passage.language);
    this.#endings = endingsOf(passage.language)?.all ?? null;
  }

  /** The word that begins at the token, with what hyphens join to it. */
  wordAt(token: number): Word {
    const { tokens, text } = this.#passage;
    const last = this.#lastOf(token);
    const start = tokens.start[token];
    let end = tokens.end[last];
    let nextToken = last + 1;
    if (last === token && this.#isInitialLetter(token) && this.#isStop(nextToken, end)) {
      end++;
      nextToken++;
    }
    const bare = this.#endings === null ? possessiveStart(text, start, end) : end;
    const flags = tokens.flags[token];
    const article = last > token && (this.classesAt(token) & WordClass.particle) !== 0;
    return {
      token,
      nextToken: this.#pastClitic(nextToken),
      start,
      end: bare,
      classes: this.#classesOfWord(token, last, bare),
      capitalised: this.isCapitalised(token) || (article && this.isCapitalised(last)),
      allCaps: (flags & TokenFlag.allCaps) !== 0 || this.#isDeclinedShortForm(start, end),
      digit: ((flags | tokens.flags[last]) & TokenFlag.digit) !== 0,
      ...(article ? { article: true } : {}),
    };
  }

  /** The `WordClass` bits of the token; 0 at a mark or beyond the ends. */
  classesAt(token: number): number {
    const { tokens } = this.#passage;
    if (token < 0 || token >= tokens.length || tokens.kind[token] !== TokenKind.word) return 0;
    return this.#classesOf(token, tokens.end[token]);
  }

  /** Whether the token is a word with a capital. */
  isCapitalised(token: number): boolean {
    const { flags, kind, length } = this.#passage.tokens;
    return (
      token < length &&
      kind[token] === TokenKind.word &&
      (flags[token] & TokenFlag.capitalised) !== 0
    );
  }

  /** Whether a lower-case article joined to a capitalised word begins at the token (`al-Hilla`). */
  isArticleAt(token: number): boolean {
    const { tokens } = this.#passage;
    if (tokens.end[token] - tokens.start[token] > 3 || !this.#isHyphen(token + 1)) return false;
    return (
      this.isCapitalised(token + 2) &&
      (this.classesAt(token) & WordClass.particle) !== 0 &&
      (tokens.flags[token] & TokenFlag.spaceBefore) !== 0
    );
  }

  /** The last of the tokens that hyphens join to the token. */
  #lastOf(token: number): number {
    let last = token;
    while (this.#isHyphen(last + 1) && this.#isGlued(last + 2)) last += 2;
    return last;
  }

  /** The last part's classes; a title counts in any part (`Minister-designate`). */
  #classesOfWord(token: number, last: number, end: number): number {
    if (last === token) return this.#classesOf(token, end);
    return this.classesAt(last) | (this.classesAt(token) & WordClass.title);
  }

  #classesOf(token: number, end: number): number {
    const { tokens, text } = this.#passage;
    const start = tokens.start[token];
    if (end - start > 2 && text[end - 1] === '.')
      return this.#lexicon.classOfText(text.slice(start, end - 1));
    if (end === tokens.end[token])
      return this.#lexicon.classOf(text, start, end, tokens.hash[token]);
    return this.#lexicon.classOfText(text.slice(start, end));
  }

  #isDeclinedShortForm(start: number, end: number): boolean {
    if (this.#endings === null || end - start > 12) return false;
    const ending = shortFormEnding.exec(this.#passage.text.slice(start, end))?.[1];
    return ending !== undefined && this.#endings.has(ending);
  }

  /** Behind a clitic that is a token of its own (`'s`). */
  #pastClitic(token: number): number {
    const { tokens, text } = this.#passage;
    if (!this.#isGlued(token)) return token;
    const { start, end } = tokens;
    return end[token] - start[token] === 2 && apostrophe.test(text[start[token]])
      ? token + 1
      : token;
  }

  #isGlued(token: number): boolean {
    const { flags, kind, length } = this.#passage.tokens;
    return (
      token < length &&
      (flags[token] & TokenFlag.spaceBefore) === 0 &&
      (kind[token] === TokenKind.word || kind[token] === TokenKind.number)
    );
  }

  #isHyphen(token: number): boolean {
    const { tokens, text } = this.#passage;
    if (token >= tokens.length || tokens.end[token] - tokens.start[token] !== 1) return false;
    return text[tokens.start[token]] === '-' && (tokens.flags[token] & TokenFlag.spaceBefore) === 0;
  }

  #isInitialLetter(token: number): boolean {
    const { start, end, flags } = this.#passage.tokens;
    return end[token] - start[token] === 1 && (flags[token] & TokenFlag.capitalised) !== 0;
  }

  #isStop(token: number, offset: number): boolean {
    return this.#passage.text[offset] === '.' && this.#passage.tokens.start[token] === offset;
  }
}

/** Where an English possessive of the word begins; `end` if there is none. */
function possessiveStart(text: string, start: number, end: number): number {
  const mark = text[end - 2];
  if (end - start > 2 && text[end - 1] === 's' && (mark === "'" || mark === '’')) return end - 2;
  const last = text[end - 1];
  return end - start > 1 && (last === "'" || last === '’') ? end - 1 : end;
}
