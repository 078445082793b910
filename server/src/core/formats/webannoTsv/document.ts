import { unescapeText } from './escapes.ts';
import type { Faults } from './faults.ts';
import { type Layer, layerFrom } from './header.ts';

/** A token or a part of one, which has a line of its own. */
export interface Unit {
  /** `2-5` or `2-5.1`. */
  readonly key: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The word as it is written. */
  readonly word: string;
  /** The columns behind the word. */
  readonly fields: readonly string[];
  readonly line: number;
}

/** What one file holds, its fields still to be read. */
export interface TsvDocument {
  readonly text: string;
  readonly layers: readonly Layer[];
  readonly units: readonly Unit[];
  /** How many sentences have ids. */
  readonly sentenceIds: number;
}

/** A sentence: its lines behind `#Text=`, and its units. */
interface Block {
  readonly lines: string[];
  readonly units: Unit[];
}

/** More white space than that between the sentences of a file is a mistake, not a text. */
const MOST_BETWEEN = 10_000_000;

/** Units of a text that a problem shows. */
const MOST_SHOWN = 40;

/** Reads a file's lines; null where they are no WebAnno TSV 3. */
export function documentFrom(content: string, faults: Faults): TsvDocument | null {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (!/^#FORMAT=WebAnno TSV 3(\.\d+)?\s*$/.test(lines[0])) {
    faults.add(
      'This is no WebAnno TSV 3: its first line is not “#FORMAT=WebAnno TSV 3.3”. Export older files from WebAnno or INCEpTION again, as WebAnno TSV v3.',
      1,
    );
    return null;
  }
  const layers: Layer[] = [];
  let at = 1;
  for (; at < lines.length && !/^#(Text|Sentence\.id)=|^\d/.test(lines[at]); at++) {
    const layer = layerFrom(lines[at]);
    if (layer) layers.push(layer);
    else if (lines[at].trim() !== '')
      faults.add('This line declares no layer (#T_SP=, #T_RL=, #T_CH=); it is left out.', at + 1);
  }
  const columns = layers.reduce((sum, layer) => sum + layer.columns.length, 0);
  const { blocks, sentenceIds } = blocksFrom(lines, at, columns, faults);
  const text = textOf(blocks, faults);
  const units = blocks.flatMap((block) => block.units);
  for (const { word, start, end, line } of units) {
    const there = text.slice(start, end);
    if (there === word || there === unescapeText(word)) continue;
    faults.repeat(
      'word',
      line,
      `At ${start}–${end} the text has “${there.slice(0, MOST_SHOWN)}”, not “${word}”: offsets count UTF-16 units, and what is behind #Text= must be as it was.`,
    );
  }
  return { text, layers, units, sentenceIds };
}

/** @param from the first line behind the head, counted from 0 */
function blocksFrom(lines: readonly string[], from: number, columns: number, faults: Faults) {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let sentenceIds = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === '') continue;
    if (line.startsWith('#Sentence.id=')) {
      sentenceIds++;
      block = undefined;
    } else if (line.startsWith('#Text=')) {
      if (block === undefined || block.units.length > 0) {
        block = { lines: [], units: [] };
        blocks.push(block);
      }
      block.lines.push(line.slice(6));
    } else {
      const unit = unitFrom(line, at + 1, columns, faults);
      if (unit === null)
        faults.add(
          'This line is no token (“1-1”, “0-5”, a word, its fields, with tabs between them); it is left out.',
          at + 1,
        );
      else if (block === undefined)
        faults.add('This token stands before any “#Text=”; it is left out.', at + 1);
      else block.units.push(unit);
    }
  }
  return { blocks, sentenceIds };
}

const row = /^(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)(?:\t(.*))?$/s;

function unitFrom(text: string, line: number, columns: number, faults: Faults): Unit | null {
  const [, key, from, to, word, rest] = row.exec(text) ?? [];
  const [start, end] = [Number(from), Number(to)];
  if (key === undefined || start > end) return null;
  const fields = rest === undefined ? [] : rest.split('\t');
  // Behind the last field there is a tab, too.
  if (fields[fields.length - 1] === '') fields.pop();
  if (fields.length !== columns) {
    faults.repeat(
      'fields',
      line,
      `Behind the word there are ${fields.length} fields; the layers at the head of the file have ${columns}.`,
    );
  }
  return { key, start, end, word, fields, line };
}

/**
 * The text of the sentences. What lies between two is not in the file: it is a
 * line end and then spaces up to where the next one begins; before the first
 * there are spaces.
 */
function textOf(blocks: readonly Block[], faults: Faults): string {
  let text = '';
  let left = MOST_BETWEEN;
  for (const block of blocks) {
    const tokens = block.units.filter(({ key }) => !key.includes('.'));
    const { content, start } = placed(block.lines, tokens);
    const gap = start === null ? Number(text !== '') : start - text.length;
    const line = block.units[0]?.line;
    if (gap > left) {
      faults.add('This sentence begins much too far behind the one before it.', line);
    } else if (gap < 0) {
      faults.add('This sentence begins before the one before it ends.', line);
    } else if (gap > 0) {
      text += text === '' ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`;
      left -= gap;
    }
    text += content;
  }
  return text;
}

/**
 * A sentence's text and where it begins: where its first token does, or as much
 * before that as it has white space at its own beginning. Some programs write
 * backslashes as they are. What fits the tokens best is taken.
 */
function placed(lines: readonly string[], tokens: readonly Unit[]) {
  const escaped = lines.some((line) => line.includes('\\'));
  const contents = [lines.map(unescapeText).join('\n'), ...(escaped ? [lines.join('\n')] : [])];
  const first = tokens.length === 0 ? null : tokens[0].start;
  let best: { content: string; start: number | null } = { content: contents[0], start: first };
  let least = Number.POSITIVE_INFINITY;
  for (const content of first === null ? [] : contents) {
    const lead = /^\s*/.exec(content)?.[0].length ?? 0;
    for (const start of new Set([first ?? 0, Math.max(0, (first ?? 0) - lead)])) {
      const misses = tokens.filter((token) => {
        const there = content.slice(token.start - start, token.end - start);
        return there !== token.word && there !== unescapeText(token.word);
      }).length;
      if (misses < least) [best, least] = [{ content, start }, misses];
      if (least === 0) return best;
    }
  }
  return best;
}
