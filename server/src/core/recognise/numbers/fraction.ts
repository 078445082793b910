import type { Numeral } from './numeral.ts';
import { isDigit, isSpace, type Reader } from './reader.ts';
import { fractionSign } from './units.ts';

/** What stands behind a whole number or makes a fraction of it. */
interface Fraction {
  readonly end: number;
  readonly value: number;
  /** It is added to the digits before it. */
  readonly whole: boolean;
}

/** `/10` right behind digits, or ` 1/2` or `½` behind a whole number. */
export function fractionBehind(reader: Reader, end: number, digits: Numeral): Fraction | null {
  if (digits.decimals > 0 || digits.grouping) return null;
  const code = reader.code(end);
  const apart = isSpace(code);
  const at = apart ? end + 1 : end;
  const sign = fractionSign(reader.code(at));
  if (sign !== undefined) return { end: at + 1, value: sign, whole: true };
  const slash = apart ? digitsEnd(reader, at) : end;
  if (reader.code(slash) !== 0x2f || (apart && slash === at)) return null;
  const value = quotient(reader, apart ? at : end - digits.lead, slash);
  return value && { ...value, whole: apart };
}

function digitsEnd(reader: Reader, at: number): number {
  let end = at;
  while (isDigit(reader.code(end)) && end - at < 4) end += 1;
  return end;
}

/** A proper fraction whose upper part stands from `at` to the slash at `slash`. */
function quotient(reader: Reader, at: number, slash: number): Omit<Fraction, 'whole'> | null {
  const end = digitsEnd(reader, slash + 1);
  const [upper, lower] = [reader.text.slice(at, slash), reader.text.slice(slash + 1, end)];
  const next = reader.code(end);
  const goesOn =
    !reader.closes(end) ||
    ((next === 0x2f || next === 0x2e || next === 0x2c) && isDigit(reader.code(end + 1)));
  if (upper.length > 2 || lower.length > 3 || Number(lower) < 2 || goesOn) return null;
  const value = Number(upper) / Number(lower);
  return value < 1 ? { end, value } : null;
}
