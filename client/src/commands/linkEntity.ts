import * as vscode from 'vscode';
import type { CorpusEntity } from '../../../server/src/protocol.ts';
import { type Command, Refusal } from './command.ts';
import { targetTags } from './target.ts';

interface EntityItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** Links the tags at the cursors to an entity of the registry. */
export const linkEntity: Command = {
  id: 'glossator.linkEntity',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    if (!target) return;
    const entities = (await session.corpus.get())?.entities ?? [];
    const items = entities.flatMap(entityItem);
    if (items.length === 0) {
      throw new Refusal(vscode.l10n.t('There are no entities yet: entities.json lists none.'));
    }
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Link to Entity'),
      placeHolder: target.tags[0]?.quote,
      matchOnDescription: true,
    });
    if (!chosen) return;
    const uri = session.server.uri(target.uri);
    await session.server.together(target.uri, async () => {
      for (const { id } of target.tags) {
        await session.server.run('glossator.link', { uri, id, entity: chosen.id });
      }
    });
  },
};

function entityItem({ id, name, type, mentions, description }: CorpusEntity): EntityItem[] {
  if (id === undefined) return [];
  const count = vscode.l10n.t('{0} mentions', mentions);
  const details = [type, id, count, description].filter(Boolean);
  return [{ id, label: name, description: details.join('  ·  ') }];
}
