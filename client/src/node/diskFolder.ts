import * as vscode from 'vscode';
import { Refusal } from '../commands/command.ts';
import { textEditor } from '../documents.ts';

/**
 * The workspace folder that a command about files is meant for: that of the
 * text in view, else the only one, else the one chosen. Undefined where the
 * person chose none.
 * @param refusal what is said where no folder on disk is open
 */
export async function diskFolder(refusal: string): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const editor = textEditor();
  const own = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  const folder =
    own ?? (folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0]);
  if (folders.length > 0 && !folder) return undefined;
  if (folder && isOnDisk(folder.uri)) return folder;
  throw new Refusal(refusal);
}

/** Whether the command line can reach a file or folder. */
export function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}
