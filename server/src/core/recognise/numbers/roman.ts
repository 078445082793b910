import type { NumberMention } from '../mentions.ts';
import type { Reader } from './reader.ts';
import { isLetter } from './reader.ts';

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const form = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

/** A Roman numeral of two to six of the letters I, V, X at `at`: `World War II`, `XX sajand`. */
export function roman(reader: Reader, at: number, end: number): NumberMention | null {
  const text = reader.text.slice(at, end);
  if (
    end - at < 2 ||
    end - at > 6 ||
    !form.test(text) ||
    isLetter(reader.code(end)) ||
    !reader.opens(at)
  )
    return null;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const own = values[text[index] ?? ''] ?? 0;
    value += own < (values[text[index + 1] ?? ''] ?? 0) ? -own : own;
  }
  return { start: at, end, kind: 'ordinal', value, reading: 'a Roman numeral' };
}
