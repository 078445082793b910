import { pathFilter } from './glob.ts';

/** When texts were written, by patterns of their paths: an ISO 8601 day, or the day that the path names. */
export type DocumentDates = readonly (readonly [pattern: string, date: string])[];

/** What stands in `dates` for the day in a text's path. */
export const dateInPath = 'path';

/** `2014-11-19`, `2014/11/19`, `20141119`, `2014_11_19`, not inside a longer number. */
const dayOfPath = /(?<!\d)(\d{4})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

/**
 * A function from a text's path in the corpus to the day it was written, as
 * the first pattern that fits says: an ISO 8601 date; undefined where none
 * fits, or the path names no day. Of several days in a path the last one counts.
 */
export function dateByPath(dates: DocumentDates): (path: string) => string | undefined {
  const entries = dates.map(([pattern, date]) => ({ fits: pathFilter([pattern], []), date }));
  return (path) => {
    const date = entries.find(({ fits }) => fits(path))?.date;
    if (date !== dateInPath) return date;
    const [, year, , month, day] = [...path.matchAll(dayOfPath)].at(-1) ?? [];
    return year && `${year}-${month}-${day}`;
  };
}
