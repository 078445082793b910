import type { NumberMention } from '../../recognise/mentions.ts';

/** A date of a mention, as far as it is known. */
export interface DatePart {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

const part = /^(\d{4}|XXXX|XX\d\d)-(\d\d)(?:-(\d\d))?(?:T|$)/;

const none: readonly DatePart[] = [];
/** Where a value that names a month has its first hyphen: `2018-04`. */
const hyphenAt = 4;

/** The dates of a mention that name a month, two of an interval; none where it is no date or a relative one. */
export function datesOf({ kind, value }: NumberMention): readonly DatePart[] {
  if (kind !== 'date' || typeof value !== 'string' || value[hyphenAt] !== '-') return none;
  const known = remembered.get(value);
  if (known !== undefined) return known;
  if (remembered.size === mostRemembered) remembered.clear();
  const dates = read(value);
  remembered.set(value, dates);
  return dates;
}

/** The dates of values that were asked for: several rules look at each date, and texts repeat theirs. */
const remembered = new Map<string, readonly DatePart[]>();
/** Values remembered before the memory is emptied. */
const mostRemembered = 1 << 12;

function read(value: string): DatePart[] {
  const dates: DatePart[] = [];
  for (const iso of value.split('/')) {
    const [, year, month, day] = part.exec(iso) ?? [];
    // EDTF numbers seasons and quarters from 21 on.
    if (month === undefined || (day === undefined && Number(month) > 20)) continue;
    dates.push({
      ...(year.startsWith('X') ? {} : { year: Number(year) }),
      month: Number(month),
      ...(day === undefined ? {} : { day: Number(day) }),
    });
  }
  return dates;
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  return months[month - 1];
}
