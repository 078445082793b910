import { isIob } from '../columns/iob.ts';
import type { FileProblem } from '../format.ts';

/** One line of columns. */
export interface Row {
  /** Line, counted from 1. */
  readonly line: number;
  /** `3` for a word, `3-4` for a token of several words, `3.1` for an empty node. */
  readonly kind: 'word' | 'token' | 'empty';
  /** The number of a word, or of the last word of a token of several. */
  readonly number: number;
  readonly form: string;
  readonly misc: ReadonlyMap<string, string>;
  /** The tag in a column of its own, where the file has one. */
  readonly ner: string | undefined;
  /** Whether another column says something. */
  readonly more: boolean;
}

/** One sentence with what its comments say. */
export interface Sentence {
  readonly rows: readonly Row[];
  readonly text: string | undefined;
  /** Whether a paragraph begins with it. */
  readonly paragraph: boolean;
}

/** One document of a file. */
export interface Document {
  readonly name: string | null;
  readonly sentences: Sentence[];
  /** Key and value of comments such as `# meta::genre = news`. */
  readonly meta: Map<string, string>;
  /** How many comments are nothing that is read. */
  comments: number;
  /** The fields of mentions, as `# global.Entity` declares them. */
  fields: readonly string[];
}

const standard = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC'];
const ownTag = /(?:^|[:_])(?:NER|NE|BIO|IOB2?)$/;
const defaultFields = ['eid', 'etype', 'head', 'other'];

/** The documents of a file. What is wrong with its lines is added to the problems, each kind once. */
export function documentsOf(path: string, content: string, problems: FileProblem[]): Document[] {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const columns = columnsOf(lines);
  const faults = new Faults(path, problems);
  const documents: Document[] = [];
  let fields: readonly string[] = defaultFields;
  let early = 0;
  for (const { comments, rows: numbers } of blocksOf(lines)) {
    const entity = comments.find(({ key }) => key === 'global.Entity')?.value;
    if (entity) fields = entity.split('-');
    const start = comments.find(({ key }) => /^newdoc(?: id)?$/.test(key));
    const rows = numbers.flatMap((i) => rowOf(lines[i], i + 1, columns, faults) ?? []);
    if (start !== undefined || (documents.length === 0 && rows.length > 0)) {
      const name = start?.value ?? null;
      documents.push({ name, sentences: [], meta: new Map(), comments: early, fields });
      early = 0;
    }
    const document = documents[documents.length - 1];
    const unread = comments.filter(({ key }) => !isRead(key)).length;
    if (document === undefined) {
      early += unread;
      continue;
    }
    document.fields = fields;
    document.comments += unread;
    for (const { key, value } of comments) {
      if (key === 'spaces' || key.startsWith(META)) document.meta.set(key, value ?? '');
    }
    if (rows.length > 0) document.sentences.push(sentenceOf(rows, comments));
  }
  faults.report();
  return documents;
}

const META = 'meta::';

/** What a comment says: `# key = value`. */
interface Comment {
  readonly key: string;
  readonly value: string | null;
}

function isRead(key: string): boolean {
  return (
    /^(?:newdoc|newpar)(?: id)?$|^(?:sent_id|text|spaces|global\.columns|global\.Entity)$/.test(
      key,
    ) || key.startsWith(META)
  );
}

/** The comments and the lines of words between free lines; lines by their numbers from 0. */
function blocksOf(lines: readonly string[]): { comments: Comment[]; rows: number[] }[] {
  const blocks: { comments: Comment[]; rows: number[] }[] = [];
  let open = false;
  lines.forEach((line, i) => {
    const free = line.trim() === '';
    if (!free && !open) blocks.push({ comments: [], rows: [] });
    open = !free;
    if (free) return;
    const { comments, rows } = blocks[blocks.length - 1];
    if (isComment(line)) comments.push(commentOf(line));
    else rows.push(i);
  });
  return blocks;
}

function sentenceOf(rows: readonly Row[], comments: readonly Comment[]): Sentence {
  const text = comments.find(({ key }) => key === 'text')?.value ?? undefined;
  return { rows, text, paragraph: comments.some(({ key }) => /^newpar(?: id)?$/.test(key)) };
}

/** Lines of words begin with a number in every file that has comments. */
function isComment(line: string): boolean {
  return line.startsWith('#');
}

/** Without an expression over the whole line, which overflows the stack where `# text` is very long. */
function commentOf(line: string): Comment {
  const at = line.indexOf('=');
  if (at < 0) return { key: line.slice(1).trim(), value: null };
  let [from, to] = [at + 1, line.length];
  while (from < to && isBlank(line[from])) from++;
  while (from < to && isBlank(line[to - 1])) to--;
  return { key: line.slice(1, at).trim(), value: line.slice(from, to) };
}

function isBlank(mark: string): boolean {
  return mark === ' ' || mark === '\t';
}

/** The names of the columns: those declared, or else the ten of CoNLL-U, or else as Universal NER has them. */
function columnsOf(lines: readonly string[]): string[] {
  const declared = lines.map((line) => /^#\s*global\.columns\s*=\s*(.*)$/.exec(line)?.[1]);
  const names = declared.find((found) => found !== undefined);
  if (names !== undefined) return names.trim().toUpperCase().split(/\s+/);
  const rows = lines
    .filter((line) => line.trim() !== '' && !isComment(line))
    .map((line) => line.split('\t'));
  const width = Math.max(0, ...new Set(rows.map(({ length }) => length)));
  if (width === standard.length || width < 3) return standard;
  const full = rows.filter(({ length }) => length === width);
  const tag = Array.from({ length: width - 2 }, (_, i) => i + 2).find((column) =>
    full.every((row) => isIob(row[column])),
  );
  if (tag === undefined) return standard;
  return Array.from({ length: width }, (_, i) => {
    if (i < 2) return standard[i];
    return i === tag ? 'NER' : `COLUMN ${i + 1}`;
  });
}

function rowOf(
  source: string,
  line: number,
  columns: readonly string[],
  faults: Faults,
): Row | null {
  const values = source.split('\t');
  const value = (name: string) => values[columns.indexOf(name)];
  const form = value('FORM');
  const id = columns.includes('ID') ? value('ID') : '1';
  const kinds = /^\d+(?:(-)(\d+)|(\.)\d+)?$/.exec(id ?? '');
  if (kinds === null || form === undefined || form === '') {
    faults.add('none', line);
    return null;
  }
  if (values.length !== columns.length) faults.add('count', line);
  const tag = columns.findIndex((name) => ownTag.test(name));
  return {
    line,
    kind: kinds[1] ? 'token' : kinds[3] ? 'empty' : 'word',
    number: Number(kinds[2] ?? (id ?? '').split('.')[0]),
    form,
    misc: miscOf(value('MISC')),
    ner: tag < 0 ? undefined : (values[tag] ?? 'O'),
    more: columns.some((name, i) => {
      if (name === 'ID' || name === 'FORM' || name === 'MISC' || i === tag) return false;
      return !['_', '-', '*', '', undefined].includes(values[i]);
    }),
  };
}

function miscOf(value: string | undefined): Map<string, string> {
  if (value === undefined || value === '_' || value === '') return new Map();
  return new Map(
    value.split('|').map((item): [string, string] => {
      const at = item.indexOf('=');
      return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
    }),
  );
}

const messages = {
  none: 'no number and form parted by tabs, so it is left out',
  count: 'another number of columns than the format has; what is there is read',
};

/** Counts what is wrong with lines, to say each thing once. */
class Faults {
  readonly #path: string;
  readonly #problems: FileProblem[];
  readonly #found = new Map<keyof typeof messages, { line: number; count: number }>();

  constructor(path: string, problems: FileProblem[]) {
    this.#path = path;
    this.#problems = problems;
  }

  add(fault: keyof typeof messages, line: number): void {
    const known = this.#found.get(fault);
    this.#found.set(fault, { line: known?.line ?? line, count: (known?.count ?? 0) + 1 });
  }

  report(): void {
    for (const [fault, { line, count }] of this.#found) {
      const whose = count === 1 ? 'This line has' : `This line and ${count - 1} below it have`;
      this.#problems.push({ path: this.#path, line, message: `${whose} ${messages[fault]}.` });
    }
  }
}
