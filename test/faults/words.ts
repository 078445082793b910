/** Ends of words that are hard on offsets: a combining mark, a family of four code points, other scripts. */
const endings = ['', '', '', '\u0301', '👩‍👩‍👧', '語', 'שלום', 'ß'];
/** How many they are: a word whose number is a multiple of it ends with a letter. */
export const ENDS = endings.length;
const LETTERS = 'bcdfghjklmnpqrstvwxz';
const COUNT = LETTERS.length ** 5;
/** Shares no factor with `COUNT`: neighbours' words differ in every letter. */
const STEP = 1_234_577;

/**
 * A word that no other number gives, and that is found in no other: six
 * letters, then perhaps something that takes several code units.
 */
export function wordOf(number: number): string {
  let letters = '';
  for (let rest = (number * STEP) % COUNT, i = 0; i < 5; i++) {
    letters += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `K${letters}${endings[number % ENDS]}`;
}

/** A text of the words with the numbers from `first` to `first + count - 1`, seven a line. */
export function textOf(first: number, count: number, lineEnd: string): string {
  let text = '';
  for (let i = 0; i < count; i++) {
    const behind = i % 7 < 6 ? ' ' : `.${lineEnd}${i % 28 === 27 ? lineEnd : ''}`;
    text += wordOf(first + i) + behind;
  }
  return text;
}
