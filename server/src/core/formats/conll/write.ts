import { type Chunk, encodeIob } from '../columns/iob.ts';
import { sentencesAround, touched, wordsOf } from '../columns/words.ts';
import { withoutOverlaps } from '../exported.ts';
import type { TaggedText, Written, WrittenFile } from '../format.ts';
import { Losses } from '../losses.ts';
import { pathStem } from '../paths.ts';

/** The line that begins a document, in the very form that spaCy looks for. */
const DOCUMENT = '-DOCSTART- -X- O O\n\n';

/**
 * Writes each text into a file of its own, in the four columns of CoNLL-2003:
 * the word, `-X-` and `_` where part of speech and chunk would be, and the tag
 * in IOB2. Tags grow to whole words; sentences that a tag reaches into are
 * written as one, so that it comes back as one.
 */
export function writeConll(texts: readonly TaggedText[]): Written {
  const losses = new Losses();
  const files = texts.map(
    (text): WrittenFile => ({
      path: `${pathStem(text.file)}.conll`,
      content: columns(text, losses),
    }),
  );
  return { files, losses: losses.list() };
}

function columns(text: TaggedText, losses: Losses): string {
  const { tags } = text.sidecar;
  const words = wordsOf(text);
  const grown = tags.flatMap((tag) => {
    const range = touched(words, tag);
    if (range === null) return [];
    const exact =
      words.spans[range.first].start === tag.start && words.spans[range.last].end === tag.end;
    return [{ ...tag, start: range.first, end: range.last + 1, exact }];
  });
  const kept = withoutOverlaps(grown);
  const chunks = kept.map(
    ({ start, end, label }): Chunk => ({ first: start, last: end - 1, label }),
  );
  const left = new Set(kept.map(({ id }) => id));
  losses.add(text.file, 'empty', tags.length - grown.length);
  losses.add(text.file, 'overlap', grown.length - kept.length);
  losses.add(text.file, 'boundary', grown.filter(({ id, exact }) => !exact && left.has(id)).length);
  const values = encodeIob(words.spans.length, chunks);
  const row = ({ start, end }: { start: number; end: number }, i: number) =>
    `${text.text.slice(start, end)} -X- _ ${values[i]}\n`;
  const sentences = sentencesAround(words, chunks).map(({ first, last }) => {
    const rows = words.spans.slice(first, last + 1).map((span, i) => row(span, first + i));
    return `${rows.join('')}\n`;
  });
  return DOCUMENT + sentences.join('');
}
