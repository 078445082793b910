import { Role, type Word } from './lexicon.ts';
import { isDash, isSpace, type Reader } from './reader.ts';

/** A number written in words. */
export interface Spelled {
  readonly end: number;
  readonly value: number;
  readonly ordinal: boolean;
  /** It is a fraction, or ends with one. */
  readonly fraction: boolean;
  /** Its first word multiplies (`hundred thousand`), so that an article may stand before it. */
  readonly bare: boolean;
  /** The last scale word's value, 1 where there is none. */
  readonly scale: number;
}

/** Size classes of the parts of a number word sequence. */
const Level = { none: 0, ones: 1, teens: 2, tens: 3, hundreds: 4 } as const;
type Level = (typeof Level)[keyof typeof Level];

function levelOf(value: number): Level {
  if (value < 10) return Level.ones;
  if (value < 20) return Level.teens;
  return value < 100 ? Level.tens : Level.hundreds;
}

/** What has been read of a sequence so far. */
interface State {
  total: number;
  /** What the next scale word multiplies. */
  group: number;
  level: Level;
  lastScale: number;
  /** Value of the last tens word, for `twenty fifths`. */
  tens: number;
  any: boolean;
  end: number;
}

/**
 * The longest number that the words from `at` make: cardinals with scales
 * (`three hundred and five thousand`), ordinals, fractions and decimals
 * (`two point five million`). With `and` false no `and` is read, as inside
 * `between … and …`.
 */
export function spelled(reader: Reader, at: number, and = true): Spelled | null {
  const first = reader.wordAt(at);
  if (!first) return null;
  if (first.fraction !== undefined && first.cardinal === undefined) return part(reader, first);
  const state: State = {
    total: 0,
    group: 0,
    level: Level.none,
    lastScale: Infinity,
    tens: 0,
    any: false,
    end: at,
  };
  const bare = first.cardinal === undefined && first.scale !== undefined;
  let scale = 1;
  let next = at;
  while (next >= 0) {
    const word = reader.wordAt(next);
    const end = reader.end;
    if (!word) break;
    const last =
      word.ordinal !== undefined || word.denominator !== undefined
        ? finish(reader, state, word, end)
        : null;
    if (last) return { ...last, bare, scale };
    if (and && word.roles & Role.and && state.any && state.total + state.group >= 100) {
      const joined = afterAnd(reader, state, end);
      if (!joined) break;
      next = joined;
      continue;
    }
    if (!take(reader, state, word, end)) break;
    if (word.scale !== undefined) scale = word.scale;
    next = onward(reader, end);
  }
  if (!state.any) return null;
  const whole = {
    end: state.end,
    value: state.total + state.group,
    ordinal: false,
    fraction: false,
    bare,
    scale,
  };
  return pointed(reader, whole) ?? mixed(reader, whole, state, and) ?? whole;
}

/** Where the next word begins behind a gap or a joining hyphen, −1 where there is neither. */
function onward(reader: Reader, end: number): number {
  const code = reader.code(end);
  if (isDash(code) && code !== 0x2212) return end + 1;
  const behind = reader.gap(end);
  if (behind === end) return -1;
  return reader.code(behind) === 0x2d && isSpace(reader.code(behind + 1)) ? behind + 2 : behind;
}

/** Adds a cardinal or scale word to the state; false where it does not fit. */
function take(reader: Reader, state: State, word: Word, end: number): boolean {
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

function fits(reader: Reader, state: State, value: number): boolean {
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

/** Where the word behind `and` begins, if it is a cardinal that goes on with the number; 0 if not. */
function afterAnd(reader: Reader, state: State, end: number): number {
  const next = reader.gap(end);
  const word = reader.wordAt(next);
  if (word?.cardinal === undefined && word?.ordinal === undefined) return 0;
  if (
    word.cardinal !== undefined &&
    !fits(reader, { ...state, level: state.level || Level.hundreds }, word.cardinal)
  )
    return 0;
  const ahead = spelled(reader, next, false);
  if (!ahead || ahead.fraction) return 0;
  return ahead.value < (state.level === Level.none ? state.lastScale : 100) ||
    ahead.scale < state.lastScale
    ? next
    : 0;
}

/** Ends the number with an ordinal word or a denominator; null where it fits neither way. */
function finish(
  reader: Reader,
  state: State,
  word: Word,
  end: number,
): Pick<Spelled, 'end' | 'value' | 'ordinal' | 'fraction'> | null {
  const value = state.total + state.group;
  if (word.denominator !== undefined && state.any) {
    const numerator = value - state.tens;
    const compound = state.level === Level.tens && word.denominator < 10 && numerator > 0;
    const parts = compound ? numerator / (state.tens + word.denominator) : value / word.denominator;
    return { end, value: parts, ordinal: false, fraction: true };
  }
  const ordinal = word.ordinal;
  if (ordinal === undefined) return null;
  if (!state.any) return compoundOrdinal(end, ordinal);
  if (
    ordinal < 100 &&
    fits(reader, state, ordinal) &&
    !(state.level === Level.ones && ordinal >= 10)
  ) {
    return { end, value: value + ordinal, ordinal: true, fraction: false };
  }
  if (ordinal >= 100)
    return {
      end,
      value: state.total + (state.group || 1) * ordinal,
      ordinal: true,
      fraction: false,
    };
  return value === 1 ? { end, value: 1 / ordinal, ordinal: false, fraction: true } : null;
}

function compoundOrdinal(
  end: number,
  value: number,
): Pick<Spelled, 'end' | 'value' | 'ordinal' | 'fraction'> {
  return { end, value, ordinal: true, fraction: false };
}

/** `half`, `half a million`, `quarter million`, with the word for the part at `at`. */
function part(reader: Reader, word: Word): Spelled {
  const fraction = word.fraction ?? 1;
  const end = reader.end;
  let next = onward(reader, end);
  let follows = next < 0 ? undefined : reader.wordAt(next);
  if (follows && follows.roles & Role.article) {
    next = reader.gap(reader.end);
    follows = reader.wordAt(next);
  }
  if (follows?.scale !== undefined) {
    const rest = spelled(reader, next, false);
    if (rest && !rest.ordinal)
      return { ...rest, value: fraction * rest.value, fraction: rest.value < 10, bare: true };
  }
  return {
    end,
    value: fraction,
    ordinal: false,
    fraction: true,
    bare: true,
    scale: 1,
  };
}

/** `two point five million`: the digits are words behind `point`. */
function pointed(reader: Reader, whole: Spelled): Spelled | null {
  const at = reader.gap(whole.end);
  if (at === whole.end || !((reader.wordAt(at)?.roles ?? 0) & Role.point)) return null;
  return decimals(reader, whole, reader.gap(reader.end));
}

/** Reads the decimals at `at`, digit words or digits, and a scale behind them. */
export function decimals(reader: Reader, whole: Spelled, at: number): Spelled | null {
  let digits = '';
  let end = at;
  let next = at;
  while (digits.length < 15) {
    const value = reader.wordAt(next)?.cardinal;
    if (value === undefined || !Number.isInteger(value)) break;
    digits += String(value);
    end = reader.end;
    next = reader.gap(end);
  }
  if (digits === '') {
    while (reader.code(end) >= 0x30 && reader.code(end) <= 0x39) end += 1;
    digits = reader.text.slice(at, end);
  }
  if (digits === '') return null;
  const value = Number(`${whole.value}.${digits}`);
  const scale = reader.wordAt(reader.gap(end))?.scale;
  return scale === undefined
    ? { ...whole, end, value }
    : { ...whole, end: reader.end, value: value * scale, scale };
}

/** `five and a quarter`, `three million and a half`: a fraction behind `and`, of the last scale where it stands behind one. */
function mixed(reader: Reader, whole: Spelled, state: State, and: boolean): Spelled | null {
  if (!and) return null;
  return withFraction(reader, whole, state.level === Level.none ? state.lastScale : 1);
}

/** Adds `and a half` and the like behind `whole`; the fraction is of `unit`. */
export function withFraction(reader: Reader, whole: Spelled, unit: number): Spelled | null {
  const joint = reader.gap(whole.end);
  if (joint === whole.end || !((reader.wordAt(joint)?.roles ?? 0) & Role.and)) return null;
  let at = reader.gap(reader.end);
  const word = reader.wordAt(at);
  const article = ((word?.roles ?? 0) & Role.article) !== 0;
  if (article) at = reader.gap(reader.end);
  const first = article ? reader.wordAt(at) : word;
  if (!first) return null;
  const fraction = spelled(reader, at, false);
  if (!fraction?.fraction || fraction.value >= 1) return null;
  return {
    ...whole,
    end: fraction.end,
    value: whole.value + fraction.value * unit,
    fraction: unit === 1,
  };
}
