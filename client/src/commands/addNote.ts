import * as vscode from 'vscode';
import { oneLine } from '../oneLine.ts';
import type { Command } from './command.ts';
import { targetTag } from './target.ts';

/** Writes a note on the tag at the cursor; an empty one removes it. */
export const addNote: Command = {
  id: 'glossator.addNote',
  async run(session, argument) {
    const target = await targetTag(session, argument);
    if (!target) return;
    const { uri, tag } = target;
    const { id, layer = '' } = tag;
    const note = await vscode.window.showInputBox({
      title: vscode.l10n.t('Note on “{0}”', oneLine(tag.quote)),
      value: tag.note ?? '',
      placeHolder: vscode.l10n.t('An empty note removes it'),
    });
    if (note === undefined) return;
    await session.server.run('glossator.note', { uri: session.server.uri(uri), id, layer, note });
  },
};
