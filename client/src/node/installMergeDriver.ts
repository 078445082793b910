import * as vscode from 'vscode';
import { type Command, Refusal } from '../commands/command.ts';
import { runCommandLine } from './commandLine.ts';
import { diskFolder } from './diskFolder.ts';
import { launcherIn, type Program, writeLauncher } from './launcher.ts';

/**
 * Has git merge and compare sidecars tag by tag in the repository of the open
 * folder, by way of the command line that the extension brings along.
 * @param storage a folder that stays where it is when the extension is updated
 */
export function installMergeDriver(storage: string, program: Program): Command {
  return {
    id: 'glossator.installMergeDriver',
    async run() {
      const folder = await diskFolder(
        vscode.l10n.t('Open a folder on disk first: one with a git repository.'),
      );
      if (!folder) return;
      if (!vscode.workspace.isTrusted) {
        throw new Refusal(vscode.l10n.t('This runs git, so only in a workspace that you trust.'));
      }
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

async function install(
  folder: vscode.WorkspaceFolder,
  program: Program,
  launcher: string,
): Promise<void> {
  const operands = ['merge', '--install', '--via', launcher];
  const { code, said } = await runCommandLine(program, operands, folder.uri.fsPath);
  if (code === 0) return;
  const [why = ''] = said;
  if (why.includes('not a git repository')) {
    throw new Refusal(
      vscode.l10n.t('{0} is no git repository yet: initialize one first.', folder.name),
    );
  }
  throw new Error(vscode.l10n.t('Git could not be set up: {0}', why));
}
