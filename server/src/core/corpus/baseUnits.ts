import { fold } from '../recognise/entities/forms.ts';
import { lowerShift, unitTable } from '../text/units.ts';

/** The letters that carry diacritics, and the marks that are written in several ways: Latin to Cyrillic, their extensions, punctuation. */
const folded = [
  [0x80, 0x600],
  [0x1ab0, 0x2100],
] as const;

let table: Uint16Array | undefined;

/**
 * Each UTF-16 unit as `fold` folds it, as far as it gives one unit: lower
 * case, without its diacritics. Combining marks give 0. Made on first use.
 */
export function baseUnits(): Uint16Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Uint16Array {
  const units = Uint16Array.from(
    { length: 0x10000 },
    (_, unit) => unit + (unitTable[unit] >> lowerShift),
  );
  for (const [first, end] of folded) {
    for (let unit = first; unit < end; unit++) {
      const base = fold(String.fromCharCode(unit));
      if (base.length <= 1) units[unit] = base === '' ? 0 : base.charCodeAt(0);
    }
  }
  return units;
}
