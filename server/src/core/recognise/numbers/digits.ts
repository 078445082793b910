import type { NumberMention } from '../mentions.ts';
import { standsAlone } from './alone.ts';
import { coordinates, isDegreeSign, mayBeCoordinate } from './coordinates.ts';
import { isDateSign, numericDate } from './dates/numeric.ts';
import { quarterCode } from './dates/parts.ts';
import { minutesFirst } from './dates/spoken.ts';
import { dayFirst } from './dates/textual.ts';
import { time } from './dates/time.ts';
import { year } from './dates/year.ts';
import { isApostrophe } from './dates/yearBehind.ts';
import { identifier, isPlaceSign } from './identifier.ts';
import { Role, type Word } from './lexicon.ts';
import { named } from './named.ts';
import { digitNumber, plainNumber } from './number.ts';
import { exactDigits } from './numeral.ts';
import { phone } from './phone.ts';
import { isDash, isDigit, isLetter, isSpace, type Reader } from './reader.ts';
import { sterling } from './sterling.ts';

/** The mention that begins with the first digit at `at`, read by the first recogniser that can; those that cannot are not asked. */
export function digits(reader: Reader, at: number): NumberMention | null {
  const site = siteOf(reader, at);
  return (
    (mayBeDate(site) ? numericDate(reader, at) : null) ??
    (mayBePhone(site) ? phone(reader, at) : null) ??
    (mayBeDay(site) ? dayFirst(reader, at) : null) ??
    marked(site, at) ??
    (mayBeTime(site) ? time(reader, at) : null) ??
    (site.attached ? quarterCode(reader, at) : null) ??
    (mayBeIdentifier(site) ? identifier(reader, at) : null) ??
    (mayBeNamed(site) ? named(reader, at) : null) ??
    (mayBeYear(site) ? year(reader, at) : null) ??
    (isPlain(site, at) ? plainNumber(reader, at, at + site.length) : digitNumber(reader, at))
  );
}

/** Whether the digits are a whole number and nothing else, however far one looks. */
function isPlain({ reader, length, joint, suffixed }: Site, at: number): boolean {
  return joint === 0 && !suffixed && length <= exactDigits && standsAlone(reader, at, at + length);
}

/** What stands around a run of digits, looked at once for all recognisers. */
interface Site {
  readonly reader: Reader;
  /** How many digits there are. */
  readonly length: number;
  /** The first digit. */
  readonly first: number;
  /** Something stands before the digits without a space between. */
  readonly attached: boolean;
  /** The unit before the digits and the spaces before them. */
  readonly prior: number;
  /** Roles of the word before the digits; any role where a mark or more spaces part it from them (`tel.: 5`). */
  readonly cue: number;
  /** The unit behind the digits. */
  readonly behind: number;
  /** The one unit between these digits and the next ones, 0 where there is not just one. */
  readonly joint: number;
  /** A letter, a full stop or a dash stands directly behind the digits. */
  readonly suffixed: boolean;
  /** The first unit behind the digits and the spaces behind them, 0 where there are no spaces. */
  readonly next: number;
  /** The word behind the spaces, if the lexicon knows it, and its length whether or not. */
  readonly follower: Word | undefined;
  readonly letters: number;
}

const anyRole = -1;

function siteOf(reader: Reader, at: number): Site {
  const end = reader.digitsEnd(at);
  const behind = reader.code(end);
  const next = reader.gap(end);
  const apart = next > end;
  const follower = apart ? reader.wordAt(next) : undefined;
  const letters = apart ? reader.end - next : 0;
  const back = reader.gapBefore(at);
  const prior = reader.code(back - 1);
  const hidden = isMark(prior) || isSpace(prior) || prior === 0x0a;
  const cue = hidden ? anyRole : (reader.wordBefore(at)?.roles ?? 0);
  return {
    reader,
    length: end - at,
    first: reader.code(at),
    attached: back === at,
    prior,
    cue,
    behind,
    joint: isDigit(reader.code(end + 1)) ? behind : 0,
    suffixed: isLetter(behind) || behind === 0x2e || isDash(behind),
    next: apart ? reader.code(next) : 0,
    follower,
    letters,
  };
}

/** Marks behind an abbreviation or a label. */
function isMark(code: number): boolean {
  return code === 0x2e || code === 0x3a || code === 0x29;
}

const { label, labels, clock, afterChrist, dateOf, join, to } = Role;
const { century, yearBehind, at: atTime } = Role;

/** Joined to other digits by a hyphen, a full stop or a slash, or with the sign for a year or a month behind. */
function mayBeDate({ joint, behind }: Site): boolean {
  return joint === 0x2d || joint === 0x2e || joint === 0x2f || isDateSign(behind);
}

/** Behind a sign or a bracket, behind a word for it, or three digits joined to others. */
function mayBePhone({ length, joint, attached, cue }: Site): boolean {
  return attached || (length === 3 && joint !== 0) || (cue & Role.phone) !== 0;
}

/** Before a month's name, or joined to another day. */
function mayBeDay({ length, joint, suffixed, next, follower }: Site): boolean {
  if (length > 2) return false;
  if (suffixed || joint === 0x2f || isDash(next)) return true;
  if (follower === undefined) return false;
  return follower.month !== undefined || (follower.roles & (dateOf | join | to)) !== 0;
}

/** With minutes, behind another time, with the half of the day or a word for the hour behind it, or behind a word for the clock. */
function mayBeTime(site: Site): boolean {
  const { reader, length, attached, joint, behind, cue, follower, letters } = site;
  if (length > 4) return false;
  if (attached && reader.behindTime) return true;
  if (joint === 0x3a || joint === 0x2e || isLetter(behind) || (cue & (clock | atTime)) !== 0)
    return true;
  // `o'clock` begins with a word of one letter.
  return letters > 0 && (letters <= 2 || follower?.unit === 'h');
}

/** Old money, minutes past an hour or coordinates: short numbers of which the sign or word behind them says so. */
function marked(site: Site, at: number): NumberMention | null {
  const { reader, length, behind, joint, next, follower } = site;
  if (length > 3) return null;
  if (behind === 0x73) return isLetter(reader.code(at + length + 1)) ? null : sterling(reader, at);
  if (joint === 0x2e || joint === 0x2c || behind >= 0xb0 || next >= 0xb0)
    return mayBePlace(site, at) ? coordinates(reader, at) : null;
  const minutes =
    follower !== undefined && length < 3 && (follower.clockJoint || follower.unit === 'min');
  return minutes ? minutesFirst(reader, at) : null;
}

/** Degrees, or decimals with the letter of a hemisphere behind. */
function mayBePlace({ reader, length, joint, behind, next }: Site, at: number): boolean {
  const joined = joint === 0x2e || joint === 0x2c;
  if (!joined && !isDegreeSign(behind) && !isDegreeSign(next)) return false;
  return mayBeCoordinate(reader, at + length, joined);
}

/** Part of a name or a code, behind a label, or in the list behind one. */
function mayBeIdentifier({ reader, attached, joint, prior, cue }: Site): boolean {
  return (
    attached ||
    joint === 0x2d ||
    isPlaceSign(prior) ||
    (cue & (label | labels)) !== 0 ||
    reader.listed === reader.floor
  );
}

/** `9/11`, as long as a postal code, or behind a word with a capital. */
function mayBeNamed({ reader, length, joint, attached, prior }: Site): boolean {
  if (joint === 0x2f || length === 5 || length === 6) return true;
  return !attached && isLetter(prior) && reader.capitals;
}

/** Four digits from 1000 to 2999, two behind an apostrophe, or others with the mark of a decade, a century or an era. */
function mayBeYear(site: Site): boolean {
  const { length, first, attached, prior, cue, suffixed, behind, follower, letters } = site;
  if (length > 4) return false;
  return (
    (attached && length === 2 && isApostrophe(prior)) ||
    (length === 4 && (first === 0x31 || first === 0x32)) ||
    suffixed ||
    behind === 0x27 ||
    behind === 0x2019 ||
    (cue & afterChrist) !== 0 ||
    (letters > 0 && letters <= 3) ||
    (follower !== undefined && (follower.roles & (century | yearBehind)) !== 0)
  );
}
