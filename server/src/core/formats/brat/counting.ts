import { firstIndex } from '../../search.ts';
import { canonical } from '../../text/canonical.ts';
import { CodePoints } from '../codePoints.ts';

/** The UTF-16 offset of a text behind so many of its characters; undefined past its end. */
export type Counting = (count: number) => number | undefined;

/**
 * The ways in which the offsets of a text may have been counted, the likeliest
 * first: code points of the text as it lies, and code points of the text
 * without its byte-order mark and with LF for CRLF, as it was before some
 * program put these in, or as Python reads it in text mode.
 */
export function countings(text: string): [Counting, ...Counting[]] {
  const asItLies = countingOf(text);
  const plain = canonical(text);
  if (plain.length === text.length) return [asItLies];
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const ends = Array.from(text.matchAll(/\r\n/g), ({ index }, i) => index - mark - i);
  const count = countingOf(plain);
  return [
    asItLies,
    (points) => {
      const at = count(points);
      return at === undefined
        ? undefined
        : at + mark + firstIndex(ends.length, (i) => ends[i] >= at);
    },
  ];
}

function countingOf(text: string): Counting {
  const points = new CodePoints(text);
  return (count) => (count <= points.length ? points.toUnits(count) : undefined);
}
