import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ApplyWorkspaceEditParams,
  Position,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CommandArguments,
  CommandResult,
  ServerCommand,
  SidecarsEditedParams,
} from '../../server/src/protocol.ts';
import { ServerProcess } from '../lsp/serverProcess.ts';

/** What VS Code can do with an edit. */
const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

/** Moments at which a test may step in. */
export type Moment = 'asked' | 'applied' | 'answered';

interface Buffer {
  document: TextDocument;
  dirty: boolean;
}

/**
 * An editor without a screen: it holds files in buffers, keeps the server in
 * step with them, applies the edits that the server asks for and saves what
 * they touched, as VS Code with the extension does. Its buffers outlive the server.
 */
export class Editor {
  readonly #folder: string;
  readonly #buffers = new Map<string, Buffer>();
  /** What this editor wrote to each file last, by URI. */
  readonly written = new Map<string, string>();
  /** While the disk is full no save gets through. */
  diskFull = false;
  /** Whether files that an edit touches are opened in a buffer and saved from there; else edits go to the disk. */
  readonly #opensSidecars: boolean;
  #server: ServerProcess | undefined;
  #killed: Promise<void> = Promise.resolve();
  /** Called at every such moment. */
  reached: (moment: Moment) => void = () => {};

  constructor(folder: string, opensSidecars: boolean) {
    this.#folder = folder;
    this.#opensSidecars = opensSidecars;
  }

  /** The URI of a file in the editor's folder. */
  uri(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }

  /** Starts a server and tells it of every buffer, unsaved changes and all. */
  async start(nodeArguments: readonly string[] = []): Promise<void> {
    const server = new ServerProcess(nodeArguments);
    this.#server = server;
    server.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) =>
      this.#apply(params.edit),
    );
    server.connection.onNotification('glossator/sidecarsEdited', (params: SidecarsEditedParams) => {
      for (const uri of params.uris) this.save(uri);
    });
    await server.start(this.#folder, capabilities);
    for (const { document } of this.#buffers.values()) this.#tellOpened(document);
  }

  /** Kills the server. What it was asked and did not answer stays unanswered. */
  kill(): Promise<void> {
    if (this.#server) this.#killed = this.#server.kill();
    this.#server = undefined;
    return this.#killed;
  }

  /** Opens a file in a buffer. */
  open(uri: string): void {
    const text = readFileSync(fileURLToPath(uri), 'utf8');
    const language = uri.endsWith('.txt') ? 'plaintext' : 'json';
    const document = TextDocument.create(uri, language, 1, text);
    this.#buffers.set(uri, { document, dirty: false });
    this.#tellOpened(document);
  }

  /** The content as the person sees it: the buffer's, else the file's; undefined where there is neither. */
  content(uri: string): string | undefined {
    return this.#buffers.get(uri)?.document.getText() ?? this.onDisk(uri);
  }

  /** What the file holds; undefined where there is none. */
  onDisk(uri: string): string | undefined {
    const path = fileURLToPath(uri);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  /** Where a stretch of a buffer lies, given in UTF-16 units. */
  range(uri: string, start: number, end: number): Range {
    const { document } = this.#bufferOf(uri);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  /** The offset of a position in a buffer, in UTF-16 units. */
  offset(uri: string, position: Position): number {
    return this.#bufferOf(uri).document.offsetAt(position);
  }

  /** Replaces a stretch of a buffer, given in UTF-16 units. */
  type(uri: string, start: number, end: number, text: string): void {
    this.#change(this.#bufferOf(uri), [{ range: this.range(uri, start, end), newText: text }]);
  }

  /** Saves a buffer, if it has unsaved changes or its file is gone. It stays unsaved where that fails. */
  save(uri: string): void {
    const buffer = this.#buffers.get(uri);
    if (!buffer || (!buffer.dirty && existsSync(fileURLToPath(uri)))) return;
    if (!this.#write(uri, buffer.document.getText())) return;
    buffer.dirty = false;
    this.#notify('textDocument/didSave', { textDocument: { uri } });
  }

  /** Runs a command of the server and saves what it edited, as the extension does. Rejects where it is refused. */
  async run<C extends ServerCommand>(
    command: C,
    argument: CommandArguments[C],
  ): Promise<CommandResult> {
    const params = { command, arguments: [argument] };
    const result = await this.#running.request<CommandResult>('workspace/executeCommand', params);
    this.reached('answered');
    for (const uri of result.sidecars) this.save(uri);
    return result;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.#running.request(method, params);
  }

  /** Tells the server that a file is no longer on the disk. */
  tellDeleted(uri: string): void {
    this.#notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
  }

  /** Writes what is unsaved into files beside, for whoever looks into a failure. */
  keepUnsaved(): void {
    for (const [uri, { document, dirty }] of this.#buffers) {
      if (dirty) writeFileSync(`${fileURLToPath(uri)}.unsaved`, document.getText());
    }
  }

  #notify(method: string, params: unknown): void {
    this.#server?.notify(method, params).catch(() => undefined);
  }

  get #running(): ServerProcess {
    if (!this.#server) throw new Error('the server does not run');
    return this.#server;
  }

  #bufferOf(uri: string): Buffer {
    const buffer = this.#buffers.get(uri);
    if (!buffer) throw new Error(`${uri} is not open`);
    return buffer;
  }

  #tellOpened(document: TextDocument): void {
    const { uri, languageId, version } = document;
    const textDocument = { uri, languageId, version, text: document.getText() };
    this.#notify('textDocument/didOpen', { textDocument });
  }

  #change(buffer: Buffer, edits: TextDocumentEdit['edits']): void {
    const { uri, languageId, version } = buffer.document;
    const changes = edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    const text = TextDocument.applyEdits(buffer.document, changes);
    buffer.document = TextDocument.create(uri, languageId, version + 1, text);
    buffer.dirty = true;
    const textDocument = { uri, version: version + 1 };
    // The edits of one message hold one after the other: the last in the text goes first.
    const contentChanges = changes
      .map(({ range, newText }) => ({ range, text: newText }))
      .reverse();
    this.#notify('textDocument/didChange', { textDocument, contentChanges });
  }

  /** Takes an edit whole, or refuses it whole. */
  #apply({ documentChanges = [] }: WorkspaceEdit): { applied: boolean } {
    this.reached('asked');
    const created = new Set<string>();
    for (const change of documentChanges) {
      if ('kind' in change) {
        if (change.kind === 'create') created.add(change.uri);
        continue;
      }
      const { uri, version } = change.textDocument;
      const buffer = this.#buffers.get(uri);
      if (!buffer && !created.has(uri) && this.onDisk(uri) === undefined) return { applied: false };
      if (version !== null && version !== buffer?.document.version) return { applied: false };
    }
    for (const uri of created) {
      // VS Code makes an empty file and puts the content into its buffer.
      const makes = this.onDisk(uri) === undefined && !this.#buffers.has(uri);
      if (makes && this.#opensSidecars && !this.#write(uri, '')) return { applied: false };
    }
    const edits = documentChanges.filter((change) => 'edits' in change);
    const done = edits.map((edit) => this.#edit(edit)).every((applied) => applied);
    this.reached('applied');
    return { applied: done };
  }

  #edit({ textDocument: { uri }, edits }: TextDocumentEdit): boolean {
    if (this.#opensSidecars || this.#buffers.has(uri)) {
      if (!this.#buffers.has(uri)) this.open(uri);
      this.#change(this.#bufferOf(uri), edits);
      return true;
    }
    const document = TextDocument.create(uri, 'json', 0, this.onDisk(uri) ?? '');
    const changes = edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    return this.#write(uri, TextDocument.applyEdits(document, changes));
  }

  /** Writes a file whole, by way of another one; false where it cannot. */
  #write(uri: string, content: string): boolean {
    const path = fileURLToPath(uri);
    if (isReadOnly(dirname(path)) || (existsSync(path) && isReadOnly(path))) return false;
    const draft = `${path}~`;
    writeFileSync(draft, this.diskFull ? content.slice(0, content.length / 2) : content);
    if (this.diskFull) {
      rmSync(draft);
      return false;
    }
    renameSync(draft, path);
    this.written.set(uri, content);
    return true;
  }
}

/** By its permissions: whoever may do everything is to heed them too. */
function isReadOnly(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0;
}
