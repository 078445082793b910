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
      const first = new Map<string, PlacedTag[]>();
      for (const placed of layer) {
        const key = `${placed.start} ${placed.end} ${placed.tag.label} ${placed.tag.fragments ?? ''}`;
        const here = first.get(key) ?? [];
        first.set(key, here);
        const same = here.findIndex((other) => sameEntity(placed, other));
        if (same < 0) {
          here.push(placed);
          continue;
        }
        const [kept, spare] =
          told(placed) > told(here[same]) ? [placed, here[same]] : [here[same], placed];
        here[same] = kept;
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

function sameEntity(a: PlacedTag, b: PlacedTag): boolean {
  const [one, other] = [a.tag.entity, b.tag.entity];
  return one === undefined || other === undefined || one === other;
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
