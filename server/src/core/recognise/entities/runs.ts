import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import { hashBasis, hashPrime } from '../../text/hash.ts';
import { TokenFlag, TokenKind } from '../../text/tokens.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { knownNames } from './known.ts';
import { WordClass } from './lexicon.ts';
import { WordReader } from './wordReader.ts';
import type { Extent, KnownName, Run, Word } from './words.ts';

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
/** Classes of lower-case words that a run may go on with. */
const joining =
  WordClass.particle | WordClass.link | WordClass.titleModifier | WordClass.conjunction;
const quotes = '"“”„«»';

/** Reads the runs of one passage. */
export class RunReader {
  readonly #passage: Passage;
  readonly #words: WordReader;
  readonly #known: Gazetteer;
  /** Whether a name's head noun may be in lower case behind it (`Eesti valitsus`). */
  readonly #lowerHeads: boolean;
  #sentence = 0;
  /**
   * The run being read: its first token, its last word's first one, the one
   * behind it, the number of words, all words' classes, the last one's.
   */
  #first = 0;
  #final = 0;
  #next = 0;
  #count = 0;
  #seen = 0;
  #last = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#words = new WordReader(passage);
    this.#known = knownNames(passage.language);
    this.#lowerHeads = endingsOf(passage.language) !== null;
  }

  /** Whether a lower-case article joined to a capitalised word begins at the token. */
  isArticleAt(token: number): boolean {
    return this.#words.isArticleAt(token);
  }

  /** How far the run reaches that begins at the token, and what stands around it; call with growing tokens. */
  extentAt(first: number): Extent {
    const { tokens } = this.#passage;
    this.#first = first;
    this.#count = 0;
    this.#seen = 0;
    this.#take(first, 1);
    while (this.#next < tokens.length && this.#count < longestRun) {
      const count = this.#wordsBehind(this.#next);
      if (count === 0) break;
      this.#take(this.#next, count);
    }
    this.#takeListed();
    const next = this.#next;
    const quoted = this.#isQuote(first - 1) && this.#isQuote(next);
    let hash = hashBasis;
    for (let token = first; token < next; token++) {
      hash = Math.imul(hash ^ tokens.hash[token], hashPrime);
    }
    return {
      passage: this.#passage,
      firstToken: first,
      nextToken: next,
      hash,
      start: tokens.start[first],
      end: this.#words.endOf(this.#final),
      initial: !quoted && this.#isInitial(first),
      quoted,
      before: this.#words.classesAt(first - 1),
      behind: this.#words.classesAt(next),
    };
  }

  /** The words of the run, and the listed names in it. */
  readRun(extent: Extent): Run {
    const words: Word[] = [];
    for (let token = extent.firstToken; token < extent.nextToken; ) {
      const word = this.#words.wordAt(token);
      words.push(word);
      token = word.nextToken;
    }
    return { ...extent, words, known: this.#knownIn(words) };
  }

  #knownIn(words: readonly Word[]): KnownName[] {
    const found: KnownName[] = [];
    for (let from = 0; from < words.length; from++) {
      const match = words[from].capitalised ? this.#match(words[from]) : null;
      if (match === null) continue;
      const to = words.findIndex(({ nextToken }) => nextToken >= match.nextToken) + 1;
      if (to === 0) continue;
      const { end } = words[to - 1];
      if (end >= match.end && end <= match.end + 1) found.push({ from, to, match });
    }
    return found;
  }

  #match({ token, nextToken, article, classes }: Word): GazetteerMatch | null {
    if ((classes & WordClass.listed) === 0 && nextToken === token + 1) return null;
    const match = this.#known.matchAt(this.#passage, token);
    return match === null && article ? this.#known.matchAt(this.#passage, nextToken - 1) : match;
  }

  /** Adds the words that begin at the token to the run: `count` tokens or hyphenated words. */
  #take(token: number, count: number): void {
    for (let taken = 0, at = token; taken < count; taken++) {
      this.#final = at;
      this.#count++;
      this.#last = this.#words.classesOfWord(at);
      this.#seen |= this.#last;
      at = this.#words.nextOf(at);
      this.#next = at;
    }
  }

  /** Goes on where a listed name goes on in lower case (`Islamic state`). */
  #takeListed(): void {
    const { flags, kind, length } = this.#passage.tokens;
    const next = this.#next;
    if (
      (this.#seen & WordClass.listed) === 0 ||
      next >= length ||
      kind[next] !== TokenKind.word ||
      flags[next] & TokenFlag.lineStart
    ) {
      return;
    }
    for (let token = this.#first; token < this.#next; token = this.#words.nextOf(token)) {
      if (!this.#known.goesOn(this.#passage, token, next)) continue;
      const match = this.#known.matchAt(this.#passage, token);
      while (match !== null && this.#next < match.nextToken) this.#take(this.#next, 1);
    }
  }

  /** How many words of the run the token begins, or 0 where the run ends before it. */
  #wordsBehind(token: number): number {
    const { tokens, text } = this.#passage;
    const flag = tokens.flags[token];
    if (flag & TokenFlag.lineStart) return 0;
    if (this.#words.isApostrophe(this.#words.endOf(this.#final))) return 0;
    if (flag & TokenFlag.capitalised) return 1;
    if (tokens.kind[token] === TokenKind.number) return 0;
    if (tokens.kind[token] === TokenKind.word) return this.#lowerWords(token);
    const mark = text[tokens.start[token]];
    const joins =
      (mark === '&' && this.#isCapitalised(token + 1)) ||
      (mark === ',' && this.#isCompanyForm(token + 1));
    return joins ? 2 : 0;
  }

  #lowerWords(token: number): number {
    const classes = this.#words.classesAt(token);
    if (classes & joining) {
      if (classes & WordClass.particle) {
        const plain = (classes & (WordClass.link | WordClass.article)) === 0;
        if (plain && this.#isCapitalised(token + 1)) return 2;
        if (plain && this.#isParticle(token + 1) && this.#isCapitalised(token + 2)) return 3;
        if (this.#words.isArticleAt(token)) return 1;
      }
      if (classes & WordClass.link && this.#seen & takesLink) return this.#linked(token);
      if (classes & WordClass.titleModifier && this.#isHead(token + 1)) return 2;
      if (classes & WordClass.conjunction && this.#joins(token + 1)) return 2;
    }
    return this.#lowerHeads && classes & heads ? 1 : 0;
  }

  #isParticle(token: number): boolean {
    return (this.#words.classesAt(token) & WordClass.particle) !== 0;
  }

  /** `of the Interior`, `of foreign Affairs`: a link with the capitalised word behind it. */
  #linked(token: number): number {
    let name = token + 1;
    if (this.#words.classesAt(name) & WordClass.article) name++;
    if (this.#isCapitalised(name)) return name + 1 - token;
    const modified =
      this.#words.classesAt(name) & WordClass.titleModifier && this.#isCapitalised(name + 1);
    return modified ? name + 2 - token : 0;
  }

  /** Whether the conjunction before the token joins two parts of one name. */
  #joins(token: number): boolean {
    if (!this.#isCapitalised(token)) return false;
    const classes = this.#words.classesAt(token);
    if (this.#last & WordClass.direction && classes & WordClass.direction) return true;
    if (this.#seen & WordClass.organisationHead) return (this.#seen & WordClass.link) !== 0;
    if (!this.#isHead(token + 1)) return false;
    if (!this.#lowerHeads) return (this.#last & WordClass.ordinary) !== 0;
    return (classes & WordClass.listed) === 0 || this.#known.matchAt(this.#passage, token) === null;
  }

  /** Whether a company's form stands at the token (`Enron Corp., Ltd.`). */
  #isCompanyForm(token: number): boolean {
    return (
      this.#isCapitalised(token) && (this.#words.classesAt(token) & WordClass.companyForm) !== 0
    );
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
      tokens.kind[token] === TokenKind.punctuation &&
      tokens.end[token] - tokens.start[token] === 1 &&
      quotes.includes(text[tokens.start[token]])
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
