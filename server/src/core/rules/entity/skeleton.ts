import { fold } from '../../recognise/entities/forms.ts';
import { hashBasis, hashPrime } from '../../text/hash.ts';

/**
 * What is left of a name when the letters that transliterations and typists
 * disagree about are levelled: two names with one skeleton are spelled in two
 * ways (`Bagdad`, `Baghdad`; `Sergey`, `Sergei`; `Mohammed`, `Mohamed`;
 * `al-Qaeda`, `Kaeda`). Diacritics, blanks, hyphens, apostrophes, `h` behind
 * the first letter and Arabic articles fall away; doubled letters become one.
 * @param key a name's key: lower case
 */
export function skeleton(key: string): string {
  const length = level(key);
  return String.fromCharCode(...units.subarray(0, length));
}

/** A hash of the name's skeleton (FNV-1a over its units, the upper 30 bits), faster to have than the skeleton. */
export function skeletonHash(key: string): number {
  const length = level(key);
  let hash = hashBasis;
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ units[at], hashPrime);
  return hash >>> 2;
}

let units = new Uint16Array(128);

/** Fills `units` with the skeleton of a name; its length. */
function level(name: string): number {
  plainUnits ??= unitsWithoutMarks();
  if (units.length < name.length * 2) units = new Uint16Array(name.length * 2);
  let length = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    const plain = code < plainUnits.length ? plainUnits[code] : code;
    if (plain === 0 || (plain === h && length > 0)) continue;
    if (name.charCodeAt(at + 2) === hyphen && isArticle(name, at)) {
      at += 2;
      continue;
    }
    const unit = levelled(plain, name.charCodeAt(at + 1));
    if (unit === 0 || unit === units[length - 1]) continue;
    units[length++] = unit;
    if (plain === x) units[length++] = s;
  }
  return length;
}

const [c, e, f, h, i, k, o, p, s, u, x, y, hyphen] = [...'cefhikopsuxy-'].map((letter) =>
  letter.charCodeAt(0),
);
const separators = new Set(" -'.’");

/** The letters of Latin and Cyrillic without diacritics; 0 for separators and for marks that combine. Made at first use. */
let plainUnits: Uint16Array | undefined;

function unitsWithoutMarks(): Uint16Array {
  return Uint16Array.from({ length: 0x500 }, (_, code) => {
    const letter = String.fromCharCode(code);
    return separators.has(letter) ? 0 : fold(letter).charCodeAt(0) || 0;
  });
}

/** Letters that are levelled whatever stands beside them. */
const levels = new Uint8Array(0x80).map((_, code) => code);
for (const [letters, level] of ['yji', 'wv', 'qxk', 'zs'].map((row) => [row, row.slice(-1)])) {
  for (const letter of letters) levels[letter.charCodeAt(0)] = level.charCodeAt(0);
}

/** The unit that stands for a letter before another; 0 where none does. */
function levelled(code: number, next: number): number {
  if (code > 0x7f) return code;
  if (code === c) return next === e || next === i || next === y ? s : k;
  if (code === p && next === h) return f;
  return code === o && next === u ? 0 : levels[code];
}

/** Whether an Arabic article begins here. */
function isArticle(name: string, at: number): boolean {
  const before = at === 0 || separators.has(name[at - 1]);
  return before && name[at + 1] === 'l' && (name[at] === 'a' || name[at] === 'e');
}
