import type { AnchorStatus, PlacedTag, Relation, TagStatus } from '../tags/model.ts';
import { foldWord } from '../text/fold.ts';
import { TokenKind, type TokenTable } from '../text/tokens.ts';
import { tokensIn, type WholeText } from '../text/wholeText.ts';

/** One annotator's tags of a text, where they lie in it now. */
export interface CountedLayer {
  readonly layer?: string;
  readonly placed: readonly PlacedTag[];
  readonly relations: readonly Relation[];
}

/** The pieces of a tag in its text: one, or several of a discontinuous one. */
type PiecesOf = (tag: PlacedTag) => readonly (readonly [start: number, end: number])[];

/** How many tags somebody made; `by` is null where neither the tag nor a layer says who. */
export interface AnnotatorCount {
  readonly by: string | null;
  readonly tags: number;
}

/** What there is of one label. */
export interface LabelStatistics extends Readonly<Record<TagStatus, number>> {
  readonly label: string;
  readonly tags: number;
  /** Texts that have such a tag. */
  readonly texts: number;
  /** Different texts that are tagged, white space aside. */
  readonly quotes: number;
  /** Tokens of a tag, the mean over those that are not lost; null where there are none. */
  readonly meanTokens: number | null;
  /** Most tags first. */
  readonly annotators: readonly AnnotatorCount[];
}

/** What a corpus holds. */
export interface Statistics {
  readonly texts: number;
  /** UTF-16 units of the canonical texts. */
  readonly characters: number;
  readonly sentences: number;
  readonly tokens: number;
  /** Tokens that are words. */
  readonly words: number;
  /** Different words, whatever their case. */
  readonly types: number;
  readonly tags: number;
  readonly textsWithoutTags: number;
  /** Tags whose text differs from what was tagged. */
  readonly changed: number;
  /** Tags whose text is gone. */
  readonly lost: number;
  /** Tags that are linked to an entity. */
  readonly linked: number;
  /** Different entities that they are linked to. */
  readonly entities: number;
  /** Most tags first. */
  readonly labels: readonly LabelStatistics[];
  /** Most relations first. */
  readonly relations: readonly { readonly label: string; readonly relations: number }[];
}

/** Adds up what texts and their tags hold. */
export class CorpusStatistics {
  readonly #labels = new Map<string, LabelTally>();
  readonly #relations = new Map<string, number>();
  readonly #words = new Set<string>();
  readonly #entities = new Set<string>();
  readonly #anchors = { exact: 0, moved: 0, changed: 0, lost: 0 } satisfies Record<
    AnchorStatus,
    number
  >;
  #linked = 0;
  #counts = { texts: 0, textsWithoutTags: 0, characters: 0, sentences: 0, tokens: 0, words: 0 };

  /** Counts a canonical text with the tags of its layers. */
  add(
    text: string,
    { tokens, sentences }: WholeText,
    layers: readonly CountedLayer[],
    piecesOf: PiecesOf,
  ): void {
    const counts = this.#counts;
    counts.texts++;
    counts.characters += text.length;
    counts.sentences += sentences;
    counts.tokens += tokens.length;
    counts.words += this.#addWords(text, tokens);
    if (layers.every(({ placed }) => placed.length === 0)) counts.textsWithoutTags++;
    const lengthOf = (tag: PlacedTag) =>
      tag.status === 'lost' ? null : tokenCount(tokens, piecesOf(tag));
    for (const layer of layers) this.#addLayer(layer, lengthOf);
  }

  #addWords(text: string, { start, end, kind, length }: TokenTable): number {
    let words = 0;
    for (let i = 0; i < length; i++) {
      if (kind[i] !== TokenKind.word) continue;
      words++;
      const word = text.slice(start[i], end[i]);
      if (!this.#words.has(word)) this.#words.add(ownCopy(word));
    }
    return words;
  }

  #addLayer(
    { layer, placed, relations }: CountedLayer,
    lengthOf: (tag: PlacedTag) => number | null,
  ): void {
    for (const one of placed) {
      const { tag, status } = one;
      this.#anchors[status]++;
      if (tag.entity !== undefined) {
        this.#linked++;
        this.#entities.add(tag.entity);
      }
      const tally = this.#labels.get(tag.label) ?? new LabelTally();
      this.#labels.set(tag.label, tally);
      tally.add(one, tag.by ?? layer ?? null, this.#counts.texts, lengthOf(one));
    }
    for (const { label } of relations) countIn(this.#relations, label);
  }

  /** What was counted so far. */
  result(): Statistics {
    const labels = Array.from(this.#labels, ([label, tally]) => tally.result(label));
    const types = new Set(Array.from(this.#words, (word) => foldWord(word, false)));
    return {
      ...this.#counts,
      types: types.size,
      tags: labels.reduce((sum, { tags }) => sum + tags, 0),
      changed: this.#anchors.changed,
      lost: this.#anchors.lost,
      linked: this.#linked,
      entities: this.#entities.size,
      labels: labels.sort((a, b) => b.tags - a.tags || inOrder(a.label, b.label)),
      relations: mostFirst(this.#relations).map(([label, relations]) => ({ label, relations })),
    };
  }
}

/** What was counted of one label. */
class LabelTally {
  readonly #status = { suggested: 0, accepted: 0, rejected: 0 } satisfies Record<TagStatus, number>;
  readonly #quotes = new Set<string>();
  readonly #annotators = new Map<string | null, number>();
  #tags = 0;
  #texts = 0;
  #lastText = 0;
  #placed = 0;
  #tokens = 0;

  /** @param length tokens of the tag; null where it is lost */
  add({ tag }: PlacedTag, by: string | null, text: number, length: number | null): void {
    this.#tags++;
    this.#status[tag.status ?? 'accepted']++;
    this.#quotes.add(tag.quote.replace(/\s+/g, ' ').normalize('NFC'));
    countIn(this.#annotators, by);
    if (this.#lastText !== text) this.#texts++;
    this.#lastText = text;
    if (length === null) return;
    this.#placed++;
    this.#tokens += length;
  }

  result(label: string): LabelStatistics {
    return {
      label,
      tags: this.#tags,
      texts: this.#texts,
      quotes: this.#quotes.size,
      meanTokens: this.#placed > 0 ? this.#tokens / this.#placed : null,
      ...this.#status,
      annotators: mostFirst(this.#annotators).map(([by, tags]) => ({ by, tags })),
    };
  }
}

/** The tokens that pieces of text share a unit with; pieces of one token count it once. */
function tokenCount(
  tokens: TokenTable,
  pieces: readonly (readonly [start: number, end: number])[],
): number {
  let count = 0;
  let behind = 0;
  for (const [start, end] of pieces) {
    const [from, to] = tokensIn(tokens, start, end);
    count += Math.max(0, to - Math.max(from, behind));
    behind = Math.max(behind, to);
  }
  return count;
}

function countIn<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst<K extends string | null>(counts: ReadonlyMap<K, number>): [K, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || inOrder(a ?? '', b ?? ''));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same string in memory of its own: a slice would keep the whole text that it is cut from. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : ` ${word}`.slice(1);
}
