import type { Command } from './command.ts';
import { named, targetTags } from './target.ts';

/** Removes the tags at the cursors, or the one of a view's button. */
export const removeTag: Command = {
  id: 'glossator.removeTag',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    if (!target) return;
    await session.server.run('glossator.untag', named(session, target));
  },
};
