import { mayBeSign } from './currencies.ts';
import { isLetter, type Reader } from './reader.ts';
import { longestSymbol } from './units.ts';

/**
 * Whether nothing on either side can measure the amount from `start` to `end`
 * or go on with it: no sign, symbol, unit or currency, and no second number of
 * a range. Most amounts stand alone, and this is seen at once.
 */
export function standsAlone(reader: Reader, start: number, end: number): boolean {
  return nothingBefore(reader, start) && nothingBehind(reader, end);
}

function nothingBefore(reader: Reader, start: number): boolean {
  const back = reader.gapBefore(start);
  const prior = reader.code(back - 1);
  if (back === start && start > 0) return false;
  if (!isLetter(prior)) return prior !== 0x2e && !mayBeSign(prior);
  const word = reader.wordBefore(start);
  // The code of a currency has three letters.
  return word === undefined ? back - reader.start !== 3 : !word.leads;
}

function nothingBehind(reader: Reader, end: number): boolean {
  const at = reader.gap(end);
  if (at === end) return isQuiet(reader.code(end));
  const word = reader.wordAt(at);
  const behind = reader.end;
  if (word === undefined ? behind - at <= longestSymbol : word.follows) return false;
  // `us$`, `finnish markka`
  if (reader.code(behind) === 0x24) return false;
  return reader.wordAt(reader.gap(behind))?.currency === undefined;
}

/** Marks that end a phrase, and the end of the text. */
function isQuiet(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x29 ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x22 ||
    code === 0x201d ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0
  );
}
