import { firstIndex } from '../search.ts';
import { chunkEnd, endsBlock } from './chunks.ts';

/** A chunk that grew past this many units is cut anew. */
const SPLIT_LENGTH = 4096;

/**
 * A run of whole blocks, the unit of incremental work. Its text never
 * changes; an edit puts other chunks in its place. `start` and `firstLine`
 * are kept current by the document that holds it.
 */
export class Chunk {
  readonly text: string;
  /** Whether the text was cut here for its length, not because a block ends. */
  readonly forced: boolean;
  /** Offset of the first unit in the document. */
  start = 0;
  /** Line ends before `start`. */
  firstLine = 0;
  /** Offsets within the chunk behind each of its line ends. */
  readonly lineStarts: Uint16Array;

  constructor(text: string, forced: boolean) {
    this.text = text;
    this.forced = forced;
    this.lineStarts = lineStartsOf(text);
  }

  get end(): number {
    return this.start + this.text.length;
  }
}

function lineStartsOf(text: string): Uint16Array {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint16Array.from(starts);
}

/** What an edit did: `removed` chunks gave way to `added` ones at index `at`. */
export interface ChunkChange {
  readonly at: number;
  readonly removed: readonly Chunk[];
  readonly added: readonly Chunk[];
}

/** A place in a text: zero-based line, UTF-16 units from the start of the line. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * A canonical text held in chunks of a few kilobytes, so that an edit costs
 * what its chunk costs. Offsets are UTF-16 code units.
 */
export class ChunkedText {
  readonly chunks: Chunk[];
  #length = 0;

  constructor(text: string) {
    this.chunks = cut(text, false);
    this.#renumber(0);
  }

  get length(): number {
    return this.#length;
  }

  get lineCount(): number {
    const last = this.chunks[this.chunks.length - 1];
    return last.firstLine + last.lineStarts.length + 1;
  }

  toString(): string {
    return this.chunks.map((chunk) => chunk.text).join('');
  }

  /** The text between two offsets, which are clamped to the text. */
  slice(start: number, end: number): string {
    let at = this.indexAt(start);
    let chunk = this.chunks[at];
    if (end <= chunk.end)
      return chunk.text.slice(Math.max(0, start - chunk.start), Math.max(0, end - chunk.start));
    const parts = [chunk.text.slice(Math.max(0, start - chunk.start))];
    for (at++; at < this.chunks.length && this.chunks[at].start < end; at++) {
      chunk = this.chunks[at];
      parts.push(chunk.text.slice(0, end - chunk.start));
    }
    return parts.join('');
  }

  /** Index of the chunk that holds the unit at `offset`; the last one for the end of the text. */
  indexAt(offset: number): number {
    return Math.max(0, firstIndex(this.chunks.length, (i) => this.chunks[i].start > offset) - 1);
  }

  /** The chunk that holds the unit at `offset`. */
  chunkAt(offset: number): Chunk {
    return this.chunks[this.indexAt(offset)];
  }

  /**
   * Puts `text` (canonical) in place of the units from `start` to `end`.
   * Costs the chunks touched, and a pass over the chunk list to renumber it.
   */
  replace(start: number, end: number, text: string): ChunkChange {
    const first = this.indexAt(start);
    let last = Math.max(first, this.indexAt(Math.max(start, end - 1)));
    let forced = this.chunks[last].forced;
    let content =
      this.chunks[first].text.slice(0, start - this.chunks[first].start) +
      text +
      this.chunks[last].text.slice(end - this.chunks[last].start);
    while (last + 1 < this.chunks.length && !forced && !endsBlock(content)) {
      last++;
      content += this.chunks[last].text;
      forced = this.chunks[last].forced;
    }
    const added =
      content === '' && this.chunks.length > last - first + 1 ? [] : cut(content, forced);
    const removed = this.chunks.splice(first, last - first + 1, ...added);
    this.#renumber(first);
    return { at: first, removed, added };
  }

  /** Offset of the first unit of a line; lines past the last one give the end of the text. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.#length;
    const chunk =
      this.chunks[
        firstIndex(
          this.chunks.length - 1,
          (i) => this.chunks[i].firstLine + this.chunks[i].lineStarts.length >= line,
        )
      ];
    return chunk.start + chunk.lineStarts[line - chunk.firstLine - 1];
  }

  /** Offset of the line end of a line, or of the end of the text. */
  lineEnd(line: number): number {
    return line + 1 < this.lineCount ? this.lineStart(line + 1) - 1 : this.#length;
  }

  /** The offset of a position; one past a line's end is taken as the line's end. */
  offsetAt(position: LinePosition): number {
    if (position.line < 0) return 0;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The position of an offset, which is clamped to the text. */
  positionAt(offset: number): LinePosition {
    offset = Math.max(0, Math.min(offset, this.#length));
    const chunk = this.chunkAt(offset);
    const within = offset - chunk.start;
    const { lineStarts } = chunk;
    const ended = firstIndex(lineStarts.length, (i) => lineStarts[i] > within);
    const line = chunk.firstLine + ended;
    const lineStart = ended > 0 ? chunk.start + lineStarts[ended - 1] : this.lineStart(line);
    return { line, character: offset - lineStart };
  }

  #renumber(from: number): void {
    const previous = this.chunks[from - 1];
    let start = previous ? previous.end : 0;
    let line = previous ? previous.firstLine + previous.lineStarts.length : 0;
    for (let i = from; i < this.chunks.length; i++) {
      const chunk = this.chunks[i];
      chunk.start = start;
      chunk.firstLine = line;
      start += chunk.text.length;
      line += chunk.lineStarts.length;
    }
    this.#length = start;
  }
}

/** Cuts a text into chunks; `forced` tells whether the last one's end was forced before. */
function cut(text: string, forced: boolean): Chunk[] {
  if (text.length <= SPLIT_LENGTH) return [new Chunk(text, forced)];
  const chunks: Chunk[] = [];
  for (let from = 0; from < text.length; ) {
    const to = chunkEnd(text, from);
    const piece = text.slice(from, to);
    const last = to >= text.length;
    chunks.push(new Chunk(piece, last ? forced : !endsBlock(piece)));
    from = to;
  }
  return chunks;
}
