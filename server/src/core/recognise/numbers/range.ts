import type { NumberMention } from '../mentions.ts';
import { type Amount, digitAmount, wordAmount } from './amount.ts';
import { currencySigns } from './currencies.ts';
import { Role } from './lexicon.ts';
import { measured, valued } from './measure.ts';
import type { Measured } from './measured.ts';
import { isDash, isDigit, isSpace, type Reader } from './reader.ts';

/** How two numbers are joined into a range. */
type Joint = 'between' | 'to' | 'dash';

/** `5,000 to 7,000`, `between 5 and 7`, `$10-$20`, `5–7 million`: `first` and what follows it; null where no range begins. */
export function range(reader: Reader, first: Measured): NumberMention | null {
  const opener = reader.wordBefore(first.start);
  const start = reader.start;
  const between = opener !== undefined && (opener.roles & Role.between) !== 0;
  const joint = jointBehind(reader, first.end, between);
  if (!joint || (joint.kind === 'dash' && isChained(reader, first.start))) return null;
  const next = secondAt(reader, joint.at);
  const second = next && measured(reader, next);
  if (!second || next.ordinal || (joint.kind === 'dash' && !dashes(first, second))) return null;
  const low = alike(first, second);
  if (!low) return null;
  const measure = second.kind === 'cardinal' ? low : second;
  if (
    low.value >= second.value &&
    !reversed(reader, joint.kind, second, opener !== undefined && (opener.roles & Role.from) !== 0)
  )
    return null;
  return {
    start: between ? start : first.start,
    end: second.end,
    kind: measure.kind === 'cardinal' ? 'range' : measure.kind,
    value: valued({ ...measure, value: low.value }, second.value),
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
    reading: `a range; ${second.reading}`,
  };
}

function jointBehind(
  reader: Reader,
  end: number,
  between: boolean,
): { at: number; kind: Joint } | null {
  const at = reader.gap(end);
  const suspended =
    reader.code(end) === 0x2d && isSpace(reader.code(end + 1)) ? reader.gap(end + 1) : end;
  if (suspended > end && (reader.wordAt(suspended)?.roles ?? 0) & Role.to)
    return { at: reader.gap(reader.end), kind: 'to' };
  if (isDash(reader.code(at))) {
    const spaced = at > end || isSpace(reader.code(at + 1));
    return spaced && reader.code(at) === 0x2d && !(at > end && isSpace(reader.code(at + 1)))
      ? null
      : { at: reader.gap(at + 1), kind: 'dash' };
  }
  if (at === end) return null;
  const word = reader.wordAt(at);
  if (!word) return null;
  if (between && word.roles & Role.join) return { at: reader.gap(reader.end), kind: 'between' };
  return word.roles & Role.to ? { at: reader.gap(reader.end), kind: 'to' } : null;
}

/** The number itself stands behind a dash: `three-nought-four` is a score or a name. */
function isChained(reader: Reader, start: number): boolean {
  return isDash(reader.code(start - 1)) && !reader.opens(start - 1);
}

function secondAt(reader: Reader, at: number): Amount | null {
  const digits = currencySigns.has(reader.text[at] ?? '') ? reader.gap(at + 1) : at;
  if (isDigit(reader.code(digits))) return digitAmount(reader, digits, false);
  const word = reader.wordAt(at);
  return word?.cardinal !== undefined || word?.scale !== undefined ? wordAmount(reader, at) : null;
}

/** Whether a dash between the two can only mean a range, not a telephone number, a code or a score. */
function dashes(first: Measured, second: Measured): boolean {
  const a = first.amount.digits;
  const b = second.amount.digits;
  if (!a || !b) return first.amount.digits === second.amount.digits || second.kind !== 'cardinal';
  if (a.lead > 4 && !a.grouping && (second.kind === 'cardinal' || b.lead < a.lead)) return false;
  return !(
    a.lead === 3 &&
    b.lead === 4 &&
    !b.grouping &&
    second.kind === 'cardinal' &&
    !first.leads
  );
}

/** The first number with the scale and measure it shares with the second; null where the two differ in kind. */
function alike(first: Measured, second: Measured): Measured | null {
  const low = scaledAlike(first, second);
  if (first.kind === 'cardinal') return low;
  if (second.kind === 'cardinal') return first.leads ? low : null;
  const same =
    first.kind === second.kind && first.unit === second.unit && first.currency === second.currency;
  return same ? low : null;
}

/** `5` of `5–7 million` is in millions too. */
function scaledAlike(first: Measured, second: Measured): Measured {
  const { scale } = second.amount;
  const shared =
    scale > 100 &&
    first.amount.scale === 1 &&
    first.value < 1000 &&
    first.value < (second.amount.value / scale) * 1.0001 &&
    second.amount.value >= scale;
  return shared ? { ...first, value: first.value * scale } : first;
}

/** Whether a range may be meant though it runs downwards: `fell from 10 to 5` and `won 3-1` are none. */
function reversed(reader: Reader, joint: Joint, second: Measured, from: boolean): boolean {
  if (joint === 'between') return true;
  if (joint === 'dash' || from) return false;
  return second.value >= 100 && second.amount.digits?.grouping !== '' && reader.closes(second.end);
}
