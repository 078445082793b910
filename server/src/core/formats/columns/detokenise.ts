/** Stands close to the word before it. */
const closing = /^[.,;:!?…\p{Pe}،؛؟۔।॥、。，．！？；：]+$/u;
/** Stands close to the word behind it. */
const opening = /^[\p{Ps}¿¡]+$/u;
/** What English tokenisers cut off words. */
const clitic = /^(?:n['’]t|['’](?:s|m|d|re|ve|ll))$/iu;
/** Scripts that are written without spaces between words. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}、。，．！？；：「」『』（）《》]/u;

/** Marks of one kind, some of which open in one language and close in the other. */
interface Quotes {
  readonly opening: readonly string[];
  readonly either: readonly string[];
  readonly closing: readonly string[];
}

const quotes: readonly Quotes[] = [
  { opening: ['„', '``'], either: ['“', '"', '”', '‟', "''"], closing: [] },
  { opening: ['‚'], either: ['‘'], closing: ['’'] },
  { opening: [], either: ['«', '»'], closing: [] },
  { opening: [], either: ['‹', '›'], closing: [] },
];
/** Close where nothing is open and no other follows. */
const closers = new Set(['”', '‟', '»', '›', "''"]);

type Side = 'before' | 'behind' | null;

/**
 * Whether a space stands before each word of a sentence, as people write:
 * none before what closes and behind what opens, whatever the language, and
 * none within scripts that have no spaces.
 */
export function spacesBefore(words: readonly string[]): boolean[] {
  const sides = words.map(sideOf);
  for (const kind of quotes) pairQuotes(words, kind, sides);
  return words.map((word, i) => {
    const before = words[i - 1];
    if (before === undefined || sides[i - 1] === 'behind' || sides[i] === 'before') return false;
    if (clitic.test(word)) return false;
    return !(unspaced.test(lastOf(before)) && unspaced.test(firstOf(word)));
  });
}

function sideOf(word: string): Side {
  if (closing.test(word)) return 'before';
  return opening.test(word) ? 'behind' : null;
}

/** Gives the quotation marks of one kind their sides, the first opens, the next closes. */
function pairQuotes(words: readonly string[], kind: Quotes, sides: Side[]): void {
  const known = new Set([...kind.opening, ...kind.either, ...kind.closing]);
  const places = words.flatMap((word, i) => (known.has(word) ? [i] : []));
  let open = false;
  places.forEach((at, n) => {
    const mark = words[at];
    if (kind.opening.includes(mark)) open = true;
    else if (kind.closing.includes(mark)) open = false;
    else if (open) open = false;
    else open = n + 1 < places.length || (!closers.has(mark) && at < words.length - 1);
    sides[at] = open ? 'behind' : 'before';
  });
}

function firstOf(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 32);
}

function lastOf(word: string): string {
  return Array.from(word).pop() ?? '';
}
