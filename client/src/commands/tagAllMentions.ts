import * as vscode from 'vscode';
import { type Command, whisper } from './command.ts';
import { targetTag } from './target.ts';

/** Tags every mention, in the corpus, of the entity or text of the tag at the cursor. */
export const tagAllMentions: Command = {
  id: 'glossator.tagAllMentions',
  async run(session, argument) {
    const target = await targetTag(session, argument);
    if (!target) return;
    const { uri, tag } = target;
    const { ids, sidecars } = await session.server.run('glossator.tagAll', {
      uri: session.server.uri(uri),
      id: tag.id,
    });
    whisper(said(ids.length, sidecars.length));
  },
};

function said(tags: number, texts: number): string {
  if (tags === 0) return vscode.l10n.t('Every mention is tagged already.');
  const mentions = tags === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', tags);
  return vscode.l10n.t(
    'Tagged {0} in {1}.',
    mentions,
    texts === 1 ? vscode.l10n.t('1 text') : vscode.l10n.t('{0} texts', texts),
  );
}
