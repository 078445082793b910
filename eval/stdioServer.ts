import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const bundle = join(import.meta.dirname, '../dist/server/node.js');

/** The bundled server over stdio with a folder of its own; edits that it asks for go to the disk. */
export class StdioServer {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'glossator-eval-')));
  readonly connection: ProtocolConnection;
  readonly #process;

  constructor() {
    if (!existsSync(bundle)) throw new Error('no dist/server/node.js: run npm run build first');
    this.#process = spawn(process.execPath, [bundle, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
        const path = fileURLToPath(uri);
        const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
        const document = TextDocument.create(uri, 'json', 0, before);
        writeFileSync(path, TextDocument.applyEdits(document, edits));
      }
      return { applied: true };
    });
    this.connection.listen();
  }

  /** Starts the session over the server's folder. */
  async start(): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    // A client that asks for findings is not sent any behind every keystroke.
    const capabilities = { textDocument: { diagnostic: {} } };
    const params = { processId: null, rootUri: uri, capabilities };
    await this.request('initialize', params);
    await this.notify('initialized', {});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Writes a text into the folder and opens it; returns its URI. */
  async open(name: string, text: string): Promise<string> {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    const uri = pathToFileURL(path).href;
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    await this.notify('textDocument/didOpen', { textDocument });
    return uri;
  }

  /** Ends the process and removes the folder. */
  stop(): void {
    this.connection.dispose();
    this.#process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
