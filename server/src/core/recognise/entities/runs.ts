import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { knownNames } from './known.ts';
import { type NameLexicon, nameLexiconOf, WordClass } from './lexicon.ts';
import type { Run, Word } from './words.ts';

/** More words than this are no one name. */
const longestRun = 24;
const apostrophe = /^['’]/;
/** Nouns that `of` may follow inside a name. */
const takesLink =
  WordClass.organisationHead |
  WordClass.title |
  WordClass.titleModifier |
  WordClass.placeHead |
  WordClass.placePrefix |
  WordClass.otherHead;
const heads = WordClass.organisationHead | WordClass.placeHead | WordClass.otherHead;

/** Reads the runs of one passage. */
export class RunReader {
  readonly #passage: Passage;
  readonly #lexicon: NameLexicon;
  /** Whether a name's head noun may be in lower case behind it (`Eesti valitsus`). */
  readonly #lowerHeads: boolean;
  #sentence = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#lexicon = nameLexiconOf(passage.language);
    this.#lowerHeads = endingsOf(passage.language) !== null;
  }

  /** The run that begins at the capitalised token; call with growing tokens. */
  readAt(first: number): Run {
    const words: Word[] = [this.#word(first)];
    const { tokens } = this.#passage;
    let next = words[0].nextToken;
    while (next < tokens.length && words.length < longestRun) {
      const added = this.#wordsBehind(words, next);
      if (added.length === 0) break;
      words.push(...added);
      next = added[added.length - 1].nextToken;
    }
    return {
      passage: this.#passage,
      words,
      nextToken: next,
      initial: this.#isInitial(first),
      before: this.#classesAt(first - 1),
      behind: this.#classesAt(next),
    };
  }

  /** The words with which the run goes on at the token: one, or links and the word behind them. */
  #wordsBehind(words: readonly Word[], token: number): Word[] {
    const { tokens, text } = this.#passage;
    const last = words[words.length - 1];
    if (
      tokens.flags[token] & TokenFlag.lineStart ||
      text[last.end] === "'" ||
      text[last.end] === '’'
    ) {
      return [];
    }
    if (tokens.flags[token] & TokenFlag.capitalised) return [this.#word(token)];
    const kind = tokens.kind[token];
    if (kind === TokenKind.number) return this.#number(words, token);
    if (kind === TokenKind.word) return this.#lowerWord(words, token);
    if (text[tokens.start[token]] === '&' && this.#isCapitalised(token + 1)) {
      return [this.#word(token), this.#word(token + 1)];
    }
    return [];
  }

  /** `Geneva 2`: a number that ends a name is left to whoever reads numbers. */
  #number(_words: readonly Word[], _token: number): Word[] {
    return [];
  }

  #lowerWord(words: readonly Word[], token: number): Word[] {
    const classes = this.#classesAt(token);
    const seen = words.reduce((bits, word) => bits | word.classes, 0);
    if (classes & WordClass.particle && this.#isCapitalised(token + 1)) {
      if ((classes & (WordClass.link | WordClass.article)) === 0) {
        return [this.#word(token), this.#word(token + 1)];
      }
    }
    if (classes & WordClass.particle && this.#word(token).nextToken > token + 1)
      return [this.#word(token)];
    if (classes & WordClass.link && seen & takesLink) {
      const article = this.#classesAt(token + 1) & WordClass.article ? 1 : 0;
      const name = token + 1 + article;
      if (!this.#isCapitalised(name)) return [];
      const link = [token, token + 1].slice(0, 1 + article).map((at) => this.#word(at));
      return [...link, this.#word(name)];
    }
    if (classes & WordClass.conjunction && this.#isCapitalised(token + 1)) {
      const headed = (seen & WordClass.organisationHead) !== 0;
      const joins = headed ? (seen & WordClass.link) !== 0 : this.#isHeadBehind(token + 1);
      if (joins) return [this.#word(token), this.#word(token + 1)];
    }
    return this.#lowerHeads && classes & heads ? [this.#word(token)] : [];
  }

  /** Whether a head noun stands behind the word, which begins no name itself (`Zooloogia ja Botaanika Instituut`). */
  #isHeadBehind(token: number): boolean {
    if (!this.#lowerHeads || (this.#classesAt(token + 1) & WordClass.organisationHead) === 0)
      return false;
    return knownNames(this.#passage.language).matchAt(this.#passage, token) === null;
  }

  #isCapitalised(token: number): boolean {
    const { flags, kind, length } = this.#passage.tokens;
    if (token >= length || kind[token] !== TokenKind.word) return false;
    return (
      (flags[token] & TokenFlag.capitalised) !== 0 && (flags[token] & TokenFlag.lineStart) === 0
    );
  }

  /** The word that begins at the token, with what hyphens join to it. */
  #word(token: number): Word {
    const { tokens, text } = this.#passage;
    let last = token;
    while (this.#isHyphen(last + 1) && last + 2 < tokens.length && this.#isGlued(last + 2))
      last += 2;
    const start = tokens.start[token];
    let end = tokens.end[last];
    let nextToken = last + 1;
    if (
      this.#isInitialLetter(token) &&
      last === token &&
      text[end] === '.' &&
      tokens.start[last + 1] === end
    ) {
      end++;
      nextToken++;
    }
    const bare = this.#lowerHeads ? end : possessiveStart(text, start, end);
    return {
      token,
      nextToken: this.#pastClitic(nextToken),
      start,
      end: bare,
      classes: this.#classesOf(tokens.start[last], last === token ? bare : end, last),
      capitalised: (tokens.flags[token] & TokenFlag.capitalised) !== 0,
      allCaps: (tokens.flags[token] & TokenFlag.allCaps) !== 0,
      digit: ((tokens.flags[token] | tokens.flags[last]) & TokenFlag.digit) !== 0,
    };
  }

  /** Behind a clitic that is a token of its own (`'s`). */
  #pastClitic(token: number): number {
    const { tokens, text } = this.#passage;
    if (token >= tokens.length || !this.#isGlued(token)) return token;
    return apostrophe.test(text.slice(tokens.start[token], tokens.start[token] + 1)) &&
      tokens.end[token] - tokens.start[token] === 2
      ? token + 1
      : token;
  }

  #isGlued(token: number): boolean {
    const { flags, kind } = this.#passage.tokens;
    return (
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

  #classesAt(token: number): number {
    const { tokens } = this.#passage;
    if (token < 0 || token >= tokens.length || tokens.kind[token] !== TokenKind.word) return 0;
    return this.#classesOf(tokens.start[token], tokens.end[token], token);
  }

  #classesOf(start: number, end: number, token: number): number {
    const { tokens, text } = this.#passage;
    if (end === tokens.end[token])
      return this.#lexicon.classOf(text, start, end, tokens.hash[token]);
    return this.#lexicon.classOfText(text.slice(start, end));
  }

  /** Whether only marks stand between the token and the start of its sentence, or a mark that opens a quotation before it. */
  #isInitial(token: number): boolean {
    const { tokens, layout, text } = this.#passage;
    const { sentences } = layout;
    while (this.#sentence + 1 < sentences.length && sentences[this.#sentence + 1] <= token)
      this.#sentence++;
    const from = sentences[this.#sentence] ?? 0;
    if (tokens.flags[token] & TokenFlag.lineStart) return true;
    for (let at = token - 1; at >= from; at--) {
      if (tokens.kind[at] !== TokenKind.punctuation)
        return tokens.kind[at] === TokenKind.number && at === from;
      const mark = text[tokens.start[at]];
      if (mark === ':' || mark === '“' || mark === '„' || mark === '•') return true;
      if (mark === '"' && tokens.flags[at] & TokenFlag.spaceBefore) return true;
      if (mark === ',' || mark === '(') return false;
    }
    return true;
  }
}

/** Where an English possessive of the word begins; `end` if there is none. */
function possessiveStart(text: string, start: number, end: number): number {
  const mark = text[end - 2];
  if (end - start > 2 && text[end - 1] === 's' && (mark === "'" || mark === '’')) return end - 2;
  const last = text[end - 1];
  return end - start > 1 && (last === "'" || last === '’') ? end - 1 : end;
}
