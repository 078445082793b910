import type { LabelDefinition } from '../../corpus/configuration.ts';
import { labelsOf, related } from '../../corpus/labels.ts';
import { addTo } from '../../lists.ts';
import { overlaps } from '../../span.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted, times } from '../words.ts';
import { standingTags } from './standing.ts';

/**
 * The same words with another label than most of their tags have. Tags that
 * overlap others are let be, for they may mean something else there, and so
 * are tags of different entities, and labels of which one is a kind of the other.
 */
export const labelInconsistent: TextRule = {
  code: 'tag/label-inconsistent',
  severity: 'info',
  title: 'One name with different labels',
  scope: 'text',
  check({ tags, configuration }) {
    const labels = labelsOf(configuration);
    return standingTags(tags).flatMap((layer) => {
      const groups = new Map<string, PlacedTag[]>();
      for (const placed of alone(layer)) {
        const key = placed.tag.quote.replace(/\s+/g, ' ');
        addTo(groups, key, placed);
      }
      return [...groups.values()].flatMap((group) => minority(group, labels));
    });
  },
};

/** The tags that overlap no other, of tags in text order. */
function alone(tags: readonly PlacedTag[]): PlacedTag[] {
  const kept: PlacedTag[] = [];
  let last: PlacedTag | undefined;
  let free = false;
  for (const placed of tags) {
    if (last && overlaps(last, placed)) {
      free = false;
      if (placed.end > last.end) last = placed;
      continue;
    }
    if (last && free) kept.push(last);
    last = placed;
    free = true;
  }
  if (last && free) kept.push(last);
  return kept;
}

function minority(
  group: readonly PlacedTag[],
  labels: ReadonlyMap<string, LabelDefinition>,
): Finding[] {
  const counts = new Map<string, number>();
  for (const { tag } of group) counts.set(tag.label, (counts.get(tag.label) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [usual, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const model = group.find(({ tag }) => tag.label === usual) ?? group[0];
  return group.flatMap(({ tag, start, end }): Finding[] => {
    const { id, label, quote } = tag;
    if (related(label, usual, labels) || differ(tag.entity, model.tag.entity)) return [];
    return [
      {
        code: 'tag/label-inconsistent',
        start,
        end,
        tag: id,
        message: `${quoted(quote)} is tagged ${label} here and ${usual} elsewhere in this text (${times(count)}).`,
        related: [{ start: model.start, end: model.end, message: `Tagged ${usual} here` }],
        fixes: [command(`Change the label to ${usual}`, 'glossator.relabel', { id, label: usual })],
      },
    ];
  });
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
