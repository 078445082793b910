import { lowerCase, type Phrase } from './lexicon.ts';
import { isSpace, type Reader } from './reader.ts';

/** The first of the phrases that stands at `at`, however its words are spaced; with the last full stop of an abbreviation, unless that ends the sentence. */
export function phraseAt(
  reader: Reader,
  at: number,
  phrases: readonly Phrase[],
): { end: number; value: number } | null {
  const unit = lowerCase(reader.code(at));
  for (const { words, first, value } of phrases) {
    const end = first === unit ? wordsEnd(reader, at, words) : 0;
    if (end === 0) continue;
    const stop =
      reader.code(end) === 0x2e && words.includes('.') && !isSentenceEnd(reader, end + 1);
    return { end: stop ? end + 1 : end, value };
  }
  return null;
}

/** End of the words at `at`, 0 where others stand there. */
function wordsEnd(reader: Reader, at: number, words: string): number {
  let end = at;
  for (let index = 0; index < words.length; index += 1) {
    const unit = words.charCodeAt(index);
    if (unit === 0x5f) {
      const next = reader.gap(end);
      if (next === end && reader.code(end - 1) !== 0x2e) return 0;
      end = next;
    } else if (lowerCase(reader.code(end)) === unit) end += 1;
    else return 0;
  }
  return reader.closes(end) ? end : 0;
}

/** Whether a sentence ends before `at`: nothing or a capital follows. */
export function isSentenceEnd(reader: Reader, at: number): boolean {
  const next = reader.text[reader.gap(at)] ?? '';
  return next === '' || (isSpace(reader.code(at)) && next !== next.toLowerCase());
}
