import type { Command } from './command.ts';
import { targetTags } from './target.ts';

/** Removes the tags at the cursors, or the one of a view's button. */
export const removeTag: Command = {
  id: 'glossator.removeTag',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    if (!target) return;
    const uri = session.server.uri(target.uri);
    await session.server.together(target.uri, async () => {
      for (const { id } of target.tags) await session.server.run('glossator.untag', { uri, id });
    });
  },
};
