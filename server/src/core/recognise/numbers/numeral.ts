import { isDigit, isSpace, type Reader } from './reader.ts';

/** A number written in digits. */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  /** How many digits stand behind the decimal sign. */
  readonly decimals: number;
  /** The sign between groups of three, where there is one. */
  readonly grouping: string;
  /** The decimal sign written, where there is one. */
  readonly decimal: string;
  /** Length of the first run of digits. */
  readonly lead: number;
}

const maximumLength = 40;

/**
 * The number whose first digit (or decimal sign) stands at `at`. A separator
 * groups thousands where every group behind it has three digits; otherwise a
 * single one is the decimal sign; behind a digit and a comma there is neither
 * (`22,24,26,31` is a list). Null where the digits are dotted like a
 * version (`1.2.1`).
 */
export function numeral(reader: Reader, at: number): Numeral | null {
  let end = reader.digitsEnd(at);
  if (!separates(reader.code(end)) || !isDigit(reader.code(end + 1))) return plain(reader, at, end);
  const signs: number[] = [];
  const bounds = [at, end];
  const inList = reader.code(at - 1) === 0x2c && isDigit(reader.code(at - 2));
  while (!inList && end - at < maximumLength) {
    const sign = reader.code(end);
    if (!separates(sign) || !isDigit(reader.code(end + 1))) break;
    const next = reader.digitsEnd(end + 1);
    if (
      (isSpace(sign) || sign === 0x27 || sign === 0x2019) &&
      !groupFollows(reader, bounds, signs, sign, next)
    )
      break;
    signs.push(sign);
    bounds.push(next);
    end = next;
  }
  return classify(reader, bounds, signs);
}

/** Digits without any sign between them. */
function plain(reader: Reader, at: number, end: number): Numeral {
  const value = digitsValue(reader, at, end, 0);
  return { end, value, decimals: 0, grouping: '', decimal: '', lead: end - at };
}

function separates(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x27 ||
    code === 0x2019 ||
    (isSpace(code) && code !== 0x09)
  );
}

/** Whether the digits that end at `next` go on a number grouped by spaces or apostrophes. */
function groupFollows(
  reader: Reader,
  bounds: readonly number[],
  signs: readonly number[],
  sign: number,
  next: number,
): boolean {
  const end = bounds[bounds.length - 1];
  const first = bounds[0];
  const leadEnd = bounds[1];
  if (next - end !== 4 || leadEnd - first > 3 || reader.code(first) === 0x30) return false;
  for (const other of signs) if (other !== sign) return false;
  const behind = reader.code(next);
  return !(
    isSpace(behind) &&
    isDigit(reader.code(next + 1)) &&
    reader.digitsEnd(next + 1) - next !== 4
  );
}

function classify(reader: Reader, bounds: readonly number[], signs: readonly number[]) {
  const at = bounds[0];
  const leadEnd = bounds[1];
  const lead = leadEnd - at;
  if (signs.length === 0) return plain(reader, at, leadEnd);
  const alike = sameSigns(signs);
  const group = signs[0];
  const last = signs[signs.length - 1];
  if (alike === signs.length - 1 && (last === 0x2c || last === 0x2e)) {
    if (grouped(bounds, alike, lead)) return make(reader, bounds, alike + 2, group, last);
  }
  if (grouped(bounds, alike, lead) && groups(reader, bounds, alike, group))
    return make(reader, bounds, alike + 1, group, 0);
  if (alike === 1) return make(reader, bounds, 2, 0, group);
  return group === 0x2e ? null : plain(reader, at, leadEnd);
}

/** How many signs are the same as the first one before another comes. */
function sameSigns(signs: readonly number[]): number {
  let count = 1;
  while (count < signs.length && signs[count] === signs[0]) count += 1;
  return count;
}

/** Whether the first `count` groups behind the lead have three digits, or two before a last three (`2,35,000`). */
function grouped(bounds: readonly number[], count: number, lead: number): boolean {
  if (lead === 0 || lead > 3) return false;
  let twos = count > 1 && lead < 3;
  let threes = true;
  for (let index = 1; index <= count; index += 1) {
    const size = bounds[index + 1] - bounds[index] - 1;
    if (size !== 3) threes = false;
    if (size !== (index === count ? 3 : 2)) twos = false;
  }
  return threes || twos;
}

/** Whether a sign that could be either groups thousands: not so a lone decimal sign of the language. */
function groups(reader: Reader, bounds: readonly number[], count: number, sign: number): boolean {
  if (sign !== 0x2c && sign !== 0x2e) return true;
  if (reader.code(bounds[0]) === 0x30) return false;
  if (count > 1) return true;
  const decimal = reader.lexicon.language.numbers.decimal;
  if (char(sign) !== decimal) return sign === 0x2c || zerosBefore(reader, bounds[2]) === 3;
  return decimal === ',' && zerosBefore(reader, bounds[2]) >= 2;
}

function zerosBefore(reader: Reader, end: number): number {
  let start = end;
  while (reader.code(start - 1) === 0x30) start -= 1;
  return end - start;
}

/** The number up to the bound with the index `last`; a sign of 0 is none, the decimal sign stands at the bound before. */
function make(
  reader: Reader,
  bounds: readonly number[],
  last: number,
  grouping: number,
  decimal: number,
): Numeral {
  const at = bounds[0];
  const end = bounds[last];
  const decimals = decimal === 0 ? 0 : end - bounds[last - 1] - 1;
  return {
    end,
    value: digitsValue(reader, at, end, decimals),
    decimals,
    grouping: grouping === 0 ? '' : char(grouping),
    decimal: decimal === 0 ? '' : char(decimal),
    lead: bounds[1] - at,
  };
}

/** The value of the digits from `at` to `end`, whatever signs stand between; the last `decimals` of them stand behind the decimal sign. */
export function digitsValue(reader: Reader, at: number, end: number, decimals: number): number {
  let value = 0;
  let digits = 0;
  for (let place = at; place < end; place += 1) {
    const digit = reader.code(place) - 0x30;
    if (digit < 0 || digit > 9) continue;
    value = value * 10 + digit;
    digits += 1;
  }
  if (digits > exactDigits) {
    const written = reader.text.slice(at, end).replace(/\D/g, '');
    return Number(`${written}e-${decimals}`);
  }
  // Both sides are exact, so the quotient is the double nearest to what is written.
  return decimals === 0 ? value : value / tens[decimals];
}

/** So many digits make a number that a double holds exactly. */
export const exactDigits = 15;
const tens = Array.from({ length: exactDigits + 1 }, (_, zeros) => Number(`1e${zeros}`));

function char(code: number): string {
  return String.fromCharCode(code);
}
