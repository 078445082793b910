import type { Tag } from './model.ts';

/** Whether the tag stands as made: nobody rejected it, and no suggestion waits. */
export function isAccepted({ status = 'accepted' }: Tag): boolean {
  return status === 'accepted';
}
