import type { Paragraph, Root, Sentence, SentenceContent, Word, WordContent } from 'nlcst';
import type { Plugin } from 'unified';
import type { Node, Point } from 'unist';
import type { Layout, TokenTable } from './table.ts';
import { TokenKind } from './table.ts';
import { bitsAt, UnitClass, WordBit } from './units.ts';

/** A text with its token table: what a tree is made of. */
export interface TokenisedText {
  readonly text: string;
  readonly tokens: Omit<TokenTable, 'flags' | 'hash'>;
  readonly layout: Layout;
}

/** One block of a text, its table counted from `offset`. */
export interface TokenisedBlock extends TokenisedText {
  /** Where the block starts in the text, in UTF-16 units. */
  readonly offset: number;
}

/**
 * unified's parser over the token table: gives a processor trees of nlcst, the
 * natural language syntax tree that retext plugins work on. `read` makes the
 * table of the text that is to be parsed, or hands over one made before. The
 * tree's leaves tile the text. Lines and columns count from 1, offsets from 0,
 * columns and offsets in UTF-16 units.
 */
export const tokenParser: Plugin<[(text: string) => TokenisedText], string, Root> = function (
  read,
) {
  this.parser = (document) => toNlcst(read(document));
};

/**
 * The blocks of a text that has tokens, one after another, each made when it is
 * asked for. Their texts put together are the whole text: white space behind a block belongs to
 * it, white space before the first one to the first one.
 */
export function* blocksOf({ text, tokens, layout }: TokenisedText): Generator<TokenisedBlock> {
  let sentence = 0;
  for (let block = 0; block < layout.blocks.length; block++) {
    const first = layout.blocks[block];
    const past = layout.blocks[block + 1] ?? tokens.length;
    const offset = block === 0 ? 0 : tokens.start[first];
    const end = past < tokens.length ? tokens.start[past] : text.length;
    const from = sentence;
    while (layout.sentences[sentence] < past) sentence++;
    yield {
      offset,
      text: text.slice(offset, end),
      tokens: {
        length: past - first,
        start: tokens.start.slice(first, past).map((start) => start - offset),
        end: tokens.end.slice(first, past).map((behind) => behind - offset),
        kind: tokens.kind.slice(first, past),
      },
      layout: {
        sentences: layout.sentences.slice(from, sentence).map((token) => token - first),
        blocks: [0],
      },
    };
  }
}

function toNlcst({ text, tokens, layout }: TokenisedText): Root {
  const grow = new Grower(text);
  const root: Root = { type: 'RootNode', children: [] };
  let sentence = 0;
  for (let block = 0; block < layout.blocks.length; block++) {
    const past = layout.blocks[block + 1] ?? tokens.length;
    root.children.push(...grow.spaceUpTo(tokens.start[layout.blocks[block]]));
    const paragraph: Paragraph = { type: 'ParagraphNode', children: [] };
    while (layout.sentences[sentence] < past) {
      const first = layout.sentences[sentence++];
      const next = Math.min(layout.sentences[sentence] ?? past, past);
      paragraph.children.push(...grow.spaceUpTo(tokens.start[first]));
      paragraph.children.push(sentenceOf(grow, tokens, first, next));
    }
    root.children.push(placed(paragraph));
  }
  root.children.push(...grow.spaceUpTo(text.length));
  return placed(root);
}

function sentenceOf(
  grow: Grower,
  { start, end, kind }: TokenisedText['tokens'],
  first: number,
  past: number,
): Sentence {
  const children: SentenceContent[] = [];
  for (let index = first; index < past; index++) {
    children.push(...grow.spaceUpTo(start[index]));
    if (kind[index] === TokenKind.punctuation)
      children.push(grow.leaf('PunctuationNode', end[index]));
    else if (kind[index] === TokenKind.symbol) children.push(grow.leaf('SymbolNode', end[index]));
    else if (grow.isAddress(end[index])) children.push(grow.leaf('SourceNode', end[index]));
    else children.push(placed<Word>({ type: 'WordNode', children: grow.wordUpTo(end[index]) }));
  }
  return placed<Sentence>({ type: 'SentenceNode', children });
}

/** Web and e-mail addresses: no words of the language. */
const address = /^(?:[a-z][a-z\d+.-]*:\/\/|www\.\S|[^\s@]+@[^\s@]+\.[^\s@]+$)/i;

/** The node types without children. */
type LeafType = 'TextNode' | 'PunctuationNode' | 'SymbolNode' | 'WhiteSpaceNode' | 'SourceNode';

/** Makes leaves from left to right over one text. */
class Grower {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #nextLineEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.#nextLineEnd = text.indexOf('\n');
  }

  /** The leaf that reaches from the last one's end to `end`. */
  leaf<T extends LeafType>(type: T, end: number) {
    const start = this.#point();
    const value = this.#text.slice(this.#at, end);
    this.#at = end;
    return { type, value, position: { start, end: this.#point() } };
  }

  /** The white space up to `end`; nothing where there is none. */
  spaceUpTo(end: number) {
    return end > this.#at ? [this.leaf('WhiteSpaceNode', end)] : [];
  }

  isAddress(end: number): boolean {
    return address.test(this.#text.slice(this.#at, end));
  }

  /** The parts of the word that ends at `end`: letters and digits, and the marks between them. */
  wordUpTo(end: number): WordContent[] {
    const parts: WordContent[] = [];
    while (this.#at < end) {
      const type = partType(this.#text, this.#at);
      let to = this.#at + 1;
      while (to < end && partType(this.#text, to) === type) to++;
      parts.push(this.leaf(type, to));
    }
    return parts;
  }

  #point(): Point {
    while (this.#nextLineEnd >= 0 && this.#nextLineEnd < this.#at) {
      this.#line++;
      this.#lineStart = this.#nextLineEnd + 1;
      this.#nextLineEnd = this.#text.indexOf('\n', this.#lineStart);
    }
    return { line: this.#line, column: this.#at - this.#lineStart + 1, offset: this.#at };
  }
}

/** What the unit at an offset within a word is; the soft hyphen, a surrogate and a mark on a letter are text. */
function partType(text: string, at: number): 'TextNode' | 'PunctuationNode' | 'SymbolNode' {
  const bits = bitsAt(text, at);
  if (bits & WordBit.any || text[at] === '\u00ad') return 'TextNode';
  if (bits === UnitClass.symbol) return 'SymbolNode';
  const marks = bits === UnitClass.punctuation || bits === UnitClass.final;
  return marks || bits === UnitClass.joiner ? 'PunctuationNode' : 'TextNode';
}

/** The node, placed from its first child's start to its last one's end. */
function placed<T extends Node & { children: Node[] }>(node: T): T {
  const first = node.children[0]?.position;
  const last = node.children[node.children.length - 1]?.position;
  if (first && last) node.position = { start: { ...first.start }, end: { ...last.end } };
  return node;
}
