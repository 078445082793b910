import { Role } from './lexicon.ts';
import { type Numeral, numeral } from './numeral.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from './reader.ts';
import { decimals, spelled, withFraction } from './words.ts';

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

const vulgar = new Map<string, number>([
  ['¼', 1 / 4],
  ['½', 1 / 2],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
] as const);

/** The number whose first digit stands at `at`; null where the digits belong to a name, a version or an unknown form. */
export function digitAmount(reader: Reader, at: number, signed = true): Amount | null {
  const dotted =
    reader.code(at - 1) === 0x2e &&
    at - 1 >= reader.floor &&
    reader.opens(at - 1) &&
    reader.code(at - 2) !== 0x2e;
  const first = dotted ? at - 1 : at;
  const digits = dotted ? leadingPoint(reader, at) : numeral(reader, at);
  if (!digits || digits.end - at > 24) return null;
  let { end, value } = digits;
  const readings = readingsOf(digits);
  const power = /(?:x10)?\^[+-]?\d{1,3}(?!\d)|e[+-]?\d{1,3}(?![\p{L}\d])/iuy;
  if (isPowerSign(reader.code(end))) {
    power.lastIndex = end;
    const sign = power.exec(reader.text)?.[0];
    if (sign !== undefined) {
      const exponent = Number(sign.replace(/^.*[\^e]/i, ''));
      value = sign[0] === '^' ? value ** exponent : value * 10 ** exponent;
      return {
        ...place(reader, first, end + sign.length, value, signed),
        ordinal: false,
        fraction: false,
        digits,
        scale: 1,
        reading: 'a power',
      };
    }
  }
  const parts = fractionBehind(reader, end, digits);
  if (parts) {
    ({ end } = parts);
    value = parts.whole ? value + parts.value : parts.value;
    readings.push('a fraction');
  }
  const scale = parts ? { end, value: 1, reading: '' } : scaleBehind(reader, end);
  if (scale.reading) readings.push(scale.reading);
  value = scaled(value, scale.value);
  let amount: Amount = {
    ...place(reader, first, scale.end, value, signed),
    ordinal: false,
    fraction: parts !== null,
    digits,
    scale: scale.value,
    reading: readings.join('; ') || 'digits',
  };
  if (scale.value > 100) {
    const half = withFraction(
      reader,
      {
        end: amount.end,
        value: amount.value,
        ordinal: false,
        fraction: false,
        bare: false,
        scale: scale.value,
      },
      scale.value,
    );
    if (half) amount = { ...amount, end: half.end, value: half.value };
  }
  return amount;
}

function isPowerSign(code: number): boolean {
  return code === 0x5e || code === 0x65 || code === 0x45 || code === 0x78;
}

/** Decimal products without binary dust: 1.1 × 1e6 is 1100000. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

function leadingPoint(reader: Reader, at: number): Numeral {
  let end = at;
  while (isDigit(reader.code(end))) end += 1;
  return {
    end,
    value: Number(`0.${reader.text.slice(at, end)}`),
    decimals: end - at,
    grouping: '',
    decimal: '.',
    lead: 0,
  };
}

function readingsOf(digits: Numeral): string[] {
  const readings: string[] = [];
  if (digits.grouping)
    readings.push(
      digits.grouping.trim() ? `“${digits.grouping}” groups thousands` : 'spaces group thousands',
    );
  if (digits.decimal) readings.push(`“${digits.decimal}” is the decimal sign`);
  return readings;
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

/** `/10` right behind, or ` 1/2` or `½` behind a whole number. */
function fractionBehind(
  reader: Reader,
  end: number,
  digits: Numeral,
): { end: number; value: number; whole: boolean } | null {
  if (digits.decimals > 0 || digits.grouping) return null;
  const code = reader.code(end);
  const sign = vulgar.get(reader.text[isSpace(code) ? end + 1 : end] ?? '');
  if (sign !== undefined)
    return { end: isSpace(code) ? end + 2 : end + 1, value: sign, whole: true };
  const slash = /(\d{1,2})\/(\d{1,3})(?![\d/.,]\d|[\p{L}\d])/uy;
  const whole =
    isSpace(code) &&
    isDigit(reader.code(end + 1)) &&
    /^.\/|^.\d\//.test(reader.text.slice(end + 1, end + 4));
  if (!whole && code !== 0x2f) return null;
  slash.lastIndex = whole ? end + 1 : end - Math.min(digits.lead, 2);
  const found = slash.exec(reader.text);
  const upper = whole ? Number(found?.[1]) : digits.value;
  const lower = Number(found?.[2]);
  if (!found || lower < 2 || upper > 99 || upper >= lower) return null;
  return { end: slash.lastIndex, value: upper / lower, whole };
}

/** A scale suffix right behind digits (`10k`) or a scale word behind a gap (`25 thousand`). */
function scaleBehind(reader: Reader, end: number): { end: number; value: number; reading: string } {
  const none = { end, value: 1, reading: '' };
  if (isLetter(reader.code(end))) {
    const word = reader.wordAt(end);
    const letters = reader.text.slice(end, reader.end);
    const suffix = reader.lexicon.language.numbers.suffixes[letters];
    if (isDigit(reader.code(reader.end))) return none;
    if (suffix !== undefined && word?.unit === undefined)
      return { end: reader.end, value: suffix, reading: `“${letters}” multiplies by ${suffix}` };
    return word?.scale !== undefined
      ? { end: reader.end, value: word.scale, reading: `“${letters}” multiplies by ${word.scale}` }
      : none;
  }
  const at = hyphenOrGap(reader, end);
  if (at === end) return none;
  const word = reader.wordAt(at);
  const behind = reader.end;
  if (word?.scale !== undefined) return scaleWords(reader, at, behind, word.scale);
  const letters = reader.text.slice(at, behind);
  if (/^[kKGМК]$/.test(letters)) {
    const suffix = reader.lexicon.language.numbers.suffixes[letters];
    if (suffix !== undefined)
      return { end: behind, value: suffix, reading: `“${letters}” multiplies by ${suffix}` };
  }
  return none;
}

function hyphenOrGap(reader: Reader, end: number): number {
  const code = reader.code(end);
  return isDash(code) ? end + 1 : reader.gap(end);
}

/** One scale word, or two that multiply each other (`three lakh crore`, `500 thousand million`). */
function scaleWords(
  reader: Reader,
  at: number,
  end: number,
  scale: number,
): { end: number; value: number; reading: string } {
  const next = reader.gap(end);
  const second = next > end ? reader.wordAt(next)?.scale : undefined;
  const behind = second !== undefined && second >= scale ? reader.end : end;
  const value = second !== undefined && second >= scale ? scale * second : scale;
  if (
    reader.code(behind) === 0x2e &&
    /^(mln|mn|mld|bn|тыс|млн|млрд)$/.test(reader.text.slice(at, behind))
  )
    end = behind + 1;
  else end = behind;
  return { end, value, reading: `“${reader.text.slice(at, behind)}” multiplies by ${value}` };
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
  const read = spelled(reader, at, and);
  if (!read) return null;
  let start = at;
  if (read.bare || read.ordinal || read.fraction) start = articleBefore(reader, at, read);
  const ordinal = read.ordinal && start === at;
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
  return noun || (read.value >= 100 && read.value < 1e12 && isDash(reader.code(read.end)))
    ? at
    : start;
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
