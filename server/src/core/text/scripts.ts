import { extended } from './marks.ts';
import { bitsAt, UnitClass } from './units.ts';

/** Longest stretch given to the segmenter at once, in UTF-16 units. */
const window = 64;
let segmenter: Intl.Segmenter | undefined;

/**
 * Where the token ends that starts at `from` in a script written without
 * spaces: one Han character; a run of hiragana or of katakana; a word, by the
 * dictionaries of `Intl.Segmenter`, in Thai, Lao, Burmese and Khmer.
 */
export function scriptTokenEnd(text: string, from: number): number {
  const script = bitsAt(text, from);
  if (script === UnitClass.ideograph) return extended(text, from + 1);
  let end = from + 1;
  const limit = script === UnitClass.unspaced ? from + window : text.length;
  while (end < limit && bitsAt(text, end) === script) end++;
  if (script !== UnitClass.unspaced) return extended(text, end);
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment } of segmenter.segment(text.slice(from, end))) return from + segment.length;
  return end;
}
