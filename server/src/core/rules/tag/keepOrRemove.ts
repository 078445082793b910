import type { PlacedTag } from '../../tags/model.ts';
import type { Fix } from '../finding.ts';
import { command } from '../fixes.ts';

/** The two answers to a tag that was found in doubt. */
export function keepOrRemove({ tag: { id }, start, end }: PlacedTag): Fix[] {
  return [
    command('Keep the tag here', 'glossator.replace', { id }, { start, end }),
    command('Remove the tag', 'glossator.untag', { id }),
  ];
}
