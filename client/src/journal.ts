import * as vscode from 'vscode';
import { exists, fileName } from './documents.ts';
import { asEntry, type Entry, fateOf, madeOf } from './journalEntry.ts';
import { isSidecar } from './sidecars.ts';

/** Milliseconds in which another window may still be busy with the save that an entry is about. */
const settling = 1000;

/**
 * Keeps the content of each sidecar that is about to be saved until it is.
 * VS Code writes files in place: where the machine or VS Code stops in the
 * middle, half of the sidecar is left. What was to be saved then lies here, in
 * the extension's own storage, and is put back at the next start.
 */
export class Journal implements vscode.Disposable {
  /** Where the entries lie; undefined where no folder is open, and then nothing is kept. */
  readonly folder: vscode.Uri | undefined;
  /** The entries of this session by the file's URI, and the version of the document that the last one holds. */
  private readonly own = new Map<string, { version: number; files: readonly vscode.Uri[] }>();
  private readonly listeners: vscode.Disposable[];
  /** Of the documents that show what was to be saved. */
  private readonly scheme: string;
  private readonly session = Math.random().toString(36).slice(2);
  private count = 0;

  constructor(storage: vscode.Uri | undefined, scheme = 'glossator-unsaved') {
    this.scheme = scheme;
    this.folder = storage && vscode.Uri.joinPath(storage, 'saving');
    this.listeners = [
      // Whoever saves: a person or VS Code of its own accord.
      vscode.workspace.onWillSaveTextDocument((event) => {
        if (isSidecar(fileName(event.document.uri))) event.waitUntil(this.keep(event.document));
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => void this.forget(uri)),
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: async ({ query }) =>
          (await readEntry(vscode.Uri.parse(query)))?.text ?? '',
      }),
    ];
  }

  /** Keeps what a document is to be saved as. Rejects where there is no room for it: nor would there be for the save. */
  async keep(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { version } = document;
    const own = this.own.get(key);
    if (!this.folder || own?.version === version) return;
    this.count += 1;
    const file = vscode.Uri.joinPath(this.folder, `${this.session}-${this.count}`);
    const entry = madeOf({ uri: key, text: document.getText() });
    await vscode.workspace.fs.writeFile(file, entry);
    this.own.set(key, { version, files: [...(this.own.get(key)?.files ?? []), file] });
  }

  /** A save came to nothing: its editor has the change. The entry goes if the file is whole. */
  async failed(uri: vscode.Uri): Promise<void> {
    const last = this.own.get(uri.toString())?.files.at(-1);
    const entry = last && (await readEntry(last));
    const bytes = await read(uri);
    if (entry && bytes && fateOf(entry, bytes) !== 'torn') await this.forget(uri);
  }

  /**
   * Looks through the entries that an earlier session left. A sidecar that was
   * half written gets what was to be saved; one that reads otherwise is left
   * alone, and the person decides.
   */
  async recover(): Promise<void> {
    const left = await this.left();
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, settling));
    const restored: string[] = [];
    for (const file of left) {
      const entry = await readEntry(file);
      if (!entry) {
        await remove(file);
        continue;
      }
      const uri = vscode.Uri.parse(entry.uri);
      const fate = fateOf(entry, await read(uri));
      if (fate === 'other') void this.ask(uri, file);
      else if (fate === 'saved') await remove(file);
      else if (await restore(uri, entry)) {
        restored.push(fileName(uri));
        await remove(file);
      }
    }
    if (restored.length === 0) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} was being saved when VS Code stopped. It is whole again, with your last change.',
        restored.join(', '),
      ),
    );
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }

  private async left(): Promise<vscode.Uri[]> {
    const { folder } = this;
    if (!folder) return [];
    const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
    return entries
      .filter(([name]) => !name.startsWith(`${this.session}-`))
      .map(([name]) => vscode.Uri.joinPath(folder, name));
  }

  private async forget(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const own = this.own.get(key);
    this.own.delete(key);
    for (const file of own?.files ?? []) await remove(file);
  }

  /** The entry stays until the person has decided. */
  private async ask(uri: vscode.Uri, file: vscode.Uri): Promise<void> {
    const compare = vscode.l10n.t('Compare');
    const discard = vscode.l10n.t('Discard My Change');
    const name = fileName(uri);
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'VS Code stopped before your last change to {0} was saved. Compare it with the file, and take over what is missing.',
        name,
      ),
      compare,
      discard,
    );
    if (answer === discard) await remove(file);
    if (answer !== compare) return;
    const { scheme } = this;
    const query = file.toString();
    const unsaved = vscode.Uri.from({ scheme, path: `/${name}`, query });
    const disk = (await exists(uri)) ? uri : vscode.Uri.from({ scheme, path: `/${name}` });
    const title = vscode.l10n.t('{0}: on disk ↔ as it was to be saved', name);
    await vscode.commands.executeCommand('vscode.diff', disk, unsaved, title);
    await this.ask(uri, file);
  }
}

async function restore(uri: vscode.Uri, { text }: Entry): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return true;
  } catch {
    return false;
  }
}

async function readEntry(file: vscode.Uri): Promise<Entry | null> {
  const bytes = await read(file);
  return bytes && asEntry(bytes);
}

async function read(uri: vscode.Uri): Promise<Uint8Array | null> {
  return vscode.workspace.fs.readFile(uri).then(undefined, () => null);
}

async function remove(file: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
}
