import type { EntityMention } from '../../corpus/names.ts';
import { addTo } from '../../lists.ts';
import type { Span } from '../../span.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { stands } from '../tag/standing.ts';
import { quoted } from '../words.ts';
import { withTags } from './tagged.ts';

/** The first mention without a tag of each name that is tagged elsewhere in the text. */
export const untaggedMention: TextRule = {
  code: 'entity/untagged-mention',
  severity: 'hint',
  title: 'Mention without a tag',
  scope: 'text',
  check(text) {
    if (text.tags.length === 0) return [];
    const tagged = new Map<string, PlacedTag>();
    const untagged = new Map<string, EntityMention[]>();
    for (const [mention, tags] of withTags(text)) {
      const id = mention.entity ?? mention.key;
      if (tags.length === 0) addTo(untagged, id, mention);
      const model = tags.find((placed) => stands(placed) && names(placed, mention));
      if (!model) continue;
      if (!tagged.has(id)) tagged.set(id, model);
      const { entity } = model.tag;
      if (entity !== undefined && !tagged.has(entity)) tagged.set(entity, model);
    }
    return [...untagged].flatMap(([id, mentions]) => {
      const model = tagged.get(id);
      return model ? [findingOf(text, mentions, model)] : [];
    });
  },
};

/** Whether a tag is the mention's own, give or take a title, and not that of an office or a clause it is part of. */
function names(placed: Span, mention: Span): boolean {
  return placed.end - placed.start <= (mention.end - mention.start) * 2;
}

function findingOf(
  text: AnalysedText,
  [{ start, end }, ...others]: readonly EntityMention[],
  { tag, layer, ...place }: PlacedTag,
): Finding {
  const { id, label, entity } = tag;
  const more = others.length === 1 ? ' One more mention has none.' : '';
  const many = others.length > 1 ? ` ${others.length} more mentions have none.` : '';
  const words = quoted(text.slice(start, end));
  const argument = {
    label,
    ...(entity && { entity }),
    ...(layer && { layer }),
    exact: true,
  } as const;
  return {
    code: 'entity/untagged-mention',
    start,
    end,
    message: `${words} has no tag here, though the name is tagged ${label} elsewhere in this text.${more}${many}`,
    related: [{ start: place.start, end: place.end, message: `Tagged ${label} here` }],
    fixes: [
      command(`Tag ${words} as ${label}`, 'glossator.tag', argument, { start, end }),
      command(`Tag every mention in the corpus as ${label}`, 'glossator.tagAll', { id }),
    ],
  };
}
