import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { knownNames } from './known.ts';
import { WordClass } from './lexicon.ts';
import { WordReader } from './wordReader.ts';
import type { KnownName, Run, Word } from './words.ts';

/** More words than this are no one name. */
const longestRun = 24;
/** Nouns that `of` may follow inside a name. */
const takesLink =
  WordClass.organisationHead |
  WordClass.title |
  WordClass.titleModifier |
  WordClass.placeHead |
  WordClass.placePrefix |
  WordClass.otherHead;
const heads = WordClass.organisationHead | WordClass.placeHead | WordClass.otherHead;
const quotes = /^["“”„«»]$/;

/** Reads the runs of one passage. */
export class RunReader {
  readonly #passage: Passage;
  readonly #words: WordReader;
  readonly #known: Gazetteer;
  /** Whether a name's head noun may be in lower case behind it (`Eesti valitsus`). */
  readonly #lowerHeads: boolean;
  #sentence = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#words = new WordReader(passage);
    this.#known = knownNames(passage.language);
    this.#lowerHeads = endingsOf(passage.language) !== null;
  }

  /** Whether a run begins at the token: a capitalised word, or an article joined to one. */
  beginsAt(token: number): boolean {
    const { flags, kind } = this.#passage.tokens;
    if (kind[token] !== TokenKind.word) return false;
    return (flags[token] & TokenFlag.capitalised) !== 0 || this.#words.isArticleAt(token);
  }

  /** The run that begins at the token; call with growing tokens. */
  readAt(first: number): Run {
    const words: Word[] = [this.#words.wordAt(first)];
    const { tokens } = this.#passage;
    while (nextOf(words) < tokens.length && words.length < longestRun) {
      const added = this.#wordsBehind(words, nextOf(words));
      if (added.length === 0) break;
      words.push(...added);
    }
    const known = this.#knownIn(words);
    const nextToken = nextOf(words);
    const quoted = this.#isQuote(first - 1) && this.#isQuote(nextToken);
    return {
      passage: this.#passage,
      words,
      known,
      nextToken,
      initial: !quoted && this.#isInitial(first),
      quoted,
      before: this.#words.classesAt(first - 1),
      behind: this.#words.classesAt(nextToken),
    };
  }

  /** The listed names in the run, which goes on where one goes on in lower case (`Islamic state`). */
  #knownIn(words: Word[]): KnownName[] {
    const found: KnownName[] = [];
    for (let from = 0; from < words.length; from++) {
      const match = words[from].capitalised ? this.#match(words[from]) : null;
      if (match === null) continue;
      while (nextOf(words) < match.nextToken) words.push(this.#words.wordAt(nextOf(words)));
      const to = words.findIndex(({ nextToken }) => nextToken >= match.nextToken) + 1;
      const { end } = words[to - 1];
      if (end >= match.end && end <= match.end + 1) found.push({ from, to, match });
    }
    return found;
  }

  #match({ token, nextToken, article }: Word): GazetteerMatch | null {
    const match = this.#known.matchAt(this.#passage, token);
    return match === null && article ? this.#known.matchAt(this.#passage, nextToken - 1) : match;
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
    if (tokens.flags[token] & TokenFlag.capitalised) return [this.#words.wordAt(token)];
    if (tokens.kind[token] === TokenKind.number) return [];
    if (tokens.kind[token] === TokenKind.word) return this.#lowerWord(words, token);
    const mark = text[tokens.start[token]];
    const joins = mark === '&' ? this.#isCapitalised(token + 1) : this.#isCompanyForm(token);
    return joins ? this.#wordsFrom(token, 2) : [];
  }

  #lowerWord(words: readonly Word[], token: number): Word[] {
    const classes = this.#words.classesAt(token);
    const last = words[words.length - 1];
    const seen = words.reduce((bits, word) => bits | word.classes, 0);
    if (classes & WordClass.particle) {
      const plain = (classes & (WordClass.link | WordClass.article)) === 0;
      if (plain && this.#isCapitalised(token + 1)) return this.#wordsFrom(token, 2);
      const word = this.#words.wordAt(token);
      if (word.article) return [word];
    }
    if (classes & WordClass.link && seen & takesLink) return this.#linked(token);
    if (classes & WordClass.titleModifier && this.#isHead(token + 1))
      return this.#wordsFrom(token, 2);
    if (classes & WordClass.conjunction && this.#joins(last, seen, token + 1))
      return this.#wordsFrom(token, 2);
    return this.#lowerHeads && classes & heads ? this.#wordsFrom(token, 1) : [];
  }

  /** `of the Interior`, `of foreign Affairs`: a link with the capitalised word behind it. */
  #linked(token: number): Word[] {
    let name = token + 1;
    if (this.#words.classesAt(name) & WordClass.article) name++;
    if (this.#isCapitalised(name)) return this.#wordsFrom(token, name + 1 - token);
    const modified =
      this.#words.classesAt(name) & WordClass.titleModifier && this.#isCapitalised(name + 1);
    return modified ? this.#wordsFrom(token, name + 2 - token) : [];
  }

  /** Whether the conjunction before the token joins two parts of one name. */
  #joins(last: Word, seen: number, token: number): boolean {
    if (!this.#isCapitalised(token)) return false;
    const classes = this.#words.classesAt(token);
    if (last.classes & WordClass.direction && classes & WordClass.direction) return true;
    if (seen & WordClass.organisationHead) return (seen & WordClass.link) !== 0;
    if (!this.#isHead(token + 1)) return false;
    if (!this.#lowerHeads) return (last.classes & WordClass.ordinary) !== 0;
    return this.#known.matchAt(this.#passage, token) === null;
  }

  #wordsFrom(token: number, count: number): Word[] {
    return Array.from({ length: count }, (_, at) => this.#words.wordAt(token + at));
  }

  /** Whether the token is a comma and a company's form stands behind it (`Enron Corp., Ltd.`). */
  #isCompanyForm(token: number): boolean {
    const { text, tokens } = this.#passage;
    if (text[tokens.start[token]] !== ',' || !this.#isCapitalised(token + 1)) return false;
    return (this.#words.classesAt(token + 1) & WordClass.companyForm) !== 0;
  }

  /** Whether a noun that organisations' names end with stands at the token, with a capital where it needs one. */
  #isHead(token: number): boolean {
    if ((this.#words.classesAt(token) & WordClass.organisationHead) === 0) return false;
    return this.#lowerHeads || this.#isCapitalised(token);
  }

  #isCapitalised(token: number): boolean {
    const { flags, length } = this.#passage.tokens;
    if (token >= length || flags[token] & TokenFlag.lineStart) return false;
    return this.#words.isCapitalised(token);
  }

  #isQuote(token: number): boolean {
    const { tokens, text } = this.#passage;
    return (
      token >= 0 &&
      token < tokens.length &&
      quotes.test(text.slice(tokens.start[token], tokens.end[token]))
    );
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
        return tokens.kind[at] === TokenKind.number && (at === from || this.#lowerHeads);
      const mark = text[tokens.start[at]];
      if (mark === ':' || mark === '“' || mark === '„' || mark === '•') return true;
      if (mark === '"' && tokens.flags[at] & TokenFlag.spaceBefore) return true;
      if (mark === ',' || mark === '(') return false;
    }
    return true;
  }
}

/** Index of the token behind the words. */
function nextOf(words: readonly Word[]): number {
  return words[words.length - 1].nextToken;
}
