import { labelsOf, related } from '../../corpus/labels.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { unfitRelations } from './relations.ts';
import { stands } from './standing.ts';

/** Compares labels that both stand in the tagset; a type that is no label says nothing about labels. */
export const typeMismatch: TextRule = {
  code: 'tag/type-mismatch',
  severity: 'warning',
  title: 'Label that does not fit the entity',
  scope: 'text',
  check(text) {
    const { tags, configuration, registry } = text;
    const labels = labelsOf(configuration);
    const findings: Finding[] = [];
    for (const placed of tags) {
      const { id, label, entity: entityId } = placed.tag;
      const entity = entityId === undefined ? undefined : registry.entities.get(entityId);
      if (!entity || !stands(placed)) continue;
      const { type, name } = entity;
      if (!labels.has(label) || !labels.has(type) || related(label, type, labels)) continue;
      findings.push({
        code: 'tag/type-mismatch',
        start: placed.start,
        end: placed.end,
        tag: id,
        message: `This tag says ${label}, but the registry has ${quoted(name)} (${entityId}) as ${type}.`,
        fixes: [command(`Change the label to ${type}`, 'glossator.relabel', { id, label: type })],
      });
    }
    return [...findings, ...unfitRelations(text)];
  },
};
