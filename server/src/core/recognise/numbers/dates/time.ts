import type { NumberMention } from '../../mentions.ts';
import { Role } from '../lexicon.ts';
import { isDigit, type Reader } from '../reader.ts';

/** A time of day: ISO 8601 without a date. */
export interface Time {
  readonly end: number;
  readonly value: string;
}

const clock = /(\d{1,2})([:.])(\d{2})(?:\2(\d{2}))?(?![\d:])/y;
const half = /\s?([ap])\.?\s?m\b\.?/iy;

/** The time that begins at `at`: `10:30`, `10:30:15`, `5 pm`, `5.30 p.m.` */
export function timeAt(reader: Reader, at: number): Time | null {
  if (!isDigit(reader.code(at))) return null;
  clock.lastIndex = at;
  const found = clock.exec(reader.text);
  if (!found) return hour(reader, at);
  const end = clock.lastIndex;
  const [, hours = '', sign, minutes = '', seconds] = found;
  const moved = halfBehind(reader, end);
  if (sign === '.' && !moved && !cued(reader, at)) return null;
  const value = clockTime(
    Number(hours),
    Number(minutes),
    seconds === undefined ? undefined : Number(seconds),
    moved?.afternoon,
  );
  return value === null ? null : { end: moved?.end ?? end, value };
}

/** `5 pm`, `5 o'clock`, `kell 5`. */
function hour(reader: Reader, at: number): Time | null {
  let end = at;
  while (isDigit(reader.code(end)) && end - at < 3) end += 1;
  if (end - at > 2) return null;
  const moved = halfBehind(reader, end);
  const oclock = moved ? 0 : oclockEnd(reader, end);
  if (!moved && oclock === 0) return null;
  const value = clockTime(Number(reader.text.slice(at, end)), 0, undefined, moved?.afternoon);
  return value === null ? null : { end: moved?.end ?? oclock, value };
}

function oclockEnd(reader: Reader, end: number): number {
  const at = reader.gap(end);
  const found = reader.lexicon.language.dates.oclock
    .split(' ')
    .find((form) => form !== '' && reader.text.startsWith(form, at));
  return found === undefined ? 0 : at + found.length;
}

function halfBehind(reader: Reader, end: number): { end: number; afternoon: boolean } | null {
  if (reader.lexicon.language.dates.halves === '') return null;
  half.lastIndex = end;
  const found = half.exec(reader.text);
  if (!found) return null;
  const dots = found[0].includes('.');
  const behind = half.lastIndex - (!dots && found[0].endsWith('.') ? 1 : 0);
  return {
    end: dots || !found[0].endsWith('.') ? behind : behind - 1,
    afternoon: found[1]?.toLowerCase() === 'p',
  };
}

function clockTime(
  hours: number,
  minutes: number,
  seconds: number | undefined,
  afternoon: boolean | undefined,
): string | null {
  if (afternoon !== undefined && (hours > 12 || hours < 1)) return null;
  if (hours > 24 || minutes > 59 || (seconds ?? 0) > 59) return null;
  const shifted = afternoon === undefined ? hours : (hours % 12) + (afternoon ? 12 : 0);
  return [shifted, minutes, seconds]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function cued(reader: Reader, at: number): boolean {
  const { at: words } = reader.lexicon.language.dates;
  return words !== 'at' && words !== 'в' && ((reader.wordBefore(at)?.roles ?? 0) & Role.at) !== 0;
}

/** A time of day on its own; a score or ratio (`6:3`) is none, but a name for something else. */
export function time(reader: Reader, at: number): NumberMention | null {
  if (!reader.opens(at)) return null;
  const found = timeAt(reader, at);
  if (found)
    return {
      start: at,
      end: found.end,
      kind: 'time',
      value: found.value,
      reading: 'a time of day',
    };
  const ratio = /\d{1,3}:\d{1,3}(?![\d:])/y;
  if (reader.code(at + 1) !== 0x3a && reader.code(at + 2) !== 0x3a && reader.code(at + 3) !== 0x3a)
    return null;
  ratio.lastIndex = at;
  const score = ratio.exec(reader.text)?.[0];
  return score === undefined
    ? null
    : {
        start: at,
        end: at + score.length,
        kind: 'identifier',
        value: score,
        reading: 'a score or ratio',
      };
}
