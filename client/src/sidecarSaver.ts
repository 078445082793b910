import * as vscode from 'vscode';
import { fileName } from './documents.ts';

/** Saves the sidecars that the server edited in their buffers, so that a tag is on disk as soon as it is made. */
export async function saveSidecars(uris: readonly string[]): Promise<void> {
  for (const uri of uris) await saveSidecar(vscode.Uri.parse(uri));
}

async function saveSidecar(uri: vscode.Uri): Promise<void> {
  let saved = false;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    saved = !document.isDirty || (await document.save());
  } catch {
    saved = false;
  }
  if (saved) return;
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The tags in {0} could not be saved. They are kept in its unsaved editor.',
      fileName(uri),
    ),
  );
}
