import { fractionBehind } from './fraction.ts';
import { Role } from './lexicon.ts';
import { type Numeral, numeral } from './numeral.ts';
import { power } from './power.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from './reader.ts';
import { type Scale, scaleBehind } from './scale.ts';
import { fractionSign } from './units.ts';
import { decimals, type Spelled, spelled, withFraction } from './words.ts';

/** A number without what it measures or counts. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly ordinal: boolean;
  readonly fraction: boolean;
  /** The digits, where it is written in digits. */
  readonly digits: Numeral | null;
  /** The scale word or suffix behind it, 1 where there is none. */
  readonly scale: number;
  readonly reading: string;
}

/** The number whose first digit or fraction sign stands at `at`; null where the digits belong to a name, a version or an unknown form. */
export function digitAmount(reader: Reader, at: number, signed = true): Amount | null {
  const sign = fractionSign(reader.code(at));
  if (sign !== undefined)
    return { ...plain, start: at, end: at + 1, value: sign, fraction: true, reading: 'a fraction' };
  const dotted =
    reader.code(at - 1) === 0x2e &&
    at - 1 >= reader.floor &&
    reader.opens(at - 1) &&
    reader.code(at - 2) !== 0x2e;
  const first = dotted ? at - 1 : at;
  const digits = dotted ? leadingPoint(reader, at) : numeral(reader, at);
  if (!digits || digits.end - at > 24) return null;
  const raised = power(reader, digits.end, digits.value);
  if (raised)
    return {
      ...plain,
      ...place(reader, first, raised.end, raised.value, signed),
      digits,
      reading: 'a power of ten',
    };
  return inDigits(reader, first, digits, signed);
}

/** What most amounts are. */
const plain = { ordinal: false, fraction: false, digits: null, scale: 1 } as const;

/** The digits with the fraction or the scale behind them. */
function inDigits(reader: Reader, first: number, digits: Numeral, signed: boolean): Amount {
  const parts = fractionBehind(reader, digits.end, digits);
  if (parts) {
    const value = parts.whole ? digits.value + parts.value : parts.value;
    const placed = place(reader, first, parts.end, value, signed);
    return { ...plain, ...placed, fraction: true, digits, reading: 'a fraction' };
  }
  const suffix = scaleBehind(reader, digits.end, digits.value);
  const scale = suffix?.value ?? 1;
  const end = suffix?.end ?? digits.end;
  const value = scaled(digits.value, scale);
  const more = further(reader, end, value, digits, scale);
  const start = signed ? signBefore(reader, first) : first;
  const whole = more?.value ?? value;
  return {
    start,
    end: more?.end ?? end,
    value: start === first || whole === 0 ? whole : -whole,
    ordinal: false,
    fraction: false,
    digits,
    scale,
    reading: readingOf(digits, suffix),
  };
}

const bare: Spelled = {
  end: 0,
  value: 0,
  ordinal: false,
  fraction: false,
  bare: false,
  scale: 1,
};

/** What words add to digits: `2 and a half`, `1 point 5`, `4 thousand 3 hundred`; null where they add nothing. */
function further(
  reader: Reader,
  end: number,
  value: number,
  digits: Numeral,
  scale: number,
): { end: number; value: number } | null {
  const at = reader.gap(end);
  if (at === end) return null;
  if (scale >= 100) {
    const rest = lesser(reader, at, scale);
    if (rest) return { end: rest.end, value: value + rest.value };
  }
  const roles = reader.wordAt(at)?.roles ?? 0;
  if (!(roles & (Role.point | Role.and | Role.join))) return null;
  const whole = { ...bare, end, value, scale };
  if (roles & Role.point)
    return digits.decimals === 0 && scale === 1
      ? decimals(reader, whole, reader.gap(reader.end))
      : null;
  return withFraction(reader, whole, scale);
}

/** The number at `at` that goes on one of the scale before it: with a smaller scale of its own, or behind `hundred and`. */
function lesser(reader: Reader, at: number, scale: number): { end: number; value: number } | null {
  const word = isDigit(reader.code(at)) ? undefined : reader.wordAt(at);
  const and = word !== undefined && (word.roles & Role.and) !== 0;
  const next = and ? reader.gap(reader.end) : at;
  if (isDigit(reader.code(next))) {
    const digits = numeral(reader, next);
    if (!digits || digits.decimals > 0) return null;
    const suffix = scaleBehind(reader, digits.end, digits.value);
    const times = suffix?.value ?? 1;
    const end = suffix?.end ?? digits.end;
    const value = digits.value * times;
    const fits = value < scale && (times >= 100 || (and && scale === 100));
    return fits && reader.closes(end) ? { end, value } : null;
  }
  if (reader.wordAt(next)?.cardinal === undefined) return null;
  const words = spelled(reader, next);
  const fits = words && !words.ordinal && !words.fraction && words.value < scale;
  return fits && (words.scale >= 100 || (and && scale === 100)) ? words : null;
}

/** Decimal products without binary dust: 1.1 × 1e6 is 1100000. */
function scaled(value: number, scale: number): number {
  if (scale === 1) return value;
  const product = value * scale;
  return Number.isSafeInteger(product) ? product : Number(product.toPrecision(15));
}

function leadingPoint(reader: Reader, at: number): Numeral {
  let end = at;
  while (isDigit(reader.code(end)) && end - at < 40) end += 1;
  return {
    end,
    value: Number(`0.${reader.text.slice(at, end)}`),
    decimals: end - at,
    grouping: '',
    decimal: '.',
    lead: 0,
  };
}

/** What is said of the signs inside digits; thousands that no other sign groups are grouped by spaces. */
const signs = [',', '.', "'", '’'] as const;
const grouped = new Map<string, string>(signs.map((sign) => [sign, `“${sign}” groups thousands`]));
const pointed = new Map<string, string>(
  signs.map((sign) => [sign, `“${sign}” is the decimal sign`]),
);

function readingOf({ grouping, decimal }: Numeral, scale: Scale | null): string {
  const groups = grouping && (grouped.get(grouping) ?? 'spaces group thousands');
  const point = pointed.get(decimal) ?? '';
  if (!scale && (!groups || !point)) return groups || point || 'digits';
  return [groups, point, scale?.reading].filter((reading) => reading).join('; ');
}

/** Takes a sign before the number into the span and the value. */
function place(
  reader: Reader,
  start: number,
  end: number,
  value: number,
  signed: boolean,
): { start: number; end: number; value: number } {
  const sign = signed ? signBefore(reader, start) : start;
  return sign === start
    ? { start, end, value }
    : { start: sign, end, value: value === 0 ? 0 : -value };
}

/** Start of the minus sign or the word for it before `start`, or `start`. */
function signBefore(reader: Reader, start: number): number {
  const code = reader.code(start - 1);
  if ((code === 0x2d || code === 0x2212) && start - 1 >= reader.floor) {
    const before = reader.code(start - 2);
    return before === 0 ||
      isSpace(before) ||
      before === 0x0a ||
      before === 0x28 ||
      before === 0x5b ||
      before === 0x3d
      ? start - 1
      : start;
  }
  return isSpace(code) && (reader.wordBefore(start)?.roles ?? 0) & Role.minus
    ? reader.start
    : start;
}

/** The number whose first word stands at `at`. */
export function wordAmount(reader: Reader, at: number, and = true): Amount | null {
  const point = reader.wordAt(at);
  if (point && point.roles & Role.point) {
    const read = decimals(
      reader,
      { end: at, value: 0, ordinal: false, fraction: false, bare: false, scale: 1 },
      reader.gap(reader.end),
    );
    return read
      ? {
          start: at,
          end: read.end,
          value: read.value,
          ordinal: false,
          fraction: false,
          digits: null,
          scale: read.scale,
          reading: 'number words',
        }
      : null;
  }
  const spelt = spelled(reader, at, and);
  if (!spelt) return null;
  const read = spelt.fraction ? ofScale(reader, spelt) : spelt;
  let start = at;
  if (read.bare || read.ordinal || read.fraction) start = articleBefore(reader, at, read);
  const ordinal = read.ordinal && (start === at || (read.bare && !isOf(reader, read.end)));
  if (read.ordinal && !ordinal)
    return {
      start,
      end: read.end,
      value: 1 / read.value,
      ordinal: false,
      fraction: true,
      digits: null,
      scale: 1,
      reading: 'a fraction in words',
    };
  const signed = ordinal
    ? { start, end: read.end, value: read.value }
    : place(reader, start, read.end, read.value, true);
  const end = read.fraction || ordinal ? signed.end : repeated(reader, signed.end, signed.value);
  return {
    ...signed,
    end,
    ordinal,
    fraction: read.fraction,
    digits: null,
    scale: read.scale,
    reading: ordinal ? 'an ordinal word' : read.fraction ? 'a fraction in words' : 'number words',
  };
}

/** Whether `of` stands behind `end`: `a hundred thousandth of it` is a part, without it an ordinal. */
function isOf(reader: Reader, end: number): boolean {
  const at = reader.gap(end);
  return at > end && ((reader.wordAt(at)?.roles ?? 0) & Role.of) !== 0;
}

/** `two thirds of a million`, `half of a billion`. */
function ofScale(reader: Reader, part: Spelled): Spelled {
  if (!isOf(reader, part.end)) return part;
  const next = reader.gap(reader.end);
  const article = ((reader.wordAt(next)?.roles ?? 0) & Role.article) !== 0;
  const scale = reader.wordAt(article ? reader.gap(reader.end) : next)?.scale ?? 0;
  if (!article || scale < 1000) return part;
  return { ...part, end: reader.end, value: scaled(part.value, scale), fraction: false, scale };
}

/** Start of the article that belongs to the number: `a hundred`, `a half`, `a third of`. */
function articleBefore(
  reader: Reader,
  at: number,
  read: { end: number; value: number; ordinal: boolean; fraction: boolean },
): number {
  if (!((reader.wordBefore(at)?.roles ?? 0) & Role.article)) return at;
  const start = reader.start;
  if (!read.ordinal) return start;
  if (read.value < 3) return at;
  const next = reader.gap(read.end);
  const follows = reader.wordAt(next);
  const noun = next > read.end && reader.end > next && !((follows?.roles ?? 0) & Role.of);
  const dash = isDash(reader.code(read.end));
  // `a third-party offer`, `a fifth-century church`
  const joined = dash && isLetter(reader.code(read.end + 1));
  return noun || joined || (read.value >= 100 && read.value < 1e12 && dash) ? at : start;
}

/** End of the same number in digits, in brackets (`forty-five (45)`), or `end`. */
function repeated(reader: Reader, end: number, value: number): number {
  const open = reader.gap(end);
  if (reader.code(open) !== 0x28 || !isDigit(reader.code(open + 1))) return end;
  const digits = numeral(reader, open + 1);
  return digits && digits.value === value && reader.code(digits.end) === 0x29
    ? digits.end + 1
    : end;
}
