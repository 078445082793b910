import type { NumberMention } from '../mentions.ts';
import { inContext } from './context.ts';
import { make } from './identifier.ts';
import { phraseAt } from './phrases.ts';
import { isSpace, type Reader } from './reader.ts';

/** Degrees, and perhaps minutes and seconds of arc. */
const angle =
  /(\d{1,3}(?:[.,]\d+)?)[ \u00a0]?[°º˚](?:[ \u00a0]?([0-5]?\d(?:[.,]\d+)?)[ \u00a0]?['′’](?:[ \u00a0]?([0-5]?\d(?:[.,]\d+)?)[ \u00a0]?(?:["″”]|['′’]{2}))?)?/y;
/** Degrees without their sign, which only the letter behind tells. */
const decimal = /-?\d{1,3}[.,]\d{2,}/y;

/** Whether the unit is the sign for degrees, or what is often typed for it. */
export function isDegreeSign(code: number): boolean {
  return code === 0xb0 || code === 0xba || code === 0x2da;
}

/** Whether degrees with their sign or with the letter of a hemisphere may stand at `at`; the digits end at `end`, and others follow behind a sign if `joined`. Cheap. */
export function mayBeCoordinate(reader: Reader, end: number, joined: boolean): boolean {
  const behind = joined ? reader.digitsEnd(end + 1) : end;
  const sign = reader.gap(behind);
  const code = reader.code(sign);
  return isDegreeSign(code) || (joined && isHemisphere(code) && reader.closes(sign + 1));
}

/**
 * A place on the globe (`59°26′N 24°45′E`, `59.437° N, 24.7536° E`), one of its
 * two halves, or an angle in minutes of arc, from the first digit at `at`.
 */
export function coordinates(reader: Reader, at: number): NumberMention | null {
  const first = half(reader, at, letterBefore(reader, at));
  if (!first) return angleAt(reader, at);
  const second = secondHalf(reader, first.end);
  const both = second !== null && second.axis !== first.axis;
  if (!both && !first.degrees) return null;
  return make(reader, first.start, both ? second.end : first.end, 'coordinates');
}

interface Half {
  readonly start: number;
  readonly end: number;
  /** 1 for a latitude, 2 for a longitude. */
  readonly axis: number;
  /** Written with the sign for degrees. */
  readonly degrees: boolean;
}

/** A latitude or a longitude, whose digits stand at `at`: the hemisphere's letter is at `letter`, or it stands behind. */
function half(reader: Reader, at: number, letter: number): Half | null {
  const found = match(angle, reader, at);
  const bare = found ? 0 : (match(decimal, reader, at)?.[0].length ?? 0);
  const end = at + (found?.[0].length ?? bare);
  if (end === at) return null;
  const degrees = found !== null;
  if (letter >= 0)
    return degrees ? { start: letter, end, axis: axisOf(reader.code(letter)), degrees } : null;
  const next = reader.gap(end);
  if (isHemisphere(reader.code(next)) && reader.closes(next + 1))
    return { start: at, end: next + 1, axis: axisOf(reader.code(next)), degrees };
  const phrase = degrees ? phraseAt(reader, next, reader.lexicon.hemispheres) : null;
  if (!phrase) return null;
  return { start: at, end: phrase.end, axis: phrase.value, degrees };
}

/** The other half behind the first one and a comma. */
function secondHalf(reader: Reader, end: number): Half | null {
  const comma = reader.code(end) === 0x2c ? end + 1 : end;
  let at = reader.gap(comma);
  const letter = isHemisphere(reader.code(at)) ? at : -1;
  if (letter >= 0) at = reader.gap(at + 1);
  return half(reader, at, letter);
}

/** `59°26′`: an angle. */
function angleAt(reader: Reader, at: number): NumberMention | null {
  const [whole = '', degrees = '', minutes, seconds = '0'] = match(angle, reader, at) ?? [];
  if (minutes === undefined) return null;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  const value = Number((d + m / 60 + s / 3600).toPrecision(15));
  const reading = 'degrees with minutes of arc';
  return inContext(
    reader,
    { start: at, end: at + whole.length, kind: 'quantity', value, unit: '°', reading },
    false,
  );
}

function match(pattern: RegExp, reader: Reader, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(reader.text);
}

/** N, S, E or W. */
function isHemisphere(code: number): boolean {
  return code === 0x4e || code === 0x53 || code === 0x45 || code === 0x57;
}

function axisOf(letter: number): number {
  return letter === 0x4e || letter === 0x53 ? 1 : 2;
}

/** Where the hemisphere's letter stands before the digits at `at`, −1 where there is none. */
function letterBefore(reader: Reader, at: number): number {
  const letter = isSpace(reader.code(at - 1)) ? at - 2 : at - 1;
  const found = letter >= reader.floor && isHemisphere(reader.code(letter));
  return found && reader.opens(letter) ? letter : -1;
}
