import type { Location, Range } from 'vscode-languageserver-protocol';
import type { Span } from './core/span.ts';
import { ChunkedText } from './core/text/document.ts';
import type { Place } from './features/place.ts';
import { Positions } from './position.ts';
import type { Texts } from './state/texts.ts';

/** Turns places in any file into the client's locations; each file is read once. */
export class Locator {
  readonly #texts: Texts;
  readonly #read = new Map<string, Promise<{ positions: Positions; text: ChunkedText } | null>>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The location of a place, or null where its file is gone. `uri` is the text that places without a file lie in. */
  async location(place: Place, uri: string): Promise<Location | null> {
    const file = place.file ?? uri;
    const found = await this.#file(file);
    return found && { uri: file, range: found.positions.range(place) };
  }

  async locations(places: readonly Place[], uri: string): Promise<Location[]> {
    const found = await Promise.all(places.map((place) => this.location(place, uri)));
    return found.filter((location) => location !== null);
  }

  /** A range in a file together with the line it starts on. */
  async line(file: string, span: Span): Promise<{ range: Range; line: string } | null> {
    const found = await this.#file(file);
    if (!found) return null;
    const { line } = found.text.positionAt(span.start);
    const content = found.text.slice(found.text.lineStart(line), found.text.lineEnd(line));
    return { range: found.positions.range(span), line: content };
  }

  /**
   * A function that makes links into the files named, which are read first;
   * a file that is gone is linked to without a line.
   */
  async linker(files: readonly string[]): Promise<(place: Place & { file: string }) => string> {
    const read = new Map<string, Positions>();
    for (const uri of files) {
      const found = await this.#file(uri);
      if (found) read.set(uri, found.positions);
    }
    return (place) => {
      const start = read.get(place.file)?.position(place.start);
      return start ? `${place.file}#L${start.line + 1},${start.character + 1}` : place.file;
    };
  }

  #file(uri: string): Promise<{ positions: Positions; text: ChunkedText } | null> {
    const known = this.#read.get(uri);
    if (known) return known;
    const reading = this.#open(uri);
    this.#read.set(uri, reading);
    return reading;
  }

  async #open(uri: string): Promise<{ positions: Positions; text: ChunkedText } | null> {
    const live = this.#texts.peek(uri)?.live;
    if (live) return { positions: live.positions, text: live.text };
    const source = await this.#texts.sources.read(uri);
    if (source.kind !== 'text') return null;
    const text = new ChunkedText(source.text);
    return { positions: new Positions(text, this.#texts.encoding), text };
  }
}
