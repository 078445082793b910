import { lowerShift, Unit, unitTable } from './units.ts';

/** The 32-bit FNV-1a offset basis (http://www.isthe.com/chongo/tech/comp/fnv/). */
export const hashBasis = 0x811c9dc5 | 0;
/** The 32-bit FNV prime. */
export const hashPrime = 0x01000193;

/** By names of this module, which V8 folds into the code; it reads an imported or exported constant anew each time. */
const table = unitTable;
const toLower = lowerShift;
const basis = hashBasis;
const prime = hashPrime;
const { softHyphen } = Unit;

/**
 * FNV-1a over the UTF-16 units from `start` to `end`, each lower-cased by
 * itself (`İ` and the few other letters whose lower-case form is longer than
 * one unit stay as they are). Soft hyphens are passed over, `’` counts as `'`
 * and the hyphens U+2010 and U+2011 as `-`.
 */
export function hashUnits(text: string, start: number, end: number): number {
  let hash = basis;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === softHyphen) continue;
    hash = Math.imul(hash ^ (unit + (table[unit] >> toLower)), prime);
  }
  return hash;
}

/** The same over units in an array: see `unitsOf`. */
export function hashRun(units: Uint16Array, start: number, end: number): number {
  let hash = basis;
  for (let at = start; at < end; at++) {
    const unit = units[at];
    if (unit === softHyphen) continue;
    hash = Math.imul(hash ^ (unit + (table[unit] >> toLower)), prime);
  }
  return hash;
}

/** The hash that `TokenTable.hash` holds for this word, in whatever case it is written. */
export function hashWord(word: string): number {
  return hashUnits(word, 0, word.length);
}
