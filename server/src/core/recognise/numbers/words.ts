import { Role, type Word } from './lexicon.ts';
import { isDash, isSpace, type Reader } from './reader.ts';
import { fits, Level, type State, take } from './wordState.ts';

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

/**
 * The longest number that the words from `at` make: cardinals with scales
 * (`three hundred and five thousand`), ordinals, fractions and decimals
 * (`two point five million`). With `and` false no `and` is read, as inside
 * `between … and …`.
 */
export function spelled(reader: Reader, at: number, and = true): Spelled | null {
  const first = reader.wordAt(at);
  if (!first) return null;
  if (first.cardinal === undefined && first.ordinal === undefined) {
    const fraction = first.fraction ?? (beforeUnit(reader) ? first.partOfUnit : undefined);
    if (fraction !== undefined) return part(reader, at, fraction);
  }
  const state: State = {
    total: 0,
    group: 0,
    level: Level.none,
    lastScale: Infinity,
    tens: 0,
    before: 0,
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
      (word.ordinal ?? word.denominator ?? word.fraction) ? finish(reader, state, word, end) : null;
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

/** How a number ends. */
type Ending = Pick<Spelled, 'end' | 'value' | 'ordinal' | 'fraction'>;

/** Ends the number with an ordinal word or a denominator; null where it fits neither way. */
function finish(reader: Reader, state: State, word: Word, end: number): Ending | null {
  const value = state.total + state.group;
  if (word.denominator !== undefined && state.any && isDenominator(reader, state.end, word, end)) {
    const compound = state.level === Level.tens && word.denominator < 10;
    const upper = compound ? state.before || value - state.tens : value;
    const whole = compound && upper > 0 ? state.tens + word.denominator : word.denominator;
    return fractionOf(end, (upper || value) / whole);
  }
  if (!state.any) return word.ordinal === undefined ? null : ordinalOf(end, word.ordinal);
  if (word.ordinal === undefined)
    return value === 1 && word.fraction !== undefined ? fractionOf(end, word.fraction) : null;
  if (state.before === 1 && state.level === Level.tens && word.ordinal < 10)
    return fractionOf(end, 1 / (state.tens + word.ordinal));
  if (
    word.ordinal < 100 &&
    fits(reader, state, word.ordinal) &&
    !(state.level === Level.ones && word.ordinal >= 10)
  )
    return ordinalOf(end, value + word.ordinal);
  if (word.ordinal >= 100) return ordinalOf(end, state.total + (state.group || 1) * word.ordinal);
  return value === 1 ? fractionOf(end, 1 / word.ordinal) : null;
}

function ordinalOf(end: number, value: number): Ending {
  return { end, value, ordinal: true, fraction: false };
}

function fractionOf(end: number, value: number): Ending {
  return { end, value, ordinal: false, fraction: true };
}

/** Whether the word is a denominator here: quarters of the year are none, unless `of` follows or a hyphen joins them. */
function isDenominator(reader: Reader, before: number, word: Word, end: number): boolean {
  if (!(word.roles & Role.quarter) || isDash(reader.code(before))) return true;
  const next = reader.gap(end);
  return next > end && ((reader.wordAt(next)?.roles ?? 0) & Role.of) !== 0;
}

/** Whether a unit, a currency or a scale word stands behind the word read last. */
function beforeUnit(reader: Reader): boolean {
  const next = reader.gap(reader.end);
  const word = next === reader.end ? undefined : reader.wordAt(next);
  if (!word) return false;
  return word.unit !== undefined || word.currency !== undefined || (word.scale ?? 0) >= 1000;
}

/** `half`, `half a million`, `quarter million`, with the word for the part at `at`. */
function part(reader: Reader, at: number, fraction: number): Spelled {
  reader.wordAt(at);
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

/** Adds `and a half` and the like behind `whole`; the fraction is of `unit`, unless it has a scale of its own. */
export function withFraction(reader: Reader, whole: Spelled, unit: number): Spelled | null {
  const joint = reader.gap(whole.end);
  const roles = joint === whole.end ? 0 : (reader.wordAt(joint)?.roles ?? 0);
  if (!(roles & (Role.and | Role.join))) return null;
  let at = reader.gap(reader.end);
  if ((reader.wordAt(at)?.roles ?? 0) & Role.article) at = reader.gap(reader.end);
  const fraction = simpleFraction(reader, at);
  if (!fraction) return null;
  const scale = reader.wordAt(reader.gap(fraction.end))?.scale;
  if (scale === undefined)
    return {
      ...whole,
      end: fraction.end,
      value: whole.value + fraction.value * unit,
      fraction: unit === 1,
    };
  const value =
    unit > scale ? whole.value + fraction.value * scale : (whole.value + fraction.value) * scale;
  return unit > 1 && unit <= scale ? null : { ...whole, end: reader.end, value, scale };
}

/** A proper fraction without a scale: `half`, `a third`, `three quarters`. */
function simpleFraction(reader: Reader, at: number): { end: number; value: number } | null {
  const value = reader.wordAt(at)?.fraction;
  if (value !== undefined) return { end: reader.end, value };
  const read = spelled(reader, at, false);
  if (!read || read.value === 0) return null;
  if (read.ordinal && read.value > 2 && read.value < 100)
    return { end: read.end, value: 1 / read.value };
  return read.fraction && read.value < 1 ? read : null;
}
