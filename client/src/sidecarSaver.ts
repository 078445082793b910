import * as vscode from 'vscode';
import { fileName } from './documents.ts';
import type { Journal } from './journal.ts';

/** What the server says about files that it edited in their buffers. */
export interface Edited {
  readonly uris: readonly string[];
  /** Those that somebody else wrote meanwhile and whose buffers hold both sides now. */
  readonly merged?: readonly string[];
}

/**
 * Saves the files that the server edits in their buffers, so that a tag is on
 * disk as soon as it is made. A file is saved by one at a time: of two saves
 * that overlap, VS Code lets one fail.
 */
export class SidecarSaver {
  private readonly turns = new Map<string, Promise<void>>();
  private readonly journal: Journal;

  constructor(journal: Journal) {
    this.journal = journal;
  }

  /** Settles once all are on disk, or the person was told which are not. */
  async save({ uris, merged = [] }: Edited): Promise<void> {
    await Promise.all(uris.map((uri) => this.inTurn(uri, merged.includes(uri))));
  }

  private inTurn(uri: string, merged: boolean): Promise<void> {
    const before = this.turns.get(uri) ?? Promise.resolve();
    const turn = before.then(() => saveSidecar(vscode.Uri.parse(uri), merged, this.journal));
    this.turns.set(uri, turn);
    void turn.then(() => {
      if (this.turns.get(uri) === turn) this.turns.delete(uri);
    });
    return turn;
  }
}

async function saveSidecar(uri: vscode.Uri, merged: boolean, journal: Journal): Promise<void> {
  if (await saved(uri, merged, journal)) return;
  await journal.failed(uri);
  const show = vscode.l10n.t('Show File');
  const answer = vscode.window.showErrorMessage(
    vscode.l10n.t(
      '{0} could not be saved. Its changes are kept in its editor: save it from there once that is possible.',
      fileName(uri),
    ),
    show,
  );
  void answer.then((chosen) => {
    if (chosen === show) void vscode.window.showTextDocument(uri);
  });
}

async function saved(uri: vscode.Uri, merged: boolean, journal: Journal): Promise<boolean> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    if (!document.isDirty) return true;
    await journal.keep(document);
    // VS Code keeps a newer file from being written over, unless it reads like the buffer.
    if (merged) await vscode.workspace.fs.writeFile(uri, bytesOf(document));
    return await document.save();
  } catch {
    return false;
  }
}

function bytesOf(document: vscode.TextDocument): Uint8Array {
  return new TextEncoder().encode(document.getText());
}
