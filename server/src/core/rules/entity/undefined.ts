import { MOST_OF_A_CODE } from '../../analysis/listing.ts';
import type { Registry } from '../../corpus/registry.ts';
import { nearest } from '../../nearest.ts';
import type { Tag } from '../../tags/model.ts';
import type { Finding, Fix } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { stands } from '../tag/standing.ts';
import { quoted } from '../words.ts';

/** A tag linked to an entity that the registry does not have. */
export const undefinedEntity: TextRule = {
  code: 'entity/undefined',
  severity: 'warning',
  title: 'Entity without a record',
  scope: 'text',
  check({ tags, registry }) {
    const findings: Finding[] = [];
    for (const placed of tags) {
      const { id, entity } = placed.tag;
      if (entity === undefined || registry.entities.has(entity) || !stands(placed)) continue;
      findings.push({
        code: 'entity/undefined',
        start: placed.start,
        end: placed.end,
        tag: id,
        message: `The registry has no entity ${quoted(entity)}, to which this tag (${placed.tag.label}) is linked.`,
        // Of those behind the ones that are listed nobody sees the fixes.
        fixes: findings.length < MOST_OF_A_CODE ? fixesOf(placed.tag, entity, registry) : [],
      });
    }
    return findings;
  },
};

function fixesOf({ id }: Tag, entity: string, { entities }: Registry): Fix[] {
  const near = nearest(entity, entities.keys());
  const record = near === undefined ? undefined : entities.get(near);
  return [
    ...(record
      ? [
          command(`Link to ${quoted(record.name)} (${record.id})`, 'glossator.link', {
            id,
            entity: record.id,
          }),
        ]
      : []),
    command(`Write a record for ${quoted(entity)}`, 'glossator.createEntity', {
      id,
      entityId: entity,
    }),
  ];
}
