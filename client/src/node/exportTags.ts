import * as vscode from 'vscode';
import { type Command, Refusal } from '../commands/command.ts';
import { fileName, isText, textEditor } from '../documents.ts';
import { isSidecar } from '../sidecars.ts';
import { type Ended, linesOf, runCommandLine } from './commandLine.ts';
import { diskFolder, isOnDisk } from './diskFolder.ts';
import { exchangeFormats, pickFormat } from './exchangeFormats.ts';
import type { Program } from './launcher.ts';
import { report } from './report.ts';

/** What may be given to the command, so that it asks for nothing. */
interface Wanted {
  readonly format?: string;
  /** Texts or a folder; absent: asked for. */
  readonly from?: vscode.Uri;
  /** The folder to write to. */
  readonly into?: vscode.Uri;
}

/** Writes texts with their tags in another program's format, by way of the command line. */
export function exportTags(program: Program): Command {
  return {
    id: 'glossator.exportTags',
    async run(_session, argument) {
      const wanted = (argument ?? {}) as Wanted;
      const folder = await diskFolder(
        vscode.l10n.t('Open a folder on disk first: the one with your texts.'),
      );
      if (!folder) return;
      const format =
        exchangeFormats().find(({ id }) => id === wanted.format) ??
        (await pickFormat(vscode.l10n.t('Export Tags to Which Format?')));
      const from = format && (wanted.from ?? (await pickTexts(folder)));
      const into = from && (wanted.into ?? (await pickTarget(folder)));
      if (!format || !from || !into) return;
      await saveFiles();
      const operands = ['export', '--to', format.id, '-o', into.fsPath, from.fsPath];
      const ended = await exported(program, operands, folder.uri.fsPath);
      report(
        {
          ended,
          done: vscode.l10n.t('Texts exported to {0}: {1}', format.title, linesOf(ended)),
          failed: vscode.l10n.t('Not everything could be exported to {0}.', format.title),
          title: vscode.l10n.t('What {0} does not hold', format.title),
        },
        into,
      );
    },
  };
}

/** The text in view or all of the folder. */
async function pickTexts(folder: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  const text = textEditor()?.document.uri;
  const all = { label: vscode.l10n.t('All Texts'), description: folder.name, uri: folder.uri };
  if (!text || !isOnDisk(text)) return folder.uri;
  const one = { label: vscode.l10n.t('This Text'), description: fileName(text), uri: text };
  const title = vscode.l10n.t('Export Which Texts?');
  return (await vscode.window.showQuickPick([all, one], { title }))?.uri;
}

async function pickTarget({ uri }: vscode.WorkspaceFolder): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder to Export To'),
      openLabel: vscode.l10n.t('Export Here'),
      defaultUri: vscode.Uri.joinPath(uri, '..'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return chosen;
}

/** The command line reads files, so they must hold what the editors show. */
async function saveFiles(): Promise<void> {
  const unsaved = vscode.workspace.textDocuments.filter(
    (document) =>
      document.isDirty &&
      !document.isUntitled &&
      (isText(document) || isSidecar(fileName(document.uri))),
  );
  for (const document of unsaved) {
    if (await document.save()) continue;
    throw new Refusal(
      vscode.l10n.t('{0} could not be saved, so nothing is exported.', fileName(document.uri)),
    );
  }
}

/** Runs the export; where other files lie there already, asks whether to write over them. */
async function exported(
  program: Program,
  operands: readonly string[],
  cwd: string,
): Promise<Ended> {
  const title = vscode.l10n.t('Exporting tags');
  const run = (more: readonly string[]) =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      runCommandLine(program, [...operands, ...more], cwd),
    );
  const ended = await run([]);
  const there = ended.said.filter((line) => line.includes('--force')).length;
  if (there === 0) return ended;
  const over = vscode.l10n.t('Write Over Them');
  const answer = await vscode.window.showWarningMessage(
    there === 1
      ? vscode.l10n.t('1 file of that name is there already and says something else.')
      : vscode.l10n.t('{0} files of these names are there already and say something else.', there),
    { modal: true },
    over,
  );
  return answer === over ? run(['--force']) : ended;
}
