import { fingerprintOf } from '../server/src/core/tags/fingerprint.ts';
import type { TextFingerprint } from '../server/src/core/tags/model.ts';

/** What became of a stretch of text: `untouched` and `touched` ones have a place, `unclear` ones have none that all would agree on. */
export interface Fate {
  readonly kind: 'untouched' | 'touched' | 'gone' | 'unclear';
  readonly place: readonly [start: number, end: number] | null;
}

/** A text before and after edits of which it is known what each did. */
export interface EditedText {
  readonly before: string;
  readonly known: TextFingerprint;
  readonly after: string;
  /** The fate of a stretch of whole words. */
  readonly fateOf: (start: number, end: number) => Fate;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly fate: 'kept' | 'altered' | 'gone';
  readonly newStart: number;
  readonly newEnd: number;
}

/** Random numbers that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/**
 * Edits a share of the words of a text: some go, some give way to another word
 * of the text, some get a misprint, some get a new neighbour, and here and there
 * a run of 10 to 40 words goes.
 */
export function editThroughout(before: string, seed: number, rate: number): EditedText {
  const random = randomOf(seed);
  const found = [...before.matchAll(/\S+/g)];
  const other = (): string => found[Math.floor(random() * found.length)][0];
  const words: Word[] = [];
  const pieces: string[] = [];
  let at = 0;
  let cut = 0;
  let copied = 0;
  for (const { 0: word, index: start } of found) {
    const gap = before.slice(copied, start);
    const end = start + word.length;
    copied = end;
    if (cut === 0 && random() < rate / 40) cut = 10 + Math.floor(random() * 30);
    const dice = cut > 0 ? 0 : random() / rate;
    cut = Math.max(0, cut - 1);
    const [lead, now, fate] = edited(word, dice, other);
    const piece = now === '' ? '' : gap + lead + now;
    pieces.push(piece);
    at += piece.length;
    words.push({ start, end, fate, newStart: at - now.length, newEnd: at });
  }
  const after = pieces.join('') + before.slice(copied);
  return { before, known: fingerprintOf(before), after, fateOf: fatesIn(words) };
}

/** What stands before the word now, the word as it is now, and its fate. */
function edited(word: string, dice: number, other: () => string): [string, string, Word['fate']] {
  if (dice < 0.25) return ['', '', 'gone'];
  if (dice < 0.5) return ['', other(), 'gone'];
  if (dice < 0.75) return [`${other()} `, word, 'kept'];
  if (dice >= 1 || word.length < 4) return ['', word, 'kept'];
  const middle = word.length >> 1;
  return ['', `${word.slice(0, middle)}x${word.slice(middle + 1)}`, 'altered'];
}

/** The text with every run of blanks and single line ends made a blank or a line end at random. */
export function rewrapped(before: string, seed = 5): EditedText {
  const random = randomOf(seed);
  const words: Word[] = [];
  let after = '';
  let copied = 0;
  for (const { 0: word, index: start } of before.matchAll(/\S+/g)) {
    const gap = before.slice(copied, start);
    copied = start + word.length;
    after += /\n\s*\n/.test(gap) || gap === '' ? gap : random() < 0.2 ? '\n' : ' ';
    const newStart = after.length;
    after += word;
    words.push({ start, end: copied, fate: 'kept', newStart, newEnd: after.length });
  }
  return { before, known: fingerprintOf(before), after, fateOf: fatesIn(words) };
}

function fatesIn(words: readonly Word[]): EditedText['fateOf'] {
  return (start, end) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle].start < start) low = middle + 1;
      else high = middle;
    }
    const own: Word[] = [];
    for (let i = low; i < words.length && words[i].end <= end; i++) own.push(words[i]);
    if (own.every(({ fate }) => fate === 'gone')) return { kind: 'gone', place: null };
    const [first, last] = [own[0], own[own.length - 1]];
    if (first.fate === 'gone' || last.fate === 'gone') return { kind: 'unclear', place: null };
    const place = [first.newStart, last.newEnd] as const;
    const whole = own.every(({ fate }) => fate === 'kept') && place[1] - place[0] === end - start;
    return { kind: whole ? 'untouched' : 'touched', place };
  };
}
