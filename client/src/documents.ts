import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';
import { sidecarName } from './sidecars.ts';

const usualSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** The URI schemes whose documents are the user's own, not output panels or diffs. */
export function textSchemes(): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set([...usualSchemes, ...folders])];
}

/** Whether Glossator annotates this document. */
export function isText(document: vscode.TextDocument): boolean {
  return document.languageId === 'plaintext' && textSchemes().includes(document.uri.scheme);
}

/** The editor that views and commands are about: the active one, else a visible one, if it shows a text. */
export function textEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active && isText(active.document)) return active;
  return vscode.window.visibleTextEditors.find(({ document }) => isText(document));
}

/** The sidecar's URI beside its text. */
export function sidecarUri(text: vscode.Uri, layer?: string): vscode.Uri {
  return vscode.Uri.joinPath(text, '..', sidecarName(fileName(text), layer));
}

/** The last part of a URI's path. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** VS Code's range for one of the protocol. */
export function asRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The protocol's range for one of VS Code: plain numbers, which survive the way into a worker. */
export function toRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Whether a file exists. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
