import type { PlacedTag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { standingTags } from './standing.ts';

/** Two tags of one layer with one span and one label; two that are linked to different entities are two readings. */
export const duplicate: TextRule = {
  code: 'tag/duplicate',
  severity: 'warning',
  title: 'The same tag twice',
  scope: 'text',
  check({ tags }) {
    const findings: Finding[] = [];
    for (const layer of standingTags(tags)) {
      const met = new Map<string, Map<string | undefined, PlacedTag>>();
      for (const placed of layer) {
        const key = `${placed.start} ${placed.end} ${placed.tag.label} ${placed.tag.fragments ?? ''}`;
        const here = met.get(key) ?? new Map<string | undefined, PlacedTag>();
        met.set(key, here);
        const { entity } = placed.tag;
        const [same] =
          entity === undefined ? here.values() : [here.get(entity) ?? here.get(undefined)];
        if (!same) {
          here.set(entity, placed);
          continue;
        }
        const [kept, spare] = told(placed) > told(same) ? [placed, same] : [same, placed];
        here.delete(same.tag.entity);
        here.set(kept.tag.entity, kept);
        findings.push(findingOf(spare, kept));
      }
    }
    return findings;
  },
};

function findingOf(spare: PlacedTag, kept: PlacedTag): Finding {
  const { id, label, quote } = spare.tag;
  return {
    code: 'tag/duplicate',
    start: spare.start,
    end: spare.end,
    tag: id,
    message: `${quoted(quote)} is tagged ${label} twice; one of the two tags can go.`,
    related: [{ start: kept.start, end: kept.end, message: `The other tag, ${kept.tag.id}` }],
    fixes: [command('Remove the spare tag', 'glossator.untag', { id })],
  };
}

/** How much a tag says beyond its label: of two the one that says more is kept. */
function told({ tag }: PlacedTag): number {
  const reviewed = tag.status === 'suggested' ? 0 : 1;
  return (
    reviewed +
    [tag.entity, tag.note, tag.attributes, tag.extra].filter((said) => said !== undefined).length *
      2
  );
}
