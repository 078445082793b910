import type { NumberMention } from '../mentions.ts';
import type { Amount } from './amount.ts';
import { isLetter, isSpace, type Reader } from './reader.ts';

const suffixes = new WeakMap<object, ReadonlySet<string>>();

function suffixesOf(reader: Reader): ReadonlySet<string> {
  const { numbers } = reader.lexicon.language;
  let found = suffixes.get(numbers);
  if (!found) {
    found = new Set(numbers.ordinalSuffixes.split(' '));
    suffixes.set(numbers, found);
  }
  return found;
}

/** Whole digits with the suffix of an ordinal (`7th`, `3-й`), or with its full stop where the language has one (`7. konverents`). */
export function ordinalBehind(reader: Reader, amount: Amount): NumberMention | null {
  if (!amount.digits || amount.digits.decimals > 0 || amount.scale !== 1 || amount.fraction)
    return null;
  const { end } = amount.digits;
  const suffixEnd = suffixEndAt(reader, end);
  if (suffixEnd > end && suffixesOf(reader).has(reader.text.slice(end, suffixEnd).toLowerCase())) {
    return {
      start: amount.start,
      end: suffixEnd,
      kind: 'ordinal',
      value: amount.value,
      reading: `“${reader.text.slice(end, suffixEnd)}” makes an ordinal`,
    };
  }
  if (
    !reader.lexicon.language.numbers.ordinalDot ||
    reader.code(end) !== 0x2e ||
    !dotFollowed(reader, amount.start, end + 1)
  )
    return null;
  return {
    start: amount.start,
    end: end + 1,
    kind: 'ordinal',
    value: amount.value,
    reading: 'a full stop makes an ordinal',
  };
}

/** Behind a hyphen or full stop and the letters that follow the digits directly. */
export function suffixEndAt(reader: Reader, end: number): number {
  const code = reader.code(end);
  const joined =
    (code === 0x2d || code === 0x2e || code === 0x2011) && isLetter(reader.code(end + 1));
  if (!joined && !isLetter(code)) return end;
  reader.wordAt(joined ? end + 1 : end);
  return reader.end;
}

/** Whether a lower-case word follows the full stop, or the number has a line to itself. */
function dotFollowed(reader: Reader, start: number, end: number): boolean {
  const at = reader.gap(end);
  if (reader.endsLine(end)) return reader.startsLine(start);
  const letter = reader.text[at] ?? '';
  return (
    (at > end || !isSpace(reader.code(at))) &&
    isLetter(reader.code(at)) &&
    letter === letter.toLowerCase()
  );
}
