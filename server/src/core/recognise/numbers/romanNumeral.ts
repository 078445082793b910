import type { Reader } from './reader.ts';

const values: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};
/** Letters that are a numeral by themselves. */
const single: Readonly<Record<string, number | undefined>> = { I: 1, V: 5, X: 10 };
const form = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** No numeral is longer, in letters. */
export const longest = 15;

/** Whether the unit is one of the letters of Roman numerals. */
export function isRoman(code: number): boolean {
  return code < 0x80 && digits[code] !== 0;
}

/** 1 for the units of `values`. */
const digits = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  String.fromCharCode(unit) in values ? 1 : 0,
);

/** Behind the letters of Roman numerals at `at`. */
export function lettersEnd(reader: Reader, at: number): number {
  let end = at;
  while (isRoman(reader.code(end)) && end - at <= longest) end += 1;
  return end;
}

/** The value of a Roman numeral; 0 where the letters are no Roman numeral, or are as likely something else. */
export function romanValue(text: string): number {
  if (text.length === 1) return single[text] ?? 0;
  if (text === '' || !form.test(text)) return 0;
  if (/[CDM]/.test(text) ? text.length < 4 : text.includes('L') && text.length < 3) return 0;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const own = values[text[index]];
    value += own < (values[text[index + 1]] ?? 0) ? -own : own;
  }
  return value;
}

/** Whether the letters are a Roman numeral, whatever else they may be. */
export function isRomanNumeral(text: string): boolean {
  return form.test(text);
}
