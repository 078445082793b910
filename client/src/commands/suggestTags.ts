import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import { type Command, shown, whisper } from './command.ts';
import { requireText } from './target.ts';

/** Adds what a model of the user's own would tag in this text, to be accepted or rejected. */
export const suggestTags: Command = {
  id: 'glossator.suggestTags',
  async run(session) {
    const { document } = await requireText(session);
    const model = settings.model() ?? (await askForModel());
    if (model === undefined) return;
    // The person goes on tagging meanwhile: the command ends here.
    void shown(() => suggest(session, document.uri, model));
  },
};

async function suggest({ server }: Session, text: vscode.Uri, model: string): Promise<void> {
  const uri = server.uri(text);
  const layer = settings.layer(text);
  const title = vscode.l10n.t('The model reads the text');
  const { ids } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () => server.run('glossator.suggest', { uri, model, layer }),
  );
  whisper(said(ids.length));
}

function said(suggested: number): string {
  if (suggested === 0) return vscode.l10n.t('The model suggests no tags here.');
  if (suggested === 1) return vscode.l10n.t('1 tag suggested. Accept or reject it.');
  return vscode.l10n.t('{0} tags suggested. Accept or reject them one by one.', suggested);
}

/** Asks for the folder of a model and keeps it in the settings. */
async function askForModel(): Promise<string | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder of a Token Classification Model'),
      openLabel: vscode.l10n.t('Use This Model'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  if (folder) await settings.setModel(folder.fsPath);
  return folder?.fsPath;
}
