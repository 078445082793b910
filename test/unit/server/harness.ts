import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { loadLanguage } from '../../../server/src/core/languages/load.ts';
import { type ServerHost, startServer } from '../../../server/src/server.ts';
import type { FolderEntry, Workspace } from '../../../server/src/workspace.ts';

export const ROOT = 'file:///corpus';

/** A client and a server in one process, over a file system that is a map from URI to content. */
export class TestClient {
  readonly files: Map<string, string | Uint8Array>;
  readonly diagnostics = new Map<string, Diagnostic[]>();
  readonly notified: { method: string; params: unknown }[] = [];
  /** Set to make the client refuse edits. */
  refuseEdits = false;
  /** What happens while the client is asked to apply an edit, before it does. */
  beforeApplying: () => Promise<void> = async () => {};
  /** What happens when the server reads a file, before it has read it. */
  beforeReading: (uri: string) => void = () => {};
  loadLanguage = loadLanguage;
  /** The last edit that the server asked for. */
  lastEdit: WorkspaceEdit | undefined;
  connection: ProtocolConnection;
  readonly #versions = new Map<string, number>();
  readonly #open = new Map<string, string>();
  readonly #host: Partial<ServerHost>;
  #waiting: (() => void)[] = [];

  constructor(files: Record<string, string | Uint8Array>, host: Partial<ServerHost> = {}) {
    this.files = new Map(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
    this.#host = host;
    this.connection = this.#connect();
  }

  /** Starts another server, as when the first one was killed: it is told what is open, with what is unsaved in it. */
  async restart(): Promise<void> {
    this.connection.dispose();
    this.connection = this.#connect();
    await this.start();
    for (const [uri, text] of this.#open) await this.#sendOpen(uri, text, 'plaintext');
  }

  #connect(): ProtocolConnection {
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, {
      workspace: () => this.#workspace(),
      docs: 'file:///docs/rules/',
      ...this.#host,
    });
    server.listen();
    const connection = createProtocolConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    this.#answer(connection);
    connection.listen();
    return connection;
  }

  /** Starts the session; `capabilities` are the client's. */
  async start(
    capabilities: InitializeParams['capabilities'] = fullClient,
    initializationOptions: unknown = {},
    workspaceFolders: InitializeParams['workspaceFolders'] = [{ uri: ROOT, name: 'corpus' }],
  ) {
    const params = { processId: null, rootUri: ROOT, capabilities, initializationOptions };
    const result = await this.request<{ capabilities: Record<string, unknown> }>('initialize', {
      ...params,
      workspaceFolders,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** Opens a file in the editor; `shown` is what the editor has of it, where that is not what is on disk. */
  async open(
    name: string,
    languageId = 'plaintext',
    shown = this.content(name) ?? '',
  ): Promise<string> {
    const uri = `${ROOT}/${name}`;
    this.#open.set(uri, shown);
    await this.#sendOpen(uri, shown, languageId);
    return uri;
  }

  async #sendOpen(uri: string, text: string, languageId: string): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Types into an open file: the changes in the order given, each over the text the one before left. */
  async change(name: string, changes: { range?: Range; text: string }[]): Promise<void> {
    const uri = `${ROOT}/${name}`;
    let text = this.#open.get(uri) ?? '';
    for (const change of changes)
      text = change.range ? edited(text, [change as never]) : change.text;
    this.#open.set(uri, text);
    await this.#sendChange(uri, changes);
  }

  async save(name: string): Promise<void> {
    const uri = `${ROOT}/${name}`;
    this.files.set(uri, this.#open.get(uri) ?? '');
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(name: string): Promise<void> {
    const uri = `${ROOT}/${name}`;
    this.#open.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Writes a file behind the editor's back, or deletes it, and tells the server as a watcher would. */
  async writeOutside(name: string, text: string | Uint8Array | null): Promise<void> {
    const uri = `${ROOT}/${name}`;
    const changed = this.files.has(uri) ? 2 : 1;
    if (text === null) this.files.delete(uri);
    else this.files.set(uri, text);
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: text === null ? 3 : changed }],
    });
  }

  /** Applies an edit as the editor does: to what is open there, else to the disk. */
  async takeEdit({ changes = {}, documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const [uri, edits] of Object.entries(changes)) await this.#apply(uri, edits);
    for (const change of documentChanges) {
      if ('textDocument' in change)
        await this.#apply(change.textDocument.uri, change.edits as TextEdit[]);
      else if (change.kind === 'create' && !this.files.has(change.uri))
        this.files.set(change.uri, '');
    }
  }

  /** What the person sees of a file: the editor's content, else the disk's. */
  content(name: string): string | undefined {
    const uri = `${ROOT}/${name}`;
    const disk = this.files.get(uri);
    return this.#open.get(uri) ?? (typeof disk === 'string' ? disk : undefined);
  }

  /** Resolves once `done` holds; it is asked again whenever the server says something. */
  async until(done: () => boolean, what: string): Promise<void> {
    const end = Date.now() + 5000;
    while (!done()) {
      if (Date.now() > end) throw new Error(`Waited five seconds for ${what}.`);
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, 20);
      });
    }
  }

  /** Codes of a file's findings, once the server has published them. */
  async codes(name: string): Promise<(string | number | undefined)[]> {
    const uri = `${ROOT}/${name}`;
    await this.until(() => this.diagnostics.has(uri), `diagnostics of ${name}`);
    return (this.diagnostics.get(uri) ?? []).map(({ code }) => code);
  }

  stop(): void {
    this.connection.dispose();
  }

  #answer(connection: ProtocolConnection): void {
    connection.onRequest('workspace/applyEdit', async ({ edit }: { edit: WorkspaceEdit }) => {
      this.lastEdit = edit;
      await this.beforeApplying();
      if (this.refuseEdits || this.#isStale(edit)) return { applied: false };
      await this.takeEdit(edit);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', () => [null]);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.diagnostics.set(params.uri, params.diagnostics);
      this.#wake();
    });
    connection.onUnhandledNotification(({ method, params }) => {
      this.notified.push({ method, params });
      this.#wake();
    });
  }

  /** Whether an edit is for another version of an open file than the client has. */
  #isStale({ documentChanges = [] }: WorkspaceEdit): boolean {
    return documentChanges.some((change) => {
      if (!('textDocument' in change)) return false;
      const { uri, version } = change.textDocument;
      return version !== null && version !== this.#versions.get(uri);
    });
  }

  async #apply(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const open = this.#open.get(uri);
    const disk = this.files.get(uri);
    const text = edited(open ?? (typeof disk === 'string' ? disk : ''), edits);
    if (open === undefined) {
      this.files.set(uri, text);
      return;
    }
    this.#open.set(uri, text);
    await this.#sendChange(uri, [{ text }]);
  }

  async #sendChange(uri: string, contentChanges: unknown[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #workspace(): Workspace {
    return {
      readFile: async (uri) => {
        this.beforeReading(uri);
        const content = this.files.get(uri);
        if (content === undefined) return null;
        return typeof content === 'string' ? new TextEncoder().encode(content) : content;
      },
      readFolder: async (uri) => {
        const entries = new Map<string, FolderEntry>();
        for (const file of this.files.keys()) {
          if (!file.startsWith(`${uri}/`)) continue;
          const [name, ...rest] = file.slice(uri.length + 1).split('/');
          entries.set(name, { name: decodeURIComponent(name), folder: rest.length > 0 });
        }
        return [...entries.values()];
      },
      language: (code) => this.loadLanguage(code),
    };
  }
}

/** The text after edits that all refer to the text before. */
function edited(
  text: string,
  edits: readonly (TextEdit | { range: Range; text: string })[],
): string {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const offset = ({ line, character }: Range['start']) => (lines[line] ?? text.length) + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  for (const edit of sorted) {
    const inserted = 'newText' in edit ? edit.newText : edit.text;
    text = text.slice(0, offset(edit.range.start)) + inserted + text.slice(offset(edit.range.end));
  }
  return text;
}

/** A client that can do everything and takes pushed diagnostics. */
export const fullClient: InitializeParams['capabilities'] = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The range of the first (or `nth`) occurrence of `words` in a text. */
export function rangeOf(text: string, words: string, nth = 1): Range {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” does not occur ${nth} times.`);
  const position = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before[before.length - 1].length };
  };
  return { start: position(start), end: position(start + words.length) };
}
