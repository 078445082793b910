import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { type Command, Refusal } from '../commands/command.ts';
import { textEditor } from '../documents.ts';
import { launcherIn, type Program, writeLauncher } from './launcher.ts';

const run = promisify(execFile);

/**
 * Has git merge and compare sidecars tag by tag in the repository of the open
 * folder, by way of the command line that the extension brings along.
 * @param storage a folder that stays where it is when the extension is updated
 */
export function installMergeDriver(storage: string, program: Program): Command {
  return {
    id: 'glossator.installMergeDriver',
    async run() {
      const folder = await folderOnDisk();
      if (!folder) return;
      writeLauncher(storage, program);
      await install(folder, program, launcherIn(storage));
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Git now merges sidecars tag by tag here; commit {0}, and run this command once in every other clone.',
          '.gitattributes',
        ),
      );
    },
  };
}

/** The folder whose repository is meant; undefined where the person chose none. */
async function folderOnDisk(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const editor = textEditor();
  const own = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  const folder =
    own ?? (folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0]);
  if (folders.length > 0 && !folder) return undefined;
  if (!folder || !['file', 'vscode-remote'].includes(folder.uri.scheme)) {
    throw new Refusal(vscode.l10n.t('Open a folder on disk first: one with a git repository.'));
  }
  if (!vscode.workspace.isTrusted) {
    throw new Refusal(vscode.l10n.t('This runs git, so only in a workspace that you trust.'));
  }
  return folder;
}

async function install(
  folder: vscode.WorkspaceFolder,
  { node, cli }: Program,
  launcher: string,
): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const operands = [cli, 'merge', '--install', '--via', launcher];
  try {
    await run(node, operands, { cwd: folder.uri.fsPath, env });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    if (said.includes('not a git repository')) {
      throw new Refusal(
        vscode.l10n.t('{0} is no git repository yet: initialize one first.', folder.name),
      );
    }
    throw new Error(
      vscode.l10n.t('Git could not be set up: {0}', said.replace(/^glossator: /, '') || `${error}`),
    );
  }
}
