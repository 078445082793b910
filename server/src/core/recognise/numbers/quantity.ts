import type { Amount } from './amount.ts';
import { digitAmount } from './amount.ts';
import { Role } from './lexicon.ts';
import type { Measured } from './measured.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from './reader.ts';
import { attachedOnly, longestSymbol, symbolsByLetters, unitSymbols } from './units.ts';

interface Unit {
  readonly end: number;
  readonly unit: string;
}

/** A number with a unit of measure, a duration or an age: `25 km`, `six-mile`, `5 feet 2 inches`, `29 years old`. */
export function quantity(reader: Reader, amount: Amount): Measured | null {
  if (amount.ordinal) return null;
  const found = unitBehind(reader, amount.end);
  if (!found) return age(reader, amount);
  const unit = compound(reader, found);
  const second = smaller(reader, unit);
  const value = amount.value + (second?.value ?? 0);
  const end = aged(reader, second?.end ?? unit.end, unit.unit);
  return {
    start: amount.start,
    end,
    kind: 'quantity',
    value,
    unit: unit.unit,
    reading: amount.reading,
    amount,
  };
}

/** `aged 45`: years, though no unit stands there. */
function age(reader: Reader, amount: Amount): Measured | null {
  const { start, end, value, reading } = amount;
  if (!(value > 0 && value < 130) || amount.scale > 1) return null;
  const word = reader.wordBefore(start);
  if (!word || !(word.roles & Role.ageBefore)) return null;
  return {
    start: reader.start,
    end,
    kind: 'quantity',
    value,
    unit: 'a',
    reading,
    leads: true,
    amount,
  };
}

function unitBehind(reader: Reader, end: number): Unit | null {
  const dash = isDash(reader.code(end));
  const at = dash ? end + 1 : reader.gap(end);
  const attached = at === end || dash;
  const code = reader.code(at);
  if (!isLetter(code) && code !== 0xb0 && code !== 0x2da && code !== 0x2103 && code !== 0x2109)
    return at > end ? bracketed(reader, at) : null;
  if (dash && isSpace(reader.code(at))) return null;
  const word = reader.wordAt(at);
  const letters = reader.end;
  const symbol = symbolAt(reader, at, attached);
  if (symbol) return symbol.unit === '°' ? degrees(reader, symbol.end) : symbol;
  if (dash && word?.joinedUnit !== undefined) return { end: letters, unit: word.joinedUnit };
  if (word?.unit === undefined)
    return word?.power === undefined ? null : powered(reader, letters, word.power);
  if (word.unit === 'wk' || !isDigit(reader.code(letters)))
    return word.unit === '°'
      ? degrees(reader, dotted(reader, letters))
      : { end: letters, unit: word.unit };
  return null;
}

/** `20 (kg)`. */
function bracketed(reader: Reader, at: number): Unit | null {
  const close = closing(reader.code(at));
  if (close === 0) return null;
  const unit = symbolAt(reader, at + 1, true);
  return unit && reader.code(unit.end) === close ? { ...unit, end: unit.end + 1 } : null;
}

/** The bracket that closes what this one opens, 0 where it opens nothing. */
function closing(code: number): number {
  if (code === 0x28) return 0x29;
  return code === 0x7b || code === 0x5b ? code + 2 : 0;
}

/** The longest unit symbol at `at`. */
function symbolAt(reader: Reader, at: number, attached: boolean): Unit | null {
  reader.wordAt(at);
  if (reader.end - at > longestSymbol) return null;
  const symbols = symbolsByLetters.get(reader.text.slice(at, reader.end)) ?? [];
  const symbol = symbols.find(
    (form) => reader.text.startsWith(form, at) && reader.closes(at + form.length),
  );
  const unit = symbol === undefined ? undefined : unitSymbols.get(symbol);
  if (symbol === undefined || unit === undefined) return null;
  return attached || !attachedOnly.has(unit) ? { end: at + symbol.length, unit } : null;
}

/** `square metres`, `cubic feet`, `metric tons`, `nautical miles`. */
function powered(reader: Reader, end: number, power: string): Unit | null {
  const next = reader.code(end) === 0x2d ? end + 1 : reader.gap(end);
  const unit = reader.wordAt(next)?.unit ?? symbolAt(reader, next, true)?.unit;
  if (unit === undefined) return null;
  return { end: reader.end, unit: power === 'nautical' ? 'nmi' : `${unit}${power}` };
}

function dotted(reader: Reader, end: number): number {
  return reader.code(end) === 0x2e && /deg$/.test(reader.text.slice(end - 3, end)) ? end + 1 : end;
}

/** Takes in the scale of temperature behind degrees. */
function degrees(reader: Reader, end: number): Unit {
  const at = reader.gap(end);
  const unit = reader.wordAt(at)?.unit;
  if (unit === '°C' || unit === '°F') return { end: reader.end, unit };
  const letter = reader.end - at === 1 ? reader.text[at]?.toUpperCase() : undefined;
  return letter === 'C' || letter === 'F'
    ? { end: at + 1, unit: `°${letter}` }
    : { end, unit: '°' };
}

/** `miles an hour`, `kilometres per hour`, `km/h`. */
function compound(reader: Reader, unit: Unit): Unit {
  const at = reader.gap(unit.end);
  reader.wordAt(at);
  const by = reader.text.slice(at, reader.end).toLowerCase();
  if (at === unit.end || (by !== 'an' && by !== 'per' && by !== 'a')) return unit;
  const next = reader.gap(reader.end);
  const time = reader.wordAt(next)?.unit;
  if (
    (time !== 'h' && time !== 's') ||
    /[shd]$/.test(reader.text.slice(next, reader.end)) ||
    !/^(km|mi|m|ft)$/.test(unit.unit)
  )
    return unit;
  return { end: reader.end, unit: `${unit.unit}/${time}` };
}

const parts: Readonly<Record<string, readonly [unit: string, share: number]>> = {
  ft: ['in', 12],
  lb: ['oz', 16],
  h: ['min', 60],
  min: ['s', 60],
};

/** The smaller unit behind the greater: `5 feet and 2 inches`, `2 hours 30 minutes`. */
function smaller(reader: Reader, unit: Unit): { end: number; value: number } | null {
  const below = parts[unit.unit];
  if (!below) return null;
  let at = reader.gap(unit.end);
  if (at === unit.end) return null;
  if ((reader.wordAt(at)?.roles ?? 0) & Role.join) at = reader.gap(reader.end);
  const amount = isDigit(reader.code(at)) ? digitAmount(reader, at, false) : null;
  if (!amount || amount.start !== at) return null;
  const next =
    reader.text.slice(reader.gap(amount.end), reader.gap(amount.end) + 2) === 'in' &&
    below[0] === 'in'
      ? { end: reader.gap(amount.end) + 2, unit: 'in' }
      : unitBehind(reader, amount.end);
  const found =
    next?.unit === 'in' && reader.text.startsWith('inch', next.end - 2)
      ? unitBehind(reader, amount.end)
      : next;
  return found && found.unit === below[0]
    ? { end: found.end, value: amount.value / below[1] }
    : null;
}

/** Takes in `old` and the like behind years, months, weeks and days. */
function aged(reader: Reader, end: number, unit: string): number {
  if (unit !== 'a' && unit !== 'mo' && unit !== 'wk' && unit !== 'd') return end;
  const at = isDash(reader.code(end)) ? end + 1 : reader.gap(end);
  if (at === end) return end;
  for (const phrase of reader.lexicon.language.numbers.age) {
    if (reader.text.startsWith(phrase, at) && reader.closes(at + phrase.length))
      return at + phrase.length;
  }
  return end;
}
