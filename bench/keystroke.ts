/** From a typed character to the findings that follow it, over the standard input and output of the built server. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/lib/root.mjs';
import { median } from './reference.ts';
import type { Figure } from './report.ts';
import { seedLikeText } from './text.ts';
import { framed, lengthOf } from './wire.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number };
}

/** A client that does nothing but time. */
class Client {
  readonly #server: ChildProcessByStdio<Writable, Readable, null>;
  #buffer: Buffer = Buffer.alloc(0);
  #seen: (message: Message, arrived: number) => void = () => {};

  constructor() {
    const program = inRoot('dist/server/node.js');
    this.#server = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#server.stdout.on('data', (data: Buffer) => {
      this.#buffer = this.#buffer.length === 0 ? data : Buffer.concat([this.#buffer, data]);
      for (let length = lengthOf(this.#buffer); length; length = lengthOf(this.#buffer)) {
        const arrived = performance.now();
        const { header, body } = length;
        const message: Message = JSON.parse(this.#buffer.toString('utf8', header, header + body));
        this.#buffer = this.#buffer.subarray(header + body);
        this.#seen(message, arrived);
      }
    });
  }

  send(message: object): void {
    this.#server.stdin.write(framed(message));
  }

  /** Resolves with the time at which the first message that fits was there whole; reading it is the client's own time. */
  seen(fits: (message: Message) => boolean): Promise<number> {
    return new Promise((resolve) => {
      this.#seen = (message, arrived) => {
        if (fits(message)) resolve(arrived);
      };
    });
  }

  /** Resolves once the server has done all there was to do: then it answers at once. */
  async idle(uri: string): Promise<void> {
    let pause = Number.POSITIVE_INFINITY;
    for (let id = 100; pause > 20; id++) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const answered = this.seen((message) => message.id === id);
      const asked = performance.now();
      const position = { line: 0, character: 0 };
      this.send({ id, method: 'textDocument/hover', params: { textDocument: { uri }, position } });
      pause = (await answered) - asked;
    }
  }

  stop(): void {
    this.#server.kill('SIGKILL');
  }
}

/** The median time of a keystroke somewhere in a text of `size` units that lies in a corpus, in milliseconds. */
async function keystroke(size: number, rounds = 300, warmUp = 100): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-bench-'));
  writeFileSync(join(folder, 'glossator.json'), '{}');
  const rootUri = pathToFileURL(folder).href;
  const uri = `${rootUri}/text.txt`;
  const text = seedLikeText(size);
  const lines = text.split('\n');
  const client = new Client();
  try {
    const answered = client.seen(({ id }) => id === 1);
    const textDocument = { publishDiagnostics: { relatedInformation: true } };
    const params = { processId: process.pid, rootUri, capabilities: { textDocument } };
    client.send({ id: 1, method: 'initialize', params });
    await answered;
    client.send({ method: 'initialized', params: {} });
    const opened = client.seen(({ params }) => params?.uri === uri);
    const document = { uri, languageId: 'plaintext', version: 0, text };
    client.send({ method: 'textDocument/didOpen', params: { textDocument: document } });
    await opened;
    await client.idle(uri);
    const times: number[] = [];
    for (let version = 1; version <= warmUp + rounds; version++) {
      // A letter goes in between two letters, and out again with the next keystroke.
      const line = Math.floor(((version >> 1) / (warmUp + rounds)) * lines.length);
      const character = lines[line].length >> 1;
      const end = { line, character: character + (version % 2 === 0 ? 0 : 1) };
      const change = {
        range: { start: { line, character }, end },
        text: version % 2 === 0 ? 'e' : '',
      };
      const findings = client.seen(
        ({ params }) => params?.uri === uri && params.version === version,
      );
      const sent = performance.now();
      client.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [change] },
      });
      const time = (await findings) - sent;
      if (version > warmUp) times.push(time);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return median(times);
  } finally {
    client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureKeystroke(): Promise<Figure[]> {
  const small = await keystroke(1_000_000);
  const large = await keystroke(10_000_000);
  return [
    { what: 'keystroke to findings in 1 MB, over stdio', value: small, unit: 'ms', atMost: 2 },
    { what: 'keystroke to findings in 10 MB', value: large, unit: 'ms' },
    { what: '… × the one in 1 MB', value: large / small, unit: '×', atMost: 1.5 },
  ];
}
