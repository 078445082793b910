import type { Gazetteer, GazetteerMatch } from '../../corpus/gazetteer.ts';
import { opensSentence } from '../../text/layout.ts';
import { TokenFlag, TokenKind, type TokenTable } from '../../text/tokens.ts';
import { unitsOf } from '../../text/units.ts';
import type { Passage } from '../passage.ts';
import { endingsOf } from './forms.ts';
import { knownNames } from './known.ts';
import { WordClass } from './lexicon.ts';
import { Around, Surroundings } from './surroundings.ts';
import { WordReader } from './wordReader.ts';
import type { KnownName, Run, Word } from './words.ts';

/** More words than this are no one name. */
const longestRun = 24;
const heads = WordClass.organisationHead | WordClass.placeHead | WordClass.otherHead;
/** What may stand in the genitive before the office that its holder has. */
const holder = WordClass.title | WordClass.titleModifier;
/** Nouns that `of` may follow inside a name. */
const takesLink = heads | holder | WordClass.placePrefix;
/** Classes of lower-case words that a run may go on with. */
const joining =
  WordClass.particle | WordClass.link | WordClass.titleModifier | WordClass.conjunction;
/** What the recognisers ask of the word before a run and of the word behind it; no bit is in both. */
const askedBefore = WordClass.title | WordClass.article | WordClass.placePreposition;
const askedBehind = WordClass.personVerb | WordClass.link;
/** What is no matter that an organisation sees to. */
const noTopic = WordClass.title | WordClass.organisationHead | WordClass.calendar;
const comma = 0x2c;
const ampersand = 0x26;

/** Reads the runs of one passage, one at a time; its own fields are about the run read last. */
export class RunReader {
  readonly #passage: Passage;
  readonly #tokens: TokenTable;
  readonly #known: Gazetteer;
  readonly #words: WordReader;
  readonly #surroundings: Surroundings;
  /** The text's units: see `unitsOf`. */
  readonly #units: Uint16Array;
  /** Whether a name's head noun may be in lower case behind it (`Eesti valitsus`). */
  readonly #lowerHeads: boolean;
  /**
   * The run read last: its first token, the one behind it, its end, the number
   * of its words, all words' classes, the last one's.
   */
  #first = 0;
  #next = 0;
  #end = 0;
  #count = 0;
  #seen = 0;
  #last = 0;
  /** `WordClass` bits of the words before and behind the run. */
  #before = 0;
  #behind = 0;
  /** `Around.said` or 0. */
  #said = 0;

  constructor(passage: Passage) {
    this.#passage = passage;
    this.#tokens = passage.tokens;
    this.#known = knownNames(passage.language);
    this.#words = new WordReader(passage);
    this.#surroundings = new Surroundings(passage);
    this.#units = unitsOf(passage.text);
    this.#lowerHeads = endingsOf(passage.language) !== null;
  }

  /** Whether a lower-case article joined to a capitalised word begins at the token. */
  isArticleAt(token: number): boolean {
    return this.#words.isArticleAt(token);
  }

  /** Reads how far the run reaches that begins at the token; call with growing tokens. */
  read(first: number): void {
    const { length } = this.#tokens;
    this.#first = first;
    this.#count = 0;
    this.#seen = 0;
    this.#take(first, 1);
    while (this.#next < length && this.#count < longestRun) {
      const count = this.#wordsBehind(this.#next);
      if (count === 0) break;
      this.#take(this.#next, count);
    }
    if (this.#seen & WordClass.listed) this.#takeListed();
    const opens = this.#tokens.flags[first] & TokenFlag.blockStart;
    this.#before = opens ? 0 : this.#words.classesAt(first - 1);
    this.#behind = this.#words.classesAt(this.#next);
    const said = this.#before & WordClass.personVerb && this.#surroundings.isQuote(first - 2);
    this.#said = said ? Around.said : 0;
  }

  /** Index behind the run's last token. */
  get nextToken(): number {
    return this.#next;
  }

  /** Offset behind the run's last word, an English possessive left out. */
  get end(): number {
    return this.#end;
  }

  /** Whether a title stands before the run. */
  get titled(): boolean {
    return (this.#before & WordClass.title) !== 0;
  }

  /** Everything outside the run's own text that the recognisers ask for, as `Around` and `WordClass` bits. */
  get surroundings(): number {
    return (
      this.#surroundings.around(this.#first, this.#next, this.#end) |
      (this.#before & askedBefore) |
      (this.#behind & askedBehind) |
      this.#said
    );
  }

  /** The run with its words and the listed names in it. */
  run(): Run {
    const words: Word[] = [];
    for (let token = this.#first; token < this.#next; ) {
      const word = this.#words.wordAt(token);
      words.push(word);
      token = word.nextToken;
    }
    const around = this.#surroundings.around(this.#first, this.#next, this.#end);
    return {
      passage: this.#passage,
      start: words[0].start,
      end: this.#end,
      initial: (around & Around.initial) !== 0,
      quoted: (around & Around.quoted) !== 0,
      said: this.#said !== 0,
      before: this.#before,
      behind: this.#behind,
      words,
      known: this.#knownIn(words),
    };
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
    const words = this.#words;
    this.#next = token;
    for (let taken = 0; taken < count; taken++) {
      words.read(this.#next);
      this.#next = words.next;
      this.#seen |= words.classes;
    }
    this.#count += count;
    this.#end = words.end;
    this.#last = words.classes;
  }

  /** Goes on where a listed name goes on in lower case (`Islamic state`). */
  #takeListed(): void {
    const { flags, kind, length } = this.#tokens;
    const next = this.#next;
    if (next >= length || kind[next] !== TokenKind.word || flags[next] & TokenFlag.lineStart) {
      return;
    }
    if (!this.#known.mayGoOn(this.#passage, next)) return;
    for (let token = this.#first; token < this.#next; ) {
      const listed = this.#words.classesAt(token) & WordClass.listed;
      if (listed && this.#known.goesOn(this.#passage, token, next)) {
        const match = this.#known.matchAt(this.#passage, token);
        while (match !== null && this.#next < match.nextToken) this.#take(this.#next, 1);
      }
      if (this.#count === 1) return;
      this.#words.read(token);
      token = this.#words.next;
    }
  }

  /** How many words of the run the token begins, or 0 where the run ends before it. */
  #wordsBehind(token: number): number {
    const { flags, kind, start } = this.#tokens;
    const flag = flags[token];
    if (flag & TokenFlag.lineStart) return 0;
    if (flags[token - 1] & TokenFlag.final && opensSentence(this.#passage.layout, token)) return 0;
    if (this.#words.isApostrophe(this.#end)) return this.#isHoldersHead(token) ? 1 : 0;
    if (flag & TokenFlag.capitalised) return 1;
    if (kind[token] === TokenKind.number) return 0;
    if (kind[token] === TokenKind.word) return this.#lowerWords(token);
    const mark = this.#units[start[token]];
    if (mark === comma && this.#lists(token)) return 2;
    const joins =
      (mark === comma && this.#isCompanyForm(token + 1) && !this.#isCapitalised(token + 2)) ||
      (mark === ampersand && this.#isCapitalised(token + 1));
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

  /** Whether the token is what a title in the genitive owns: the Attorney General’s `office`. */
  #isHoldersHead(token: number): boolean {
    const owned = this.#words.classesAt(token) & WordClass.holdersHead;
    return owned !== 0 && (this.#last & holder) !== 0;
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
    const headed = this.#seen & WordClass.organisationHead;
    if (headed && this.#seen & WordClass.link) return true;
    if (!this.#isHead(token + 1)) return false;
    if (!this.#lowerHeads) return (this.#last & (headed ? classes : -1) & WordClass.ordinary) !== 0;
    if (headed) return false;
    return (classes & WordClass.listed) === 0 || this.#known.matchAt(this.#passage, token) === null;
  }

  /** Whether the comma stands in a list of what an organisation is for (`Ministry of Culture, Youth and Sport`). */
  #lists(comma: number): boolean {
    const linked = this.#seen & WordClass.organisationHead && this.#seen & WordClass.link;
    if (!linked) return false;
    let at = comma + 1;
    while (this.#isCapitalised(at) && isTopic(this.#words.classesAt(at))) at++;
    if (at === comma + 1 || !this.#isCapitalised(at + 1)) return false;
    return (this.#words.classesAt(at) & WordClass.conjunction) !== 0;
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
    const { flags, length } = this.#tokens;
    if (token >= length || flags[token] & TokenFlag.lineStart) return false;
    return this.#words.isCapitalised(token);
  }
}

/** Whether a word of these classes names a matter that an organisation sees to: `Information`, `Culture`. */
function isTopic(classes: number): boolean {
  const known = classes & (WordClass.ordinary | WordClass.titleModifier);
  return known !== 0 && (classes & noTopic) === 0;
}
