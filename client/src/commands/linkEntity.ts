import * as vscode from 'vscode';
import type { Command } from './command.ts';
import { pickEntity } from './pickEntity.ts';
import { named, targetTags } from './target.ts';

/** Links the tags at the cursors to an entity of the registry, to a new one, or to none. */
export const linkEntity: Command = {
  id: 'glossator.linkEntity',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    if (!target) return;
    const linked = target.tags.some(({ entity }) => entity !== undefined);
    const quote = target.tags[0]?.quote ?? '';
    const choice = await pickEntity(session, vscode.l10n.t('Link to Entity'), quote, {
      create: true,
      unlink: linked,
    });
    if (!choice) return;
    await session.server.together(async (run) => {
      const entity = choice.kind === 'known' ? choice.id : '';
      if (choice.kind !== 'new') {
        await run('glossator.link', { ...named(session, target), entity });
        return;
      }
      const [first, ...others] = target.tags;
      if (!first) return;
      const { uri } = named(session, target);
      const { id, layer = '' } = first;
      const made = await run('glossator.createEntity', { uri, id, layer });
      if (!made.entity || others.length === 0) return;
      const rest = named(session, { uri: target.uri, tags: others });
      await run('glossator.link', { ...rest, entity: made.entity });
    });
  },
};
