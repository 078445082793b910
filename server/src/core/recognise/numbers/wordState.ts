import type { Word } from './lexicon.ts';
import type { Reader } from './reader.ts';

/** Size classes of the parts of a number word sequence. */
export const Level = { none: 0, ones: 1, teens: 2, tens: 3, hundreds: 4 } as const;
export type Level = (typeof Level)[keyof typeof Level];

function levelOf(value: number): Level {
  if (value < 10) return Level.ones;
  if (value < 20) return Level.teens;
  return value < 100 ? Level.tens : Level.hundreds;
}

/** What has been read of a sequence of number words so far. */
export interface State {
  total: number;
  /** What the next scale word multiplies. */
  group: number;
  level: Level;
  lastScale: number;
  /** Value of the last tens word, for `twenty fifths`. */
  tens: number;
  /** What stood before two numbers side by side were joined (`one twenty`), 0 where none were. */
  before: number;
  any: boolean;
  end: number;
}

/** Adds a cardinal or scale word to the state; false where it does not fit. */
export function take(reader: Reader, state: State, word: Word, end: number): boolean {
  if (word.cardinal !== undefined && (word.scale === undefined || !state.any)) {
    if (!fits(reader, state, word.cardinal)) return false;
    addOnes(state, word.cardinal);
  } else if (word.scale !== undefined) {
    if (!multiply(state, word.scale)) return false;
  } else return false;
  state.any = true;
  state.end = end;
  return true;
}

/** Whether a cardinal can go on with the number read so far. */
export function fits(reader: Reader, state: State, value: number): boolean {
  const level = levelOf(value);
  if (state.level === Level.none) return true;
  if (state.level === Level.hundreds) return level < Level.hundreds && value > 0;
  if (state.level === Level.tens && level === Level.ones)
    return value > 0 && Number.isInteger(value);
  const pairs = reader.lexicon.language.numbers.pairs === true;
  return (
    pairs &&
    state.total === 0 &&
    state.group > 0 &&
    state.group < 100 &&
    (level === Level.teens || level === Level.tens)
  );
}

function addOnes(state: State, value: number): void {
  const pair =
    state.level !== Level.none &&
    state.level !== Level.hundreds &&
    !(state.level === Level.tens && value < 10);
  if (pair) state.before = state.group;
  state.group = pair ? state.group * 100 + value : state.group + value;
  state.level = levelOf(value);
  if (state.level === Level.tens) state.tens = value;
}

function multiply(state: State, scale: number): boolean {
  if (scale <= 100) {
    if (state.group >= 100) return false;
    state.group = (state.group || 1) * scale;
    state.level = Level.hundreds;
    return true;
  }
  if (scale >= state.lastScale) {
    if (state.group > 0) return false;
    state.total *= scale;
  } else state.total += (state.group || 1) * scale;
  state.group = 0;
  state.level = Level.none;
  state.lastScale = scale;
  return true;
}
