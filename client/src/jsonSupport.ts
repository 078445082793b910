import * as vscode from 'vscode';
import { fileName } from './documents.ts';
import { isSidecar } from './sidecars.ts';

/**
 * Wakes VS Code's JSON support when a sidecar is opened. It validates sidecars
 * by their schema (`jsonLanguageParticipants` in the manifest), but only its
 * own languages start it.
 */
export function wakeJsonSupport(): vscode.Disposable {
  const wake = async (document: vscode.TextDocument): Promise<void> => {
    if (!isSidecar(fileName(document.uri))) return;
    await vscode.extensions.getExtension('vscode.json-language-features')?.activate();
  };
  for (const document of vscode.workspace.textDocuments) void wake(document);
  return vscode.workspace.onDidOpenTextDocument(wake);
}
