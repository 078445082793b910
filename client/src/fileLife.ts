import * as vscode from 'vscode';
import { exists, fileName } from './documents.ts';
import { isSidecarOf, renamedSidecar } from './sidecars.ts';

type Rename = { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri };

/** Sidecars go where their texts go: renamed and moved with them, deleted only when the user says so. */
export function followFiles(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => event.waitUntil(moveSidecars(event.files))),
    // An undone rename announces itself only afterwards.
    vscode.workspace.onDidRenameFiles(({ files }) => moveSidecars(files)),
    vscode.workspace.onWillDeleteFiles((event) => event.waitUntil(offerDeletion(event.files))),
  );
}

/** Moves the sidecars that still lie beside the old names. Never writes over a file. */
async function moveSidecars(files: readonly Rename[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // The edit's own `size` counts changes of text only.
  let moves = 0;
  for (const { oldUri, newUri } of files) {
    const [from, to] = [fileName(oldUri), fileName(newUri)];
    for (const sidecar of await sidecarsOf(oldUri)) {
      const renamed = renamedSidecar(fileName(sidecar), from, to);
      const target = vscode.Uri.joinPath(newUri, '..', renamed);
      if (await exists(target)) continue;
      edit.renameFile(sidecar, target, { overwrite: false });
      moves += 1;
    }
  }
  if (moves > 0) await vscode.workspace.applyEdit(edit);
}

async function offerDeletion(files: readonly vscode.Uri[]): Promise<void> {
  const deleted = new Set(files.map(String));
  const sidecars = (await Promise.all(files.map(sidecarsOf)))
    .flat()
    .filter((uri) => !deleted.has(uri.toString()));
  if (sidecars.length === 0) return;
  const keep = { title: vscode.l10n.t('Keep Tags'), isCloseAffordance: true };
  const remove = { title: vscode.l10n.t('Delete Tags Too') };
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete the tags of the deleted text as well?'),
    { modal: true, detail: sidecars.map(fileName).join('\n') },
    keep,
    remove,
  );
  if (answer !== remove) return;
  const edit = new vscode.WorkspaceEdit();
  for (const sidecar of sidecars) edit.deleteFile(sidecar, { ignoreIfNotExists: true });
  await vscode.workspace.applyEdit(edit);
}

/** The sidecars that lie beside a text. */
export async function sidecarsOf(text: vscode.Uri): Promise<vscode.Uri[]> {
  if (!/\.txt$/i.test(text.path)) return [];
  const folder = vscode.Uri.joinPath(text, '..');
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([name]) => isSidecarOf(name, fileName(text)))
      .map(([name]) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}
