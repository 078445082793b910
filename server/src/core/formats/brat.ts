import { readBrat } from './brat/read.ts';
import { usageOf } from './brat/usage.ts';
import { writeTagset } from './brat/writeTagset.ts';
import { writeText } from './brat/writeText.ts';
import type { CorpusFacts, Format, TaggedText, Written, WrittenFile } from './format.ts';
import { Losses } from './losses.ts';
import { pathStem } from './paths.ts';

/**
 * The standoff of brat: a `.ann` file beside each text, and `annotation.conf`,
 * `visual.conf` and `kb_shortcuts.conf` for their folder. Offsets are code points.
 */
export const brat: Format = {
  id: 'brat',
  title: 'brat standoff',
  extensions: ['.txt', '.ann', '.a1', '.a2', '.rel', '.co', '.conf'],
  holds: new Set([
    'entity',
    'attributes',
    'note',
    'fragments',
    'overlap',
    'empty',
    'relations',
  ] as const),
  read: readBrat,
  write: writeBrat,
};

function writeBrat(texts: readonly TaggedText[], { tagset, entities }: CorpusFacts): Written {
  const losses = new Losses();
  const usage = usageOf(tagset, texts);
  const shared = { attributes: usage.attributes, entities };
  const files = texts.flatMap((text): WrittenFile[] => [
    { path: text.file, content: text.text, aside: true },
    { path: `${pathStem(text.file)}.ann`, content: writeText(text, shared, losses) },
  ]);
  return { files: [...files, ...writeTagset(usage)], losses: losses.list() };
}
