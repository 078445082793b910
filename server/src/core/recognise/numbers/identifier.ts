import type { NumberMention } from '../mentions.ts';
import { currencyCodes } from './currencies.ts';
import { Role } from './lexicon.ts';
import { isDash, isDigit, isLetter, type Reader } from './reader.ts';

const longest = 40;

/** Words that join a number with a hyphen without making it a name (`mid-1990s`). */
const openPrefixes: ReadonlySet<string> = new Set([
  'mid',
  'pre',
  'post',
  'non',
  'under',
  'over',
  'top',
  'sub',
  'to',
  'and',
  'early',
  'late',
  'plus',
  'minus',
]);

/** A name that holds digits (`Su-24M`), or a numbered place in a document (`article 51`); `at` is the first digit. */
export function identifier(reader: Reader, at: number): NumberMention | null {
  return glued(reader, at) ?? labelled(reader, at);
}

/** Letters, digits and single joining signs in one run. */
export function runEnd(reader: Reader, at: number): number {
  let end = at;
  while (end - at < longest * 2) {
    const code = reader.code(end);
    if (isLetter(code) || isDigit(code)) end += 1;
    else if (
      (isDash(code) || code === 0x2e || code === 0x2f || code === 0x5f) &&
      (isLetter(reader.code(end + 1)) || isDigit(reader.code(end + 1)))
    )
      end += 1;
    else break;
  }
  return end;
}

function glued(reader: Reader, at: number): NumberMention | null {
  const before = reader.code(at - 1);
  const dash = isDash(before) || before === 0x5f || before === 0x2f;
  const letter = dash ? at - 2 : at - 1;
  if (letter < reader.floor || !isLetter(reader.code(letter))) return null;
  let start = letter;
  while (start > reader.floor && isLetter(reader.code(start - 1))) start -= 1;
  const prefix = reader.text.slice(start, letter + 1);
  const word = reader.look(start, letter + 1);
  if (currencyCodes.has(prefix) || word?.currency !== undefined || word?.month !== undefined)
    return null;
  if (
    dash &&
    (before === 0x2f || openPrefixes.has(prefix.toLowerCase()) || word?.cardinal !== undefined)
  )
    return null;
  const end = runEnd(reader, at);
  if (dash && prefix === prefix.toLowerCase()) return null;
  return end - start > longest ? null : make(reader, start, end, 'a name with digits');
}

function labelled(reader: Reader, at: number): NumberMention | null {
  const sign = reader.text[at - 1] ?? '';
  if (sign === '#' || sign === '§' || sign === '№')
    return make(reader, at - 1, runEnd(reader, at), 'a numbered place');
  let back = reader.gapBefore(at);
  if (back === at || back === 0) return null;
  const close = reader.text[back - 1] ?? '';
  if (close === '§' || close === '№' || close === '#')
    return make(reader, back - 1, runEnd(reader, at), 'a numbered place');
  const dotted = close === '.';
  if (dotted) back -= 1;
  if (back <= reader.floor || !isLetter(reader.code(back - 1))) return null;
  const word = reader.wordBefore(back);
  const { start } = reader;
  if (!word || !(word.roles & Role.label)) return null;
  if (dotted ? back - start > 4 : reader.text.slice(start, back).toLowerCase() === 'no')
    return null;
  return make(
    reader,
    start,
    runEnd(reader, at),
    `“${reader.text.slice(start, back)}” makes it a name`,
  );
}

/** The identifier that spans `start` to `end`. */
export function make(reader: Reader, start: number, end: number, reading: string): NumberMention {
  return { start, end, kind: 'identifier', value: reader.text.slice(start, end), reading };
}
