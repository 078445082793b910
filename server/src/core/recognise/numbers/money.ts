import type { Amount } from './amount.ts';
import { digitAmount, wordAmount } from './amount.ts';
import {
  centSigns,
  currencyCodes,
  currencySigns,
  dollarPrefixes,
  lowerCodes,
  mayBeSign,
  nationalCurrency,
} from './currencies.ts';
import { Role, type Word } from './lexicon.ts';
import type { Measured } from './measured.ts';
import { numeral } from './numeral.ts';
import { isDash, isDigit, isLetter, type Reader } from './reader.ts';
import { shillingsAt } from './sterling.ts';

/** A currency found beside a number. */
interface Currency {
  /** Where it begins or ends, on the side away from the number. */
  readonly edge: number;
  readonly code: string;
  readonly cents?: boolean;
  /** Scale letters inside the code (`MGBP`) or behind the number. */
  readonly times?: number;
}

/** A sum of money: the currency's sign, code or name stands before or behind the number. */
export function money(reader: Reader, amount: Amount): Measured | null {
  if (amount.fraction && amount.value < 1 && amount.digits) return null;
  const before = currencyBefore(reader, amount.start);
  const million = before ? letterScale(reader, amount) : null;
  const end = million?.end ?? amount.end;
  const behind = currencyBehind(reader, end);
  const currency = behind && (!before || behind.code === before.code) ? behind : before;
  if (!currency) return null;
  const value = amount.value * (million?.times ?? 1) * (currency.times ?? 1);
  const sum: Measured = {
    start: before ? before.edge : amount.start,
    end: currency === behind ? behind.edge : end,
    kind: 'money',
    value: currency.cents ? rounded(value / 100) : rounded(value),
    currency: currency.code,
    reading: currency.cents ? `hundredths of ${currency.code}` : amount.reading,
    leads: before !== null,
    amount,
  };
  return currency.cents ? sum : withCents(reader, sum);
}

function rounded(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  return Number(value.toPrecision(15));
}

function currencyBefore(reader: Reader, start: number): Currency | null {
  const at = reader.gapBefore(start);
  if (at <= reader.floor) return null;
  const last = reader.code(at - 1);
  if (!isLetter(last) && mayBeSign(last)) {
    const sign = reader.text[at - 1];
    const code = currencySigns.get(sign);
    if (code !== undefined) return signBefore(reader, at - 1, sign, code);
  }
  if (
    last === 0x2e &&
    reader.code(at - 2) === 0x73 &&
    /(?:^|\P{L})[Rr]s$/u.test(reader.text.slice(Math.max(reader.floor, at - 4), at - 1))
  )
    return { edge: at - 3, code: 'INR' };
  if (!isLetter(last)) return null;
  const word = reader.wordBefore(start);
  const length = at - reader.start;
  const codeBefore = (length === 3 ? codeAt(reader, reader.start) : undefined) ?? word?.currency;
  if (codeBefore === undefined || !reader.opens(reader.start)) return null;
  if (length > 3 && !wordLeads(reader, reader.start)) return null;
  return nationBefore(reader, reader.start, codeBefore);
}

/** The currency's code whose three letters stand at `at`. */
function codeAt(reader: Reader, at: number): string | undefined {
  const letters = reader.text.slice(at, at + 3);
  return currencyCodes.has(letters) || lowerCodes.has(letters) ? letters.toUpperCase() : undefined;
}

/** A currency's name stands before the number only where it begins a line (`ringgit 42`). */
function wordLeads(reader: Reader, start: number): boolean {
  if (reader.startsLine(start)) return true;
  const before = reader.gapBefore(start);
  const word = reader.wordBefore(start);
  return word === undefined && isLetter(reader.code(before - 1)) && reader.startsLine(reader.start);
}

/** Takes in the nation before a currency's name (`malaysian ringgit 42`). */
function nationBefore(reader: Reader, start: number, code: string): Currency {
  reader.wordBefore(start);
  const nation = reader.text.slice(reader.start, start).trim().toLowerCase();
  const national = nationalCurrency(reader.lexicon.language, nation, code);
  return national === undefined ? { edge: start, code } : { edge: reader.start, code: national };
}

/** Takes in what stands before a dollar sign: `US$`, `c $`, `u.s $`. */
function signBefore(reader: Reader, at: number, sign: string, code: string): Currency {
  if (sign !== '$') return { edge: at, code };
  const end = reader.gapBefore(at);
  let start = end;
  while (
    start > reader.floor &&
    (isLetter(reader.code(start - 1)) || reader.code(start - 1) === 0x2e)
  )
    start -= 1;
  const prefix = dollarPrefixes.get(reader.text.slice(start, end).toLowerCase());
  const spaced =
    end < at && (end - start === 1 ? /[cC]/.test(reader.text[start] ?? '') === false : false);
  return prefix === undefined || spaced || isDigit(reader.code(start - 1))
    ? { edge: at, code }
    : { edge: start, code: prefix };
}

/** `$5m`, `€3bn`: letters that mean a scale behind a number with a currency sign. */
function letterScale(reader: Reader, amount: Amount): { end: number; times: number } | null {
  if (amount.scale !== 1) return null;
  const at = reader.gap(amount.end);
  reader.wordAt(at);
  const letters = reader.text.slice(at, reader.end);
  const times = {
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    M: 1e6,
    b: 1e9,
    B: 1e9,
    bn: 1e9,
    k: 1e3,
    K: 1e3,
    К: 1e3,
    tn: 1e12,
    T: 1e12,
  }[letters];
  return times !== undefined && reader.closes(reader.end) ? { end: reader.end, times } : null;
}

function currencyBehind(reader: Reader, end: number): Currency | null {
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  const word = reader.wordAt(at);
  const behind = reader.end;
  if (behind === at) return signBehind(reader, at, end);
  if (isDigit(reader.code(behind))) return null;
  if (word?.currency !== undefined)
    return { edge: goesOn(reader, at, behind, word.currency), code: word.currency };
  return behind - at > 4
    ? nationBehind(reader, end, at, behind)
    : (codeBehind(reader, at, behind, word, at === end) ?? nationBehind(reader, end, at, behind));
}

/** Takes in a second, other name of the currency behind the one at `at`: `pounds sterling`. */
function goesOn(reader: Reader, at: number, end: number, code: string): number {
  const next = reader.gap(end);
  const other = next > end && reader.code(next) !== reader.code(at);
  return other && reader.wordAt(next)?.currency === code ? reader.end : end;
}

function signBehind(reader: Reader, at: number, end: number): Currency | null {
  if (!mayBeSign(reader.code(at))) return null;
  const sign = reader.text[at];
  const code = currencySigns.get(sign);
  if (code !== undefined) return leadsNext(reader, at, end) ? null : { edge: at + 1, code };
  const cents = centSigns.get(sign);
  return cents === undefined ? null : { edge: at + 1, code: cents, cents: true };
}

/** A code of up to four letters, or a short word for cents. */
function codeBehind(
  reader: Reader,
  at: number,
  behind: number,
  word: Word | undefined,
  attached: boolean,
): Currency | null {
  const length = behind - at;
  const dollar = reader.code(behind) === 0x24;
  const first = reader.code(at);
  if (length === 3) {
    const code = codeAt(reader, at);
    const upper = code !== undefined && isUpperCase(first);
    if (code !== undefined) return { edge: dollar && upper ? behind + 1 : behind, code };
  }
  if (length === 4 && (first === 0x4b || first === 0x4d)) {
    const code = reader.text.slice(at + 1, behind);
    if (currencyCodes.has(code)) return { edge: behind, code, times: first === 0x4d ? 1e6 : 1e3 };
  }
  if (length === 2 && dollar) {
    const letters = reader.text.slice(at, behind).toLowerCase();
    const code = /^(?:us|au|ca)$/.test(letters) ? dollarPrefixes.get(letters) : undefined;
    if (code !== undefined) return { edge: behind + 1, code };
  }
  return word?.cent !== undefined && (length > 1 || attached)
    ? { edge: behind, code: word.cent, cents: true }
    : null;
}

function isUpperCase(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Whether a currency's sign behind a number belongs to the number behind the sign: in `10 $ 30 $` it does not. */
function leadsNext(reader: Reader, at: number, end: number): boolean {
  const next = reader.gap(at + 1);
  if (!isDigit(reader.code(next))) return false;
  if (next === at + 1 || at === end) return next === at + 1;
  const following = numeral(reader, next);
  const behind = following === null ? next : reader.gap(following.end);
  return !(
    currencySigns.has(reader.text[behind] ?? '') || reader.wordAt(behind)?.cent !== undefined
  );
}

/** `420 million finnish markka`: an adjective, then the currency's name. */
function nationBehind(reader: Reader, number: number, start: number, end: number): Currency | null {
  const cent = reader.wordAt(start)?.cent;
  if (cent !== undefined && end - start > 4) return { edge: end, code: cent, cents: true };
  const at = reader.gap(end);
  const word = at > end ? reader.wordAt(at) : undefined;
  if (word?.currency === undefined || isDash(reader.code(number))) return null;
  const adjective = reader.text.slice(start, end).toLowerCase();
  const code = nationalCurrency(reader.lexicon.language, adjective, word.currency);
  return code === undefined ? null : { edge: reader.end, code };
}

/** Whether nothing more of the sentence stands behind `end`. */
function isLast(reader: Reader, end: number): boolean {
  const stop = reader.code(end);
  const at = stop === 0x2e || stop === 0x21 || stop === 0x3f ? end + 1 : end;
  return reader.endsLine(at) || (at > end && isCapital(reader, at));
}

function isCapital(reader: Reader, at: number): boolean {
  const first = reader.text[reader.gap(at)] ?? '';
  return reader.gap(at) > at && first !== first.toLowerCase();
}

/** Adds cents behind a whole sum: `$20 and 43c`, `thirteen dollars and forty-five cents`, `20 dollar 43`. */
function withCents(reader: Reader, sum: Measured): Measured {
  if (!Number.isInteger(sum.value) || sum.amount.scale !== 1) return sum;
  let at = reader.gap(sum.end);
  if (at === sum.end) return sum;
  const old = sum.currency === 'GBP' ? shillingsAt(reader, at) : null;
  if (old && old.pounds < 1)
    return {
      ...sum,
      end: old.end,
      value: rounded(sum.value + old.pounds),
      reading: 'pounds, shillings and pence',
    };
  const word = reader.wordAt(at);
  const and = word !== undefined && (word.roles & Role.join) !== 0;
  if (and) at = reader.gap(reader.end);
  const rest = isDigit(reader.code(at))
    ? digitAmount(reader, at, false)
    : reader.wordAt(at)?.cardinal !== undefined
      ? wordAmount(reader, at)
      : null;
  if (
    !rest ||
    rest.start !== at ||
    !Number.isInteger(rest.value) ||
    rest.value > 99 ||
    rest.value < 1 ||
    rest.ordinal
  )
    return sum;
  const behind = currencyBehind(reader, rest.end);
  const bare = behind === null && isLast(reader, rest.end);
  if (!behind?.cents && !bare) return sum;
  return {
    ...sum,
    end: behind?.edge ?? rest.end,
    value: rounded(sum.value + rest.value / 100),
    reading: 'a sum with its hundredths',
  };
}
