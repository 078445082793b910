import { isDash, isDigit, isSpace, type Reader } from './reader.ts';

/** A number with an exponent behind it. */
interface Power {
  readonly end: number;
  readonly value: number;
}

/** `2^10`, `1.5e-3`, `6.02×10^23`, `10⁸`, from the digits that end at `end` and are worth `value`; null where no exponent stands there. */
export function power(reader: Reader, end: number, value: number): Power | null {
  const code = reader.code(end);
  if (code === 0x65 || code === 0x45) {
    const exponent = signedDigits(reader, end + 1);
    return exponent && reader.closes(exponent.end)
      ? { end: exponent.end, value: Number(`${value}e${exponent.value}`) }
      : null;
  }
  const exponent = exponentAt(reader, end, value);
  if (exponent) return { end: exponent.end, value: raised(value, exponent.value) };
  const sign = isSpace(code) ? end + 1 : end;
  const times = reader.code(sign);
  if (times !== 0xd7 && times !== 0x78 && times !== 0xb7) return null;
  const base = isSpace(reader.code(sign + 1)) ? sign + 2 : sign + 1;
  if (reader.code(base) !== 0x31 || reader.code(base + 1) !== 0x30) return null;
  const ten = exponentAt(reader, base + 2, 10);
  return ten && { end: ten.end, value: Number(`${value}e${ten.value}`) };
}

function raised(base: number, exponent: number): number {
  return base === 10 ? Number(`1e${exponent}`) : base ** exponent;
}

/** `^23` behind any number, superscript digits behind 10; elsewhere those are a reference to a note. */
function exponentAt(reader: Reader, at: number, base: number): Power | null {
  if (reader.code(at) === 0x5e) return signedDigits(reader, at + 1);
  if (base !== 10) return null;
  const negative = reader.code(at) === 0x207b;
  let end = negative ? at + 1 : at;
  let value = 0;
  for (; superscript(reader.code(end)) >= 0 && end - at < 4; end += 1)
    value = value * 10 + superscript(reader.code(end));
  return end === (negative ? at + 1 : at) ? null : { end, value: negative ? -value : value };
}

function superscript(code: number): number {
  if (code === 0xb9) return 1;
  if (code === 0xb2 || code === 0xb3) return code - 0xb0;
  return code === 0x2070 || (code >= 0x2074 && code <= 0x2079) ? code - 0x2070 : -1;
}

/** Up to three digits with or without a sign. */
function signedDigits(reader: Reader, at: number): Power | null {
  const minus = isDash(reader.code(at));
  const first = minus || reader.code(at) === 0x2b ? at + 1 : at;
  let end = first;
  let value = 0;
  for (; isDigit(reader.code(end)) && end - first < 4; end += 1)
    value = value * 10 + reader.code(end) - 0x30;
  return end === first || end - first > 3 ? null : { end, value: minus ? -value : value };
}
