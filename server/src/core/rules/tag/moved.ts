import { addTo } from '../../lists.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { keepOrRemove } from './keepOrRemove.ts';

/** A place surer than this needs nobody's look. */
const sure = 0.9;

/** Tags found elsewhere in a text that was changed outside: the sure ones in one finding a layer, the others each by itself. */
export const moved: TextRule = {
  code: 'tag/moved',
  severity: 'info',
  title: 'Tag found in another place',
  scope: 'text',
  check({ tags }) {
    const layers = new Map<string | undefined, PlacedTag[]>();
    const findings: Finding[] = [];
    for (const placed of tags) {
      if (placed.status !== 'moved') continue;
      if (placed.confidence < sure) {
        findings.push(unsure(placed));
        continue;
      }
      addTo(layers, placed.layer, placed);
    }
    for (const layer of layers.values()) findings.push(followed(layer));
    return findings;
  },
};

function followed(layer: readonly PlacedTag[]): Finding {
  const [{ tag, start, end }] = layer;
  const others = layer.length - 1;
  const who = others === 0 ? '' : `, and ${others} other${others === 1 ? '' : 's'} of this text`;
  return {
    code: 'tag/moved',
    start,
    end,
    tag: tag.id,
    message: `The text before this tag (${tag.label}) was changed outside the editor; the tag${who} moved with its words.`,
    fixes:
      others === 0
        ? keepOrRemove(layer[0])
        : [
            command(`Keep all ${layer.length} tags where they are now`, 'glossator.accept', {
              ids: layer.map((placed) => placed.tag.id),
            }),
          ],
  };
}

function unsure(placed: PlacedTag): Finding {
  const { id, label, quote } = placed.tag;
  return {
    code: 'tag/moved',
    start: placed.start,
    end: placed.end,
    tag: id,
    message: `The tag ${quoted(quote)} (${label}) was found here by its words, but what stands around them differs; check that this is the place.`,
    fixes: keepOrRemove(placed),
  };
}
