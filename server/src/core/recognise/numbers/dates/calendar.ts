const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month of the proleptic Gregorian calendar; 29 for February without a year. `month` is 1 to 12. */
export function daysIn(month: number, year?: number): number {
  if (month === 2 && (year === undefined || leap(year))) return 29;
  return monthLengths[month - 1] ?? 0;
}

function leap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01, by Howard Hinnant's `days_from_civil` (howardhinnant.github.io/date_algorithms.html). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

/** 1 (Monday) to 7. */
export function weekdayOf(year: number, month: number, day: number): number {
  return ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1;
}

/** The date a number of days since 1970-01-01 stands for: year, month, day. */
export function civil(days: number): readonly [number, number, number] {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1];
}

/** What is known of a date; a part that is missing is undefined. */
export interface DateParts {
  /** A string where the century is not known: `XX44`. */
  readonly year?: number | string | undefined;
  /** 1 to 12; other values are kept as written, for the rule on impossible dates. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly time?: string | undefined;
}

/** ISO 8601 / EDTF: `2018-04-04T10:30`, `XXXX-11-19`, `2014-01`, `XX44-06`. */
export function format({ year, month, day, time }: DateParts): string {
  const date =
    (year === undefined ? 'XXXX' : String(year).padStart(4, '0')) +
    part('-', month) +
    part('-', day);
  return time === undefined ? date : `${date}T${time}`;
}

/** A part of two digits behind its sign, or nothing. */
function part(sign: string, value: number | undefined): string {
  if (value === undefined) return '';
  return value < 10 && value >= 0 ? `${sign}0${value}` : `${sign}${value}`;
}
