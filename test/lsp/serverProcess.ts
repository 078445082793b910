import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const bundle = join(import.meta.dirname, '../../dist/server/node.js');

/** The bundled server as a process of its own, and a connection to it over stdio. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  /** Settles once the process is gone. */
  readonly ended: Promise<void>;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;

  /**
   * @param nodeArguments what Node is given before the server
   * @throws {Error} where nothing is built
   */
  constructor(nodeArguments: readonly string[] = []) {
    if (!existsSync(bundle)) throw new Error('no dist/server/node.js: run npm run build first');
    this.#process = spawn(process.execPath, [...nodeArguments, bundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.ended = new Promise((resolve) => this.#process.once('close', () => resolve()));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
  }

  /** Starts the session over a folder; what the server may ask must be listened for by then. */
  async start(folder: string, capabilities: ClientCapabilities): Promise<void> {
    this.connection.listen();
    const params = { processId: null, rootUri: pathToFileURL(folder).href, capabilities };
    await this.request('initialize', params);
    await this.notify('initialized', {});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Ends the process at once (`kill -9`); settles when it is gone. Requests under way are never answered. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
    this.connection.dispose();
  }
}
