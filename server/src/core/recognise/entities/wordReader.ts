import { hashUnits } from '../../text/hash.ts';
import { opensSentence } from '../../text/layout.ts';
import { TokenFlag, TokenKind, type TokenTable } from '../../text/tokens.ts';
import { unitsOf } from '../../text/units.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { type NameLexicon, nameLexiconOf, WordClass } from './lexicon.ts';
import type { Word } from './words.ts';

const hyphen = 0x2d;
const stop = 0x2e;
const apostrophe = 0x27;
const rightQuote = 0x2019;
const letterS = 0x73;
/** `BBCle`: capitals with an ending behind them. */
const shortFormEnding = /^\p{Lu}{2,}(\p{Ll}{1,5})$/u;

/** Reads the words of one passage, one at a time, with what the language's lexicon says of them. */
export class WordReader {
  readonly #passage: Passage;
  readonly #tokens: TokenTable;
  /** The text's units: see `unitsOf`. */
  readonly #units: Uint16Array;
  readonly #lexicon: NameLexicon;
  /** Whether names take case endings; null where they do not. */
  readonly #endings: ReadonlySet<string> | null;
  /** Of the word read last: its last token, the one behind it, its end and its bits. */
  #last = 0;
  #next = 0;
  #end = 0;
  #bits = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#tokens = passage.tokens;
    this.#lexicon = nameLexiconOf(passage.language);
    this.#units = unitsOf(passage.text);
    this.#endings = endingsOf(passage.language)?.all ?? null;
  }

  /** Index of the token behind the word read last, and behind a clitic joined to it (`'s`). */
  get next(): number {
    return this.#next;
  }

  /** Offset behind the word read last, an English possessive left out. */
  get end(): number {
    return this.#end;
  }

  /** The `WordClass` bits of the word read last: its last part's; a title counts in any part. */
  get classes(): number {
    return this.#bits;
  }

  /** Reads the word that begins at the token, with what hyphens join to it. */
  read(token: number): void {
    const { start, end, flags, length } = this.#tokens;
    const next = token + 1;
    const behind = end[token];
    this.#last = token;
    this.#next = next;
    this.#end = behind;
    this.#bits = this.#bitsOf(token);
    if (flags[token] & TokenFlag.final && behind - start[token] === 2) this.#leaveStop(token);
    if (next < length && (flags[next] & TokenFlag.spaceBefore) === 0) this.#readJoined(token);
    if (this.#endings === null) this.#leavePossessive(token);
  }

  /** Goes on with what stands directly behind the token. */
  #readJoined(token: number): void {
    const { start, end } = this.#tokens;
    const mark = this.#units[end[token]];
    if (mark === hyphen) {
      while (this.#isHyphen(this.#last + 1) && this.#isPartAt(this.#last + 2)) this.#last += 2;
      if (this.#last === token) return;
      this.#next = this.#last + 1;
      this.#end = end[this.#last];
      this.#bits = this.classesAt(this.#last) | (this.#bits & WordClass.title);
    } else if (mark === stop && end[token] - start[token] === 1 && this.isCapitalised(token)) {
      this.#next++;
      this.#end++;
      this.#bits = this.#classesOf(start[token], this.#end);
    }
    const next = this.#next;
    if (this.#isGlued(next) && end[next] - start[next] === 2 && this.isApostrophe(start[next]))
      this.#next++;
  }

  /** Leaves the full stop out that ends the sentence behind a numeral of one letter (`World War I.`). */
  #leaveStop(token: number): void {
    const { tokens, layout, text } = this.#passage;
    const last = token + 1 === tokens.length || opensSentence(layout, token + 1);
    if (last && 'IVX'.includes(text[tokens.start[token]])) this.#end--;
  }

  /** Leaves an English possessive of the word out. */
  #leavePossessive(token: number): void {
    const start = this.#tokens.start[token];
    const end = this.#possessiveStart(start, this.#end);
    if (end === this.#end) return;
    this.#end = end;
    if (this.#last === token) this.#bits = this.#classesOf(start, end);
  }

  /** Where an English possessive of the word begins; `end` if there is none. */
  #possessiveStart(start: number, end: number): number {
    const last = this.#units[end - 1];
    if (last === letterS) return end - start > 2 && this.isApostrophe(end - 2) ? end - 2 : end;
    if (last !== apostrophe && last !== rightQuote) return end;
    const closes = end - start > 1 && !(end - start > 2 && this.isApostrophe(end - 2));
    return closes ? end - 1 : end;
  }

  /** The word that begins at the token. */
  wordAt(token: number): Word {
    this.read(token);
    const { flags, start } = this.#tokens;
    const last = this.#last;
    const article = last > token && (this.classesAt(token) & WordClass.particle) !== 0;
    return {
      token,
      nextToken: this.#next,
      start: start[token],
      end: this.#end,
      classes: this.#bits,
      capitalised: this.isCapitalised(token) || (article && this.isCapitalised(last)),
      allCaps:
        (flags[token] & TokenFlag.allCaps) !== 0 ||
        this.#isDeclinedShortForm(start[token], this.#end),
      digit: ((flags[token] | flags[last]) & TokenFlag.digit) !== 0,
      article,
    };
  }

  /** The `WordClass` bits of the token; 0 at a mark or beyond the ends. */
  classesAt(token: number): number {
    const { kind, length } = this.#tokens;
    if (token < 0 || token >= length || kind[token] !== TokenKind.word) return 0;
    return this.#bitsOf(token);
  }

  #bitsOf(token: number): number {
    const { start, end, hash } = this.#tokens;
    return this.#lexicon.classOf(this.#passage.text, start[token], end[token], hash[token]);
  }

  /** Whether the token is a word with a capital. */
  isCapitalised(token: number): boolean {
    const { flags, kind, length } = this.#tokens;
    return (
      token < length &&
      kind[token] === TokenKind.word &&
      (flags[token] & TokenFlag.capitalised) !== 0
    );
  }

  /** Whether a lower-case article joined to a capitalised word begins at the token (`al-Hilla`). */
  isArticleAt(token: number): boolean {
    const { start, end, flags } = this.#tokens;
    return (
      end[token] - start[token] <= 3 &&
      this.#isHyphen(token + 1) &&
      this.isCapitalised(token + 2) &&
      (this.classesAt(token) & WordClass.particle) !== 0 &&
      (flags[token] & TokenFlag.spaceBefore) !== 0
    );
  }

  /** Whether an apostrophe stands at the offset. */
  isApostrophe(offset: number): boolean {
    const unit = this.#units[offset];
    return unit === apostrophe || unit === rightQuote;
  }

  #classesOf(start: number, end: number): number {
    const { text } = this.#passage;
    return this.#lexicon.classOf(text, start, end, hashUnits(text, start, end));
  }

  #isDeclinedShortForm(start: number, end: number): boolean {
    if (this.#endings === null || end - start > 12) return false;
    const ending = shortFormEnding.exec(this.#passage.text.slice(start, end))?.[1];
    return ending !== undefined && this.#endings.has(ending);
  }

  /** Whether the token goes on with the word before the hyphen, and is no adjective that is joined to a name. */
  #isPartAt(token: number): boolean {
    return this.#isGlued(token) && (this.classesAt(token) & WordClass.joinedAdjective) === 0;
  }

  #isGlued(token: number): boolean {
    const { flags, kind, length } = this.#tokens;
    return (
      token < length &&
      (flags[token] & TokenFlag.spaceBefore) === 0 &&
      (kind[token] === TokenKind.word || kind[token] === TokenKind.number)
    );
  }

  #isHyphen(token: number): boolean {
    const { start, end, flags, length } = this.#tokens;
    return (
      token < length &&
      (flags[token] & TokenFlag.spaceBefore) === 0 &&
      end[token] - start[token] === 1 &&
      this.#units[start[token]] === hyphen
    );
  }
}
