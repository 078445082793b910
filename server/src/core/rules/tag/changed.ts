import type { Finding } from '../finding.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { keepOrRemove } from './keepOrRemove.ts';

export const changed: TextRule = {
  code: 'tag/changed',
  severity: 'warning',
  title: 'Tag whose words were changed',
  scope: 'text',
  check(text) {
    return text.tags
      .filter(({ status }) => status === 'changed')
      .map((placed): Finding => {
        const { tag, start, end } = placed;
        const now = quoted(text.slice(start, Math.min(end, start + 200)));
        return {
          code: 'tag/changed',
          start,
          end,
          tag: tag.id,
          message: `${quoted(tag.quote)} (${tag.label}) was tagged; the text now has ${now} here.`,
          fixes: keepOrRemove(placed),
        };
      });
  },
};
