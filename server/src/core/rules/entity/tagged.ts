import type { EntityMention } from '../../corpus/names.ts';
import type { PlacedTag } from '../../tags/model.ts';
import type { AnalysedText } from '../rule.ts';

/** A tag so many times as long as a mention is about something else: a clause, a claim. */
const wide = 4;
/** Units that no name is longer than. */
const longest = 200;

/** Every mention with the tags that are about it, in text order. Lost tags are about nothing. */
export function* withTags(
  text: AnalysedText,
): Generator<[mention: EntityMention, tags: readonly PlacedTag[]]> {
  const tags = text.tags.filter(
    ({ status, start, end }) => status !== 'lost' && end - start <= longest * wide,
  );
  let open: PlacedTag[] = [];
  let next = 0;
  for (const mention of text.entities()) {
    if (open.length > 0) open = open.filter(({ end }) => end > mention.start);
    while (next < tags.length && tags[next].start < mention.end) {
      if (tags[next].end > mention.start) open.push(tags[next]);
      next++;
    }
    const most = (mention.end - mention.start) * wide;
    yield [
      mention,
      open.length === 0 ? open : open.filter(({ start, end }) => end - start <= most),
    ];
  }
}
