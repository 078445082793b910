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
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ServerProcess } from '../test/lsp/serverProcess.ts';

/** The bundled server over stdio with a folder of its own; edits that it asks for go to the disk. */
export class StdioServer {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'glossator-eval-')));
  readonly #server = new ServerProcess();

  constructor() {
    this.#server.connection.onRequest(
      'workspace/applyEdit',
      ({ edit }: { edit: WorkspaceEdit }) => {
        for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
          const path = fileURLToPath(uri);
          const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
          const document = TextDocument.create(uri, 'json', 0, before);
          writeFileSync(path, TextDocument.applyEdits(document, edits));
        }
        return { applied: true };
      },
    );
  }

  /** Starts the session over the server's folder. */
  start(): Promise<void> {
    // A client that asks for findings is not sent any behind every keystroke.
    return this.#server.start(this.folder, { textDocument: { diagnostic: {} } });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.#server.request(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.#server.notify(method, params);
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
    void this.#server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
