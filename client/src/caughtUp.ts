import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';

/** The longest wait for VS Code to read a changed file again, and the time between two looks, in milliseconds. */
const patience = 2000;
const pause = 50;

/**
 * Waits until the clean buffers of the files that an edit is about read as
 * the files on disk do. VS Code notices only after a while that another
 * program wrote a file; the server, which had a look at the disk, made its
 * edit for what is there.
 */
export async function caughtUp({
  documentChanges = [],
  changes = {},
}: WorkspaceEdit): Promise<void> {
  const uris = new Set(Object.keys(changes));
  for (const change of documentChanges) if ('edits' in change) uris.add(change.textDocument.uri);
  await Promise.all([...uris].map((uri) => bufferOf(vscode.Uri.parse(uri))));
}

async function bufferOf(uri: vscode.Uri): Promise<void> {
  const name = uri.toString();
  const buffer = () => vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
  for (let waited = 0; waited < patience; waited += pause) {
    const open = buffer();
    if (!open || open.isDirty || (await isOnDisk(open))) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  try {
    const disk = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    return lineFeeds(disk) === lineFeeds(document.getText());
  } catch {
    return true;
  }
}

/** VS Code makes all line ends of a buffer the same. */
function lineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
