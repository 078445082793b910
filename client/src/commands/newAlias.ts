import * as vscode from 'vscode';
import { toRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import { type Command, whisper } from './command.ts';
import { pickEntity } from './pickEntity.ts';
import { mentionAt, requireText, stretches } from './target.ts';

/** Adds the words at every cursor to the aliases of one entity of the registry. */
export const newAlias: Command = {
  id: 'glossator.newAlias',
  async run(session) {
    const editor = await requireText(session);
    const { document } = editor;
    const mentions: vscode.Range[] = [];
    for (const range of stretches(editor)) {
      mentions.push(await mentionAt(session, document.uri, range));
    }
    const words = [...new Set(mentions.map((range) => oneLine(document.getText(range))))];
    const choice = await pickEntity(session, vscode.l10n.t('Add as Alias'), words.join(', '));
    if (choice?.kind !== 'known') return;
    const entity = choice.id;
    const seen = new Set<string>();
    for (const range of mentions) {
      const alias = document.getText(range);
      if (seen.has(alias)) continue;
      seen.add(alias);
      await session.server.run('glossator.addAlias', {
        uri: session.server.uri(document.uri),
        range: toRange(range),
        entity,
      });
    }
    whisper(vscode.l10n.t('Added {0} as an alias of {1}.', words.join(', '), entity));
  },
};
