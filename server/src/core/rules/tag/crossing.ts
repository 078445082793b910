import type { Span } from '../../span.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { Finding } from '../finding.ts';
import { command } from '../fixes.ts';
import type { TextRule } from '../rule.ts';
import { quoted } from '../words.ts';
import { standingTags } from './standing.ts';

/** Behind so many crossings the tags are meant to cross; no more are looked for. */
const enough = 1000;

/** Two tags of one layer that overlap without either holding the other; discontinuous ones are let be. */
export const crossing: TextRule = {
  code: 'tag/crossing',
  severity: 'warning',
  title: 'Tags that cross',
  scope: 'text',
  check({ tags }) {
    return standingTags(tags).flatMap((layer) =>
      crossings(layer.filter(({ tag }) => tag.fragments === undefined)),
    );
  },
};

function crossings(tags: readonly PlacedTag[]): Finding[] {
  const findings: Finding[] = [];
  const sorted = [...tags].sort((a, b) => a.start - b.start || b.end - a.end);
  // The tags that have begun and not ended, the one that ends first last.
  const open: PlacedTag[] = [];
  for (const placed of sorted) {
    while (open.length > 0 && open[open.length - 1].end <= placed.start) open.pop();
    const first = open.at(-1);
    if (first && first.end < placed.end) {
      findings.push(findingOf(placed, first));
      if (findings.length >= enough) break;
    }
    let at = open.length;
    while (at > 0 && open[at - 1].end < placed.end) at--;
    open.splice(at, 0, placed);
  }
  return findings;
}

function findingOf(placed: PlacedTag, first: PlacedTag): Finding {
  const { id, label, quote } = placed.tag;
  const whole: Span = { start: first.start, end: placed.end };
  const rest: Span = { start: first.end, end: placed.end };
  return {
    code: 'tag/crossing',
    start: placed.start,
    end: placed.end,
    tag: id,
    message: `The tag ${quoted(quote)} (${label}) crosses ${quoted(first.tag.quote)} (${first.tag.label}): neither holds the other.`,
    related: [
      { start: first.start, end: first.end, message: `${quoted(first.tag.quote)} is tagged here` },
    ],
    fixes: [
      command('Grow the tag so that it holds the other', 'glossator.replace', { id }, whole),
      command(
        'Shorten the tag so that it begins behind the other',
        'glossator.replace',
        { id },
        rest,
      ),
    ],
  };
}
