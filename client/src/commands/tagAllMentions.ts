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
    whisper(vscode.l10n.t('Tagged {0} mentions in {1} texts.', ids.length, sidecars.length));
  },
};
