import { labelsOf } from '../../corpus/labels.ts';
import type { EntityMention } from '../../corpus/names.ts';
import type { Entity } from '../../corpus/registry.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { Finding, Fix } from '../finding.ts';
import { command } from '../fixes.ts';
import type { AnalysedText, TextRule } from '../rule.ts';
import { listed, quoted } from '../words.ts';
import { withTags } from './tagged.ts';

/** Entities offered as fixes. */
const offered = 5;

/** A mention that is a name of several entities and that no tag links to one of them: the first of each name. */
export const ambiguous: TextRule = {
  code: 'entity/ambiguous',
  severity: 'info',
  title: 'Name of several entities',
  scope: 'text',
  check(text) {
    if (text.registry.entities.size < 2) return [];
    const open = new Map<string, { mention: EntityMention; tag?: PlacedTag; more: number }>();
    for (const [mention, tags] of withTags(text)) {
      if (!mention.entities || tags.some(({ tag }) => tag.entity || tag.status === 'rejected'))
        continue;
      const first = open.get(mention.key);
      if (first) first.more++;
      else open.set(mention.key, { mention, tag: tags[0], more: 0 });
    }
    return [...open.values()].map(({ mention, tag, more }) => findingOf(text, mention, tag, more));
  },
};

function findingOf(
  text: AnalysedText,
  { start, end, entities = [] }: EntityMention,
  tag: PlacedTag | undefined,
  more: number,
): Finding {
  const records = entities.flatMap((id) => text.registry.entities.get(id) ?? []);
  const names = listed(
    records.map(({ name, id }) => `${quoted(name)} (${id})`),
    'or',
  );
  const others = more === 0 ? '' : ` So may ${more} more mention${more === 1 ? '' : 's'}.`;
  return {
    code: 'entity/ambiguous',
    start,
    end,
    message: `${quoted(text.slice(start, end))} may be ${names}; a tag that is linked says which.${others}`,
    fixes: records
      .slice(0, offered)
      .flatMap((record) => fixOf(text, { start, end }, record, tag) ?? []),
  };
}

function fixOf(
  { configuration }: AnalysedText,
  span: { start: number; end: number },
  { id, name, type }: Entity,
  tag: PlacedTag | undefined,
): Fix | null {
  if (tag) {
    const argument = { id: tag.tag.id, entity: id };
    return command(`Link the tag to ${quoted(name)} (${id})`, 'glossator.link', argument);
  }
  if (!labelsOf(configuration).has(type)) return null;
  const argument = { label: type, entity: id, exact: true } as const;
  return command(`Tag as ${quoted(name)} (${id})`, 'glossator.tag', argument, span);
}
