import type { Position, Range } from 'vscode-languageserver-protocol';
import type { Span } from './core/span.ts';
import type { ChunkedText } from './core/text/document.ts';

/** The position encodings of LSP: what `Position.character` counts. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** The encoding to use with a client: UTF-16 where it takes that, since offsets then need no counting. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (!offered || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  if (offered.includes('utf-32')) return 'utf-32';
  return offered.includes('utf-8') ? 'utf-8' : 'utf-16';
}

/**
 * The one converter between spans of the canonical text and the client's
 * ranges. A client that keeps the byte-order mark in its text counts it on
 * line 0; the canonical text has none.
 */
export class Positions {
  readonly #text: ChunkedText;
  readonly #encoding: Encoding;
  readonly #mark: boolean;

  constructor(text: ChunkedText, encoding: Encoding, byteOrderMark = false) {
    this.#text = text;
    this.#encoding = encoding;
    this.#mark = byteOrderMark;
  }

  /** The offset of a position. Positions past the end of a line or the text are taken as that end. */
  offset(position: Position): number {
    let { line, character } = position;
    if (this.#mark && line === 0) character -= this.#markLength();
    if (this.#encoding !== 'utf-16' && line >= 0 && character > 0) {
      const start = this.#text.lineStart(line);
      const content = this.#text.slice(start, this.#text.lineEnd(line));
      return start + unitsOf(content, character, this.#encoding);
    }
    return this.#text.offsetAt({ line, character });
  }

  /** The position of an offset, which is clamped to the text. */
  position(offset: number): Position {
    const { line, character: units } = this.#text.positionAt(offset);
    let character = units;
    if (this.#encoding !== 'utf-16' && units > 0) {
      const start = this.#text.lineStart(line);
      character = measure(this.#text.slice(start, start + units), this.#encoding);
    }
    return {
      line,
      character: this.#mark && line === 0 ? character + this.#markLength() : character,
    };
  }

  /** The span of a range; a reversed one is turned round. */
  span(range: Range): Span {
    const start = this.offset(range.start);
    const end = this.offset(range.end);
    return start <= end ? { start, end } : { start: end, end: start };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** How many of the client's units a line has, its line end not counted. */
  lineLength(line: number): number {
    return this.position(this.#text.lineEnd(line)).character;
  }

  #markLength(): number {
    return this.#encoding === 'utf-8' ? 3 : 1;
  }
}

/** Length of `text` in the units of an encoding: bytes or code points. */
function measure(text: string, encoding: Encoding): number {
  let length = 0;
  for (const character of text) length += sizeOf(character, encoding);
  return length;
}

/** UTF-16 units that `count` units of another encoding cover; a count inside a character stops before it. */
function unitsOf(text: string, count: number, encoding: Encoding): number {
  let units = 0;
  let left = count;
  for (const character of text) {
    left -= sizeOf(character, encoding);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function sizeOf(character: string, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
