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
  let end = digitsEnd(reader, at);
  if (!separates(reader.code(end)) || !isDigit(reader.code(end + 1))) return plain(reader, at, end);
  const signs: number[] = [];
  const bounds = [at, end];
  const inList = reader.code(at - 1) === 0x2c && isDigit(reader.code(at - 2));
  while (!inList && end - at < maximumLength) {
    const sign = reader.code(end);
    if (!separates(sign) || !isDigit(reader.code(end + 1))) break;
    const next = digitsEnd(reader, end + 1);
    if (
      (isSpace(sign) || sign === 0x27 || sign === 0x2019) &&
      !groupFollows(reader, bounds, signs, sign, next)
    )
      break;
    signs.push(sign);
    bounds.push(next);
    end = next;
  }
  return classify(reader, at, bounds, signs);
}

/** Digits without any sign between them. */
function plain(reader: Reader, at: number, end: number): Numeral {
  let value = 0;
  if (end - at > 15) value = Number(reader.text.slice(at, end));
  else for (let place = at; place < end; place += 1) value = value * 10 + reader.code(place) - 0x30;
  return { end, value, decimals: 0, grouping: '', decimal: '', lead: end - at };
}

function digitsEnd(reader: Reader, at: number): number {
  while (isDigit(reader.code(at))) at += 1;
  return at;
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
  const end = bounds[bounds.length - 1] ?? 0;
  const first = bounds[0] ?? 0;
  const lead = (bounds[1] ?? 0) - first;
  if (next - end !== 4 || lead > 3 || reader.code(first) === 0x30) return false;
  if (signs.some((other) => other !== sign)) return false;
  const behind = reader.code(next);
  return !(
    isSpace(behind) &&
    isDigit(reader.code(next + 1)) &&
    digitsEnd(reader, next + 1) - next !== 4
  );
}

function classify(reader: Reader, at: number, bounds: number[], signs: number[]): Numeral | null {
  const lead = (bounds[1] ?? at) - at;
  let count = signs.length;
  const last = signs[count - 1] ?? 0;
  const group = signs[0] ?? 0;
  const mixed = signs.some((sign) => sign !== group);
  if (count === 0) return plain(reader, at, bounds[1]);
  if (mixed) {
    const onlyLast =
      signs.slice(0, -1).every((sign) => sign === group) &&
      last !== group &&
      (last === 0x2c || last === 0x2e);
    if (onlyLast && grouped(bounds, count - 1, lead))
      return make(reader, at, bounds, count, char(group), char(last), lead);
    count = signs.findIndex((sign) => sign !== group);
  }
  if (grouped(bounds, count, lead) && groups(reader, bounds, count, group)) {
    return make(reader, at, bounds.slice(0, count + 2), 0, char(group), '', lead);
  }
  if (count === 1) return make(reader, at, bounds.slice(0, 3), 1, '', char(group), lead);
  if (group === 0x2e) return null;
  return make(reader, at, bounds.slice(0, 2), 0, '', '', lead);
}

/** Whether the first `count` groups behind the lead have three digits, or two before a last three (`2,35,000`). */
function grouped(bounds: readonly number[], count: number, lead: number): boolean {
  if (lead === 0 || lead > 3) return false;
  let twos = count > 1 && lead < 3;
  let threes = true;
  for (let index = 1; index <= count; index += 1) {
    const size = (bounds[index + 1] ?? 0) - (bounds[index] ?? 0) - 1;
    if (size !== 3) threes = false;
    if (size !== (index === count ? 3 : 2)) twos = false;
  }
  return threes || twos;
}

/** Whether a sign that could be either groups thousands: not so a lone decimal sign of the language. */
function groups(reader: Reader, bounds: readonly number[], count: number, sign: number): boolean {
  if (sign !== 0x2c && sign !== 0x2e) return true;
  if (reader.code(bounds[0] ?? 0) === 0x30) return false;
  if (count > 1) return true;
  const tail = reader.text.slice((bounds[1] ?? 0) + 1, bounds[2]);
  const decimal = reader.lexicon.language.numbers.decimal;
  if (char(sign) !== decimal) return sign === 0x2c || tail === '000';
  return decimal === ',' && tail.endsWith('00');
}

function make(
  reader: Reader,
  at: number,
  bounds: number[],
  point: number,
  grouping: string,
  decimal: string,
  lead: number,
): Numeral {
  const end = bounds[bounds.length - 1] ?? at;
  const parts = bounds
    .slice(1)
    .map((bound, index) => reader.text.slice((bounds[index] ?? at) + (index === 0 ? 0 : 1), bound));
  const fraction = point === 0 ? '' : (parts.pop() ?? '');
  const value = Number(`${parts.join('') || '0'}${fraction && `.${fraction}`}`);
  return { end, value, decimals: fraction.length, grouping, decimal, lead };
}

function char(code: number): string {
  return String.fromCharCode(code);
}
