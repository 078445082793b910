import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { type NameLexicon, nameLexiconOf, WordClass } from './lexicon.ts';
import type { Word } from './words.ts';

const hyphen = 0x2d;
const stop = 0x2e;
const apostrophe = 0x27;
const rightQuote = 0x2019;
/** `BBCle`: capitals with an ending behind them. */
const shortFormEnding = /^\p{Lu}{2,}(\p{Ll}{1,5})$/u;

/** Reads the words of one passage with what the language's lexicon says of them. */
export class WordReader {
  readonly #passage: Passage;
  readonly #lexicon: NameLexicon;
  /** Whether names take case endings; null where they do not. */
  readonly #endings: ReadonlySet<string> | null;
  /** The token last asked about, and its classes: the end of one run is asked about twice. */
  #asked = -1;
  #answer = 0;
  /** The word last asked about, by its first token, and its last token. */
  #word = -1;
  #last = -1;
  /** The word whose end was last asked for, and that end. */
  #ended = -1;
  #end = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#lexicon = nameLexiconOf(passage.language);
    this.#endings = endingsOf(passage.language)?.all ?? null;
  }

  /** The word that begins at the token, with what hyphens join to it. */
  wordAt(token: number): Word {
    const { flags, start } = this.#passage.tokens;
    const last = this.#lastOf(token);
    const article = last > token && (this.classesAt(token) & WordClass.particle) !== 0;
    const end = this.endOf(token);
    return {
      token,
      nextToken: this.nextOf(token),
      start: start[token],
      end,
      classes: this.classesOfWord(token),
      capitalised: this.isCapitalised(token) || (article && this.isCapitalised(last)),
      allCaps:
        (flags[token] & TokenFlag.allCaps) !== 0 || this.#isDeclinedShortForm(start[token], end),
      digit: ((flags[token] | flags[last]) & TokenFlag.digit) !== 0,
      article,
    };
  }

  /** Index of the token behind the word that begins at the token, and behind a clitic joined to it (`'s`). */
  nextOf(token: number): number {
    const { start, end } = this.#passage.tokens;
    const last = this.#lastOf(token);
    let next = last + 1;
    if (last === token && this.#hasStopBehind(token)) next++;
    const clitic =
      this.#isGlued(next) && end[next] - start[next] === 2 && this.isApostrophe(start[next]);
    return clitic ? next + 1 : next;
  }

  /** Offset behind the word that begins at the token, an English possessive left out. */
  endOf(token: number): number {
    if (token !== this.#ended) {
      this.#ended = token;
      this.#end = this.#findEnd(token);
    }
    return this.#end;
  }

  #findEnd(token: number): number {
    const { start, end } = this.#passage.tokens;
    const last = this.#lastOf(token);
    if (last === token && this.#hasStopBehind(token)) return end[token] + 1;
    return this.#endings === null ? this.#possessiveStart(start[token], end[last]) : end[last];
  }

  /** The `WordClass` bits of the word that begins at the token: its last part's; a title counts in any part. */
  classesOfWord(token: number): number {
    const last = this.#lastOf(token);
    if (last === token) return this.#classesOf(token, this.endOf(token));
    return this.classesAt(last) | (this.classesAt(token) & WordClass.title);
  }

  /** The `WordClass` bits of the token; 0 at a mark or beyond the ends. */
  classesAt(token: number): number {
    if (token === this.#asked) return this.#answer;
    this.#asked = token;
    this.#answer = this.#lookUp(token);
    return this.#answer;
  }

  #lookUp(token: number): number {
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
    const { start, end, flags } = this.#passage.tokens;
    if (end[token] - start[token] > 3 || !this.#isHyphen(token + 1)) return false;
    return (
      this.isCapitalised(token + 2) &&
      (this.classesAt(token) & WordClass.particle) !== 0 &&
      (flags[token] & TokenFlag.spaceBefore) !== 0
    );
  }

  /** The last of the tokens that hyphens join to the token. */
  #lastOf(token: number): number {
    if (token === this.#word) return this.#last;
    let last = token;
    while (this.#isHyphen(last + 1) && this.#isGlued(last + 2)) last += 2;
    this.#word = token;
    this.#last = last;
    return last;
  }

  #classesOf(token: number, end: number): number {
    const { tokens, text } = this.#passage;
    const start = tokens.start[token];
    if (end - start > 2 && text.charCodeAt(end - 1) === stop)
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
    return (
      token < tokens.length &&
      (tokens.flags[token] & TokenFlag.spaceBefore) === 0 &&
      tokens.end[token] - tokens.start[token] === 1 &&
      text.charCodeAt(tokens.start[token]) === hyphen
    );
  }

  /** Whether the token is an initial with a full stop as a token of its own behind it. */
  #hasStopBehind(token: number): boolean {
    const { start, end, flags } = this.#passage.tokens;
    return (
      end[token] - start[token] === 1 &&
      (flags[token] & TokenFlag.capitalised) !== 0 &&
      this.#passage.text.charCodeAt(end[token]) === stop &&
      start[token + 1] === end[token]
    );
  }

  /** Whether an apostrophe stands at the offset. */
  isApostrophe(offset: number): boolean {
    const unit = this.#passage.text.charCodeAt(offset);
    return unit === apostrophe || unit === rightQuote;
  }

  /** Where an English possessive of the word begins; `end` if there is none. */
  #possessiveStart(start: number, end: number): number {
    if (end - start > 2 && this.isApostrophe(end - 2)) {
      return this.#passage.text[end - 1] === 's' ? end - 2 : end;
    }
    return end - start > 1 && this.isApostrophe(end - 1) ? end - 1 : end;
  }
}
