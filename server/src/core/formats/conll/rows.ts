import { isIob, isOutside } from '../columns/iob.ts';

/** A line of columns. */
export interface Row {
  /** Line, counted from 1. */
  readonly line: number;
  readonly columns: readonly string[];
}

/** A document of a file: its sentences, and what it is called. */
export interface Block {
  readonly name: string | null;
  readonly sentences: Row[][];
}

/** How most rows of a file are made. */
export interface Layout {
  /** How many columns there are. */
  readonly width: number;
  /** The column of the words. */
  readonly word: number;
  /** The column of the tags. */
  readonly tag: number;
}

/** A file taken apart. */
export interface Parts {
  readonly blocks: readonly Block[];
  /** Null where the file has words and no column of tags. */
  readonly layout: Layout | null;
  /** How many lines are comments. */
  readonly comments: number;
}

const START = '-DOCSTART-';
const named = /^#\s*newdoc(?:\s+id)?(?:\s*=\s*(.*))?$/;

/** Takes a file apart at `-DOCSTART-`, at `# newdoc` and at free lines. */
export function partsOf(content: string): Parts {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const rows = lines.map((source, i): Row => ({ line: i + 1, columns: columnsOf(source) }));
  const filled = rows.filter(({ columns }) => columns.length > 0 && columns[0] !== START);
  const plain = filled.filter(({ line }) => !lines[line - 1].startsWith('#'));
  const sure = plain.length > 0 ? plain : filled.filter(endsInTag);
  const layout = layoutOf(sure);
  const tabs = sure.some(({ line }) => lines[line - 1].includes('\t'));
  const blocks: Block[] = [];
  let sentence: Row[] | null = null;
  let comments = 0;
  rows.forEach((row, i) => {
    const source = lines[i];
    const name = named.exec(source);
    if (row.columns.length === 0) sentence = null;
    else if (row.columns[0] === START || name !== null) {
      blocks.push({ name: name?.[1]?.trim() ?? null, sentences: [] });
      sentence = null;
    } else if (source.startsWith('#') && !isRow(row, source.includes('\t') === tabs, layout))
      comments++;
    else {
      if (blocks.length === 0) blocks.push({ name: null, sentences: [] });
      if (sentence === null) {
        sentence = [];
        blocks[blocks.length - 1].sentences.push(sentence);
      }
      sentence.push(row);
    }
  });
  return { blocks, layout, comments };
}

/** Columns parted by tabs, or where a line has none by spaces. */
function columnsOf(source: string): string[] {
  const line = source.replace(/[ \t]+$/, '');
  if (line.trim() === '') return [];
  if (line.includes('\t')) return line.split('\t').map((column) => column.replace(/^ +| +$/g, ''));
  return line.replace(/^ +/, '').split(/ +/);
}

/** Tells a row whose word begins with `#` from a comment: it is made as the others are. */
function isRow({ columns }: Row, parted: boolean, layout: Layout | null): boolean {
  if (layout === null || !parted) return false;
  return columns.length === layout.width && isIob(columns[layout.tag]);
}

function endsInTag({ columns }: Row): boolean {
  return columns.length > 1 && isIob(columns[columns.length - 1]);
}

/**
 * Finds the columns of the words and of the tags: the last column that has
 * IOB tags alone, or else the last one of all if it has an `O`. Words are in
 * the first column, or in the second where the first one has numbers alone.
 */
function layoutOf(rows: readonly Row[]): Layout | null {
  const width = usual(rows.map(({ columns }) => columns.length));
  const full = rows.filter(({ columns }) => columns.length === width);
  const counted = width > 2 && full.every(({ columns }) => /^\d+$/.test(columns[0]));
  const word = counted ? 1 : 0;
  for (let tag = width - 1; tag > word; tag--) {
    if (full.every(({ columns }) => isIob(columns[tag]))) return { width, word, tag };
  }
  const tag = width - 1;
  if (tag <= word || !full.some(({ columns }) => columns[tag] === 'O')) return null;
  return { width, word, tag };
}

/** The most frequent number. */
function usual(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Whether a row has as many columns as most. */
export function isUsual({ columns }: Row, { width }: Layout): boolean {
  return columns.length === width;
}

/** The tag of a row. One of another number of columns has it in the last one, if it is a tag. */
export function tagOf(row: Row, layout: Layout): string {
  const { columns } = row;
  if (isUsual(row, layout)) return columns[layout.tag];
  const last = columns[columns.length - 1];
  return columns.length > 1 && isIob(last) ? last : 'O';
}

/** Whether a row says something besides its word and its tag. */
export function saysMore({ columns }: Row, layout: Layout): boolean {
  return columns.some((value, i) => {
    if (i === layout.tag || i <= layout.word) return false;
    return value !== '-X-' && !isOutside(value);
  });
}
