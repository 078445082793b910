import { labelsOf } from '../../corpus/labels.ts';
import { nearest } from '../../nearest.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { listed, quoted } from '../words.ts';
import { unknownRelations } from './relations.ts';
import { stands } from './standing.ts';

export const labelUnknown: TextRule = {
  code: 'tag/label-unknown',
  severity: 'warning',
  title: 'Label that the tagset does not have',
  scope: 'text',
  check(text) {
    const { tags, configuration } = text;
    const labels = labelsOf(configuration);
    const known = listed([...labels.keys()], 'or');
    const meant = new Map<string, string | undefined>();
    const findings: Finding[] = [];
    for (const placed of tags) {
      const { id, label } = placed.tag;
      if (labels.has(label) || !stands(placed)) continue;
      if (!meant.has(label)) meant.set(label, nearest(label, labels.keys()));
      const near = meant.get(label);
      findings.push({
        code: 'tag/label-unknown',
        start: placed.start,
        end: placed.end,
        tag: id,
        message: `The tagset has no label ${quoted(label)}${known && `; it has ${known}`}.`,
        fixes: near
          ? [command(`Change the label to ${near}`, 'glossator.relabel', { id, label: near })]
          : [],
      });
    }
    return [...findings, ...unknownRelations(text)];
  },
};
