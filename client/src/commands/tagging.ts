import type { Command } from './command.ts';
import { requireText } from './target.ts';

/** Turns tagging by single keys on: a letter tags the selection instead of being typed. */
export const startTagging: Command = {
  id: 'glossator.startTagging',
  async run(session) {
    await requireText(session);
    session.tagging.set(true);
  },
};

/** Turns it off. */
export const stopTagging: Command = {
  id: 'glossator.stopTagging',
  run: async (session) => session.tagging.set(false),
};
