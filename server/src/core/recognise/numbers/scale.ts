import { counted } from './context.ts';
import { isDash, isLetter, type Reader } from './reader.ts';
import { unitSymbols } from './units.ts';

/** What multiplies a number in digits. */
export interface Scale {
  readonly end: number;
  readonly value: number;
  readonly reading: string;
}

/** A scale suffix right behind digits (`10k`) or a scale word behind a gap (`25 thousand`); `digits` is what they are worth. */
export function scaleBehind(reader: Reader, end: number, digits: number): Scale | null {
  return isLetter(reader.code(end)) ? attached(reader, end, digits) : apart(reader, end);
}

function attached(reader: Reader, end: number, digits: number): Scale | null {
  const word = reader.wordAt(end);
  const behind = reader.end;
  if (!reader.closes(behind)) return null;
  const letters = reader.text.slice(end, behind);
  const suffix = reader.lexicon.language.numbers.suffixes[letters];
  const upper = letters !== letters.toLowerCase();
  if (suffix !== undefined && (upper || word?.unit === undefined)) {
    if (upper ? isGeneration(letters, digits) : isUnit(reader, letters, behind)) return null;
    return { end: behind, value: suffix, reading: `“${letters}” multiplies by ${suffix}` };
  }
  if (word?.scale === undefined) return null;
  return { end: behind, value: word.scale, reading: `“${letters}” multiplies by ${word.scale}` };
}

/** `4G`, `5G`: mobile networks. */
function isGeneration(letters: string, digits: number): boolean {
  return letters === 'G' && digits < 10 && Number.isInteger(digits);
}

/** `100m` is metres, unless it counts something (`48m people`). */
function isUnit(reader: Reader, letters: string, behind: number): boolean {
  return unitSymbols.has(letters) && counted(reader, behind) === undefined;
}

function apart(reader: Reader, end: number): Scale | null {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  if (at === end) return null;
  const word = reader.wordAt(at);
  const behind = reader.end;
  if (word?.scale !== undefined) return scaleWords(reader, at, behind, word.scale);
  if (behind - at !== 1) return null;
  const letters = reader.text.slice(at, behind);
  const suffix = /^[kKGМК]$/.test(letters)
    ? reader.lexicon.language.numbers.suffixes[letters]
    : undefined;
  return suffix === undefined
    ? null
    : { end: behind, value: suffix, reading: `“${letters}” multiplies by ${suffix}` };
}

/** One scale word, or two that multiply each other (`three lakh crore`, `500 thousand million`). */
function scaleWords(reader: Reader, at: number, end: number, scale: number): Scale {
  const next = reader.gap(end);
  const second = next > end ? (reader.wordAt(next)?.scale ?? 0) : 0;
  const both = second >= scale;
  const behind = both ? reader.end : end;
  const value = both ? scale * second : scale;
  const word = reader.text.slice(at, behind);
  const dot = reader.code(behind) === 0x2e && abbreviations.has(word) ? 1 : 0;
  return { end: behind + dot, value, reading: `“${word}” multiplies by ${value}` };
}

/** Scale words whose full stop belongs to them. */
const abbreviations: ReadonlySet<string> = new Set(
  'mln mn mld bn tuh тыс млн млрд трлн'.split(' '),
);
