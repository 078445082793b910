import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { Command } from '../commands/command.ts';
import { linesOf, runCommandLine } from './commandLine.ts';
import { type ExchangeFormat, exchangeFormats, pickFormat } from './exchangeFormats.ts';
import type { Program } from './launcher.ts';
import { report } from './report.ts';

/** What may be given to the command, so that it asks for nothing. */
interface Wanted {
  readonly format?: string;
  readonly from?: readonly vscode.Uri[];
  /** The folder that the texts go to. */
  readonly into?: vscode.Uri;
}

/** Makes texts with sidecars of another program's files, by way of the command line. */
export function importTags(program: Program): Command {
  return {
    id: 'glossator.importTags',
    async run(_session, argument) {
      const wanted = (argument ?? {}) as Wanted;
      const format =
        exchangeFormats().find(({ id }) => id === wanted.format) ??
        (await pickFormat(vscode.l10n.t('Import Tags from Which Format?')));
      const from = format && (wanted.from ?? (await pickSource(format)));
      const into = from && (wanted.into ?? (await pickTarget()));
      if (!format || !from?.length || !into) return;
      const paths = from.map(({ fsPath }) => fsPath);
      const operands = ['import', '--from', format.id, '--into', into.fsPath, ...paths];
      const title = vscode.l10n.t('Importing tags');
      const ended = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title },
        () => runCommandLine(program, operands, dirname(paths[0])),
      );
      report(
        {
          ended,
          done: vscode.l10n.t('Texts imported from {0}: {1}', format.title, linesOf(ended)),
          failed: vscode.l10n.t('Not everything could be imported from {0}.', format.title),
          title: vscode.l10n.t('What was not taken over from {0}', format.title),
        },
        into,
      );
    },
  };
}

async function pickSource({ title, inOneFile = false }: ExchangeFormat) {
  return vscode.window.showOpenDialog({
    title: inOneFile
      ? vscode.l10n.t('Files of {0}', title)
      : vscode.l10n.t('Folder with Files of {0}', title),
    openLabel: vscode.l10n.t('Import'),
    canSelectFiles: inOneFile,
    canSelectFolders: !inOneFile,
    canSelectMany: inOneFile,
  });
}

async function pickTarget(): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder for the Texts and Their Tags'),
      openLabel: vscode.l10n.t('Import Here'),
      defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return chosen;
}
