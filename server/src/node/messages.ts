import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

const HEADER_END = '\r\n\r\n';

/**
 * Reads messages as LSP's base protocol frames them, as many as have come, at
 * once. The package's own reader waits a turn of the event loop before each.
 * What is no message is reported as an error, and the next one is read.
 */
export class StreamReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: NodeJS.ReadableStream;
  /** What has come and is not read yet, and how many bytes it holds. */
  #chunks: Buffer[] = [];
  #held = 0;
  /** How many bytes the body has that is read next; −1 where a header is next. */
  #body = -1;

  constructor(stream: NodeJS.ReadableStream) {
    super();
    this.#stream = stream;
  }

  listen(callback: DataCallback): Disposable {
    const read = (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#held += chunk.length;
      while (this.#held >= this.#body && this.#next(callback));
    };
    this.#stream.on('error', (error) => this.fireError(error));
    this.#stream.on('close', () => this.fireClose());
    this.#stream.on('data', read);
    return Disposable.create(() => this.#stream.off('data', read));
  }

  /** Reads the next header or body; answers whether it was there. */
  #next(callback: DataCallback): boolean {
    const bytes = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const length = this.#body < 0 ? bytes.indexOf(HEADER_END) : this.#body;
    const end = this.#body < 0 ? length + HEADER_END.length : length;
    const found = length >= 0;
    this.#chunks = [found ? bytes.subarray(end) : bytes];
    this.#held = this.#chunks[0].length;
    if (!found) return false;
    const content = bytes.toString('utf8', 0, length);
    try {
      if (this.#body < 0) this.#body = bodyLength(content);
      else {
        this.#body = -1;
        callback(JSON.parse(content));
      }
    } catch (error) {
      this.fireError(error);
    }
    return true;
  }
}

function bodyLength(header: string): number {
  const [, length] = /^content-length: *(\d+) *$/im.exec(header) ?? [];
  if (length === undefined) throw new Error(`A header has no Content-Length: ${header}`);
  return Number(length);
}

/**
 * Writes each message in one piece. The package's own writer writes the header
 * by itself, which wakes the client for nothing while the body waits.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failed = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      this.#stream.write(whole, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failed);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
