import { spacesBefore } from '../columns/detokenise.ts';
import { decodeIob, type Scheme, schemeOf } from '../columns/iob.ts';
import { Labels } from '../columns/labels.ts';
import type { FileProblem, FormatFile, Read, ReadTag, ReadText } from '../format.ts';
import { Losses } from '../losses.ts';
import { TextPaths } from '../paths.ts';
import { type Block, isUsual, type Layout, partsOf, type Row, saysMore, tagOf } from './rows.ts';

/**
 * Reads columns with a tag a word: IOB1, IOB2, IOBES, BILOU or labels alone,
 * parted by tabs or spaces. The text is made of the words, a sentence a line.
 */
export function readConll(files: readonly FormatFile[]): Read {
  const reading: Reading = {
    paths: new TextPaths(),
    labels: new Labels(),
    losses: new Losses(),
    problems: [],
  };
  const texts = files.flatMap((file) => textsOf(file, reading));
  const labels = reading.labels.list();
  return {
    texts,
    ...(labels.length > 0 && { tagset: { labels } }),
    problems: reading.problems,
    losses: reading.losses.list(),
  };
}

/** What the files of one import share. */
interface Reading {
  readonly paths: TextPaths;
  readonly labels: Labels;
  readonly losses: Losses;
  readonly problems: FileProblem[];
}

function textsOf({ path, content }: FormatFile, reading: Reading): ReadText[] {
  const { blocks, layout: found, comments } = partsOf(content);
  const sentences = blocks.flatMap((block) => block.sentences);
  if (blocks.length === 0) {
    reading.problems.push({ path, message: 'This file has no lines of words and tags.' });
    return [];
  }
  const layout = found ?? (sentences.length === 0 ? { width: 2, word: 0, tag: 1 } : null);
  if (layout === null) {
    const message =
      'No column holds tags such as “B-PER” and “O”; give each word a line with its tag in the last column.';
    reading.problems.push({ path, line: sentences[0][0].line, message });
    return [];
  }
  const scheme = schemeOf(sentences.map((rows) => rows.map((row) => tagOf(row, layout))));
  const files = reading.paths.ofFile(
    path,
    blocks.map(({ name }) => name),
  );
  const mended: Row[] = [];
  const texts = blocks.map((block, i) => {
    const text = textOf(block, files[i], layout, scheme, reading.labels, mended);
    reading.losses.add(
      files[i],
      'other',
      block.sentences.flat().filter((row) => saysMore(row, layout)).length,
    );
    return text;
  });
  reading.losses.add(files[0], 'other', comments);
  report(path, sentences.flat(), layout, mended, reading.problems);
  return texts;
}

function textOf(
  { sentences }: Block,
  file: string,
  layout: Layout,
  scheme: Scheme,
  labels: Labels,
  mended: Row[],
): ReadText {
  let text = '';
  const tags: ReadTag[] = [];
  for (const rows of sentences) {
    const words = rows.map(({ columns }) => columns[layout.word] ?? '');
    const spaces = spacesBefore(words);
    const spans = words.map((word, i) => {
      if (spaces[i]) text += ' ';
      const start = text.length;
      text += word;
      return { start, end: text.length };
    });
    text += '\n';
    const read = decodeIob(
      rows.map((row) => tagOf(row, layout)),
      scheme,
    );
    for (const at of read.mended) mended.push(rows[at]);
    for (const { first, last, label } of read.chunks) {
      tags.push({
        ref: `${tags.length + 1}`,
        label: labels.named(label),
        start: spans[first].start,
        end: spans[last].end,
      });
    }
  }
  return { file, text, tags, relations: [] };
}

/** Says what of a file was not as it should be, each kind once, with the first line of it. */
function report(
  path: string,
  rows: readonly Row[],
  layout: Layout,
  mended: readonly Row[],
  problems: FileProblem[],
): void {
  const odd = rows.filter((row) => !isUsual(row, layout));
  if (odd.length > 0) {
    const message = `${lines(odd.length)} another number of columns than the others; a tag is looked for in the last column.`;
    problems.push({ path, line: odd[0].line, message });
  }
  if (mended.length > 0) {
    const message = `${lines(mended.length)} a tag that goes on (“${tagOf(mended[0], layout)}”) where none has begun; it is read as the beginning of one.`;
    problems.push({ path, line: mended[0].line, message });
  }
}

function lines(count: number): string {
  return count === 1 ? 'This line has' : `This line and ${count - 1} below it have`;
}
