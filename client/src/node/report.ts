import * as vscode from 'vscode';
import { pageUri } from '../pages.ts';
import type { Ended } from './commandLine.ts';

/** How an export or import is reported. */
interface Report {
  readonly ended: Ended;
  readonly done: string;
  readonly failed: string;
  /** What the page with the lines that the command line printed is called. */
  readonly title: string;
}

/** Says how it went, and offers what could not go along and the folder. */
export function report({ ended, done, failed, title }: Report, folder: vscode.Uri): void {
  const show = vscode.l10n.t('Show What Is Missing');
  const open = vscode.l10n.t('Open Folder');
  const isOpen = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  const buttons = [...(ended.said.length > 0 ? [show] : []), ...(isOpen ? [] : [open])];
  const said =
    ended.code === 0
      ? vscode.window.showInformationMessage(done, ...buttons)
      : vscode.window.showWarningMessage(failed, ...buttons);
  // Nobody waits for the person's answer.
  void said.then(async (answer) => {
    if (answer === open) {
      await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
    }
    if (answer === show) await showPage(title, ended.said);
  });
}

async function showPage(title: string, lines: readonly string[]): Promise<void> {
  const text = `# ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
  await vscode.window.showTextDocument(pageUri(`${title}.md`, text));
}
