import type { Span } from '../../span.ts';
import { unescapeSpaces } from './escapes.ts';
import type { Row, Sentence } from './rows.ts';

/** A word or an empty node, with its place in the text that its document makes. */
export interface Word extends Span {
  readonly row: Row;
  /** Where it has no place of its own: the numbers of the words that share its token. */
  readonly shared?: { readonly first: number; readonly last: number };
  /** The token of several words that it begins. */
  readonly token?: Row;
}

/** The text of a document, and where its words stand. */
export interface Rebuilt {
  readonly text: string;
  readonly words: readonly Word[];
  /** The number of each sentence's first word. */
  readonly sentences: readonly number[];
  /** The first rows of the sentences whose words do not make up their `# text`. */
  readonly unlike: readonly Row[];
}

/** What stands in the text: a word, a token of several, or an empty node, which does not. */
interface Unit {
  readonly row: Row;
  /** Words and empty nodes, in their order. */
  readonly members: readonly Row[];
}

/**
 * Makes the text of a document. White space is what `SpacesAfter=` and its kin
 * say, else that of `# text`, else one space wherever `SpaceAfter=No` is
 * missing. Where nothing is said of it, sentences are parted by a space and
 * paragraphs by a free line, or in a file without paragraphs sentences by a
 * line end.
 * @param paragraphs whether the file marks where paragraphs begin
 */
export function rebuilt(sentences: readonly Sentence[], paragraphs: boolean): Rebuilt {
  const words: Word[] = [];
  const firsts: number[] = [];
  const unlike: Row[] = [];
  let text = '';
  sentences.forEach((sentence, i) => {
    firsts.push(words.length);
    const units = unitsOf(sentence.rows);
    const gaps = gapsOf(units, sentence.text);
    if (gaps === null) unlike.push(sentence.rows[0]);
    const last = units.filter(({ row }) => row.kind !== 'empty').pop();
    units.forEach((unit, n) => {
      text += unescapeSpaces(unit.row.misc.get('SpacesBefore') ?? '');
      words.push(...placed(unit, text.length, words.length));
      if (unit.row.kind === 'empty') return;
      text += formOf(unit.row);
      if (unit !== last) text += gaps?.[n] ?? spaceAfter(unit.row) ?? ' ';
    });
    if (last !== undefined) text += between(last.row, sentences[i + 1], paragraphs);
  });
  return { text, words, sentences: firsts, unlike };
}

function unitsOf(rows: readonly Row[]): Unit[] {
  const units: Unit[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row.kind !== 'token') {
      units.push({ row, members: [row] });
      continue;
    }
    let behind = i + 1;
    while (behind < rows.length && isWithin(rows[behind], row)) behind++;
    const members = rows.slice(i + 1, behind);
    units.push({ row, members });
    i += members.length;
  }
  return units;
}

/** Whether a row behind a token of several words is one of these. */
function isWithin({ kind, number }: Row, token: Row): boolean {
  return kind !== 'token' && number <= token.number;
}

/** The words of a unit where it begins in the text. */
function placed({ row, members }: Unit, start: number, count: number): Word[] {
  if (row.kind === 'empty') return [{ row, start, end: start }];
  const form = formOf(row);
  const whole = { start, end: start + form.length };
  if (row.kind === 'word') return [{ row, ...whole }];
  const forms = members.map((member) => (member.kind === 'empty' ? '' : member.form));
  const apart = forms.join('') === form;
  const shared = { first: count, last: count + members.length - 1 };
  return members.map((member, i) => {
    const token = i === 0 ? { token: row } : {};
    if (!apart) return { row: member, ...whole, ...token, shared };
    const from = start + forms.slice(0, i).join('').length;
    return { row: member, start: from, end: from + forms[i].length, ...token };
  });
}

/** The form as the text has it: with the white space that the column may have lost. */
function formOf({ form, misc }: Row): string {
  const original = misc.get('SpacesInToken');
  return original === undefined ? form : unescapeSpaces(original);
}

/** The white space behind a token as MISC says, or undefined where it says nothing. */
function spaceAfter({ misc }: Row): string | undefined {
  const spaces = misc.get('SpacesAfter');
  if (spaces !== undefined) return unescapeSpaces(spaces);
  return misc.get('SpaceAfter') === 'No' ? '' : undefined;
}

/**
 * What stands behind each unit but the last. Null where the words are not
 * those of `# text`, so that MISC alone counts.
 */
function gapsOf(units: readonly Unit[], text: string | undefined): string[] | null {
  const gaps = units.map(({ row }) => (row.kind === 'empty' ? '' : (spaceAfter(row) ?? ' ')));
  const exact = units.some(({ row: { misc } }) =>
    ['SpacesAfter', 'SpacesBefore', 'SpacesInToken'].some((key) => misc.has(key)),
  );
  if (exact || text === undefined) return gaps;
  let at = 0;
  for (const [i, { row }] of units.entries()) {
    if (row.kind === 'empty') continue;
    const start = at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0);
    if (!text.startsWith(row.form, start)) return null;
    at = start + row.form.length;
    gaps[i] = /^\s*/u.exec(text.slice(at))?.[0] ?? '';
  }
  return text.slice(at).trim() === '' ? gaps : null;
}

/** What stands between a sentence and the next one, or behind the last. */
function between(last: Row, next: Sentence | undefined, paragraphs: boolean): string {
  const said = spaceAfter(last);
  if (last.misc.has('SpacesAfter')) return said ?? '';
  if (next === undefined) return said ?? '\n';
  if (next.paragraph) return '\n\n';
  return said ?? (paragraphs ? ' ' : '\n');
}
