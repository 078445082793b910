/** What a command has of the world besides files: its folder, the three streams and the clock. */
export interface Io {
  /** Absolute path that relative paths are resolved against. */
  readonly cwd: string;
  readonly now: () => Date;
  /** Standard input, piece by piece. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Writes to standard output; settles when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** Writes one line to standard error. */
  readonly error: (line: string) => void;
}

/** Text is handed on in pieces of about this many UTF-16 units. */
const PIECE = 1 << 16;

/** The streams of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') console.error(`glossator: standard output: ${error.message}`);
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  return {
    cwd: process.cwd(),
    now: () => new Date(),
    stdin: () => process.stdin,
    write: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    error: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}

/** Gathers small pieces of output into large ones. Call `end` when all is said. */
export class Output {
  readonly #io: Io;
  #held: string[] = [];
  #length = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  /** Adds text; settles when more may be added. */
  async add(text: string): Promise<void> {
    this.#held.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) await this.end();
  }

  /** Hands on what is held. */
  async end(): Promise<void> {
    if (this.#length === 0) return;
    const text = this.#held.join('');
    this.#held = [];
    this.#length = 0;
    await this.#io.write(text);
  }
}

/** All of standard input as bytes. */
export async function readAll(io: Io): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of io.stdin()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The lines of standard input as bytes, without their line ends. */
export async function* readLines(io: Io): AsyncGenerator<Uint8Array> {
  const LF = 0x0a;
  let begun: Uint8Array[] = [];
  for await (const piece of io.stdin()) {
    let from = 0;
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, from)) {
      yield Buffer.concat([...begun, piece.subarray(from, at)]);
      begun = [];
      from = at + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
