import type { Session } from '../session.ts';
import type { Command } from './command.ts';
import { named, targetTags } from './target.ts';

/** Accepts the suggested tags at the cursors. */
export const acceptSuggestion: Command = {
  id: 'glossator.acceptSuggestion',
  run: (session, argument) => judge(session, argument, 'glossator.accept'),
};

/** Rejects them; they stay in the sidecar as rejected. */
export const rejectSuggestion: Command = {
  id: 'glossator.rejectSuggestion',
  run: (session, argument) => judge(session, argument, 'glossator.reject'),
};

async function judge(
  session: Session,
  argument: unknown,
  command: 'glossator.accept' | 'glossator.reject',
): Promise<void> {
  const target = await targetTags(session, argument, ({ review }) => review === 'suggested');
  if (!target) return;
  await session.server.run(command, named(session, target));
}
