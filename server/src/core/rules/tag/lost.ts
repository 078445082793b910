import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';

export const lost: TextRule = {
  code: 'tag/lost',
  severity: 'warning',
  title: 'Tag whose words are gone',
  scope: 'text',
  check({ tags }) {
    return tags
      .filter(({ status }) => status === 'lost')
      .map(({ tag, start, end }): Finding => {
        const { id, label, quote } = tag;
        return {
          code: 'tag/lost',
          start,
          end,
          tag: id,
          message: `The words ${quoted(quote)} that were tagged ${label} about here are gone; the tag is kept until you place it anew or remove it.`,
          fixes: [command('Remove the tag', 'glossator.untag', { id })],
        };
      });
  },
};
