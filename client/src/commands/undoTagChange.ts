import * as vscode from 'vscode';
import { type Command, whisper } from './command.ts';
import { requireText } from './target.ts';

/** Takes back the last change made to the text's tags. */
export const undoTagChange: Command = {
  id: 'glossator.undoTagChange',
  waits: true,
  async run(session) {
    const undone = await session.server.undo((await requireText(session)).document.uri);
    whisper(
      undone
        ? vscode.l10n.t('The last tag change was taken back.')
        : vscode.l10n.t('There is no tag change to take back.'),
    );
  },
};
