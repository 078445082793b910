import type { Span } from '../../span.ts';
import { isRecord } from '../../tags/read.ts';
import { isQuoted, type OffsetCount, unitsIn } from '../offsetCounts.ts';
import type { Raw } from '../recordValues.ts';
import { labelStudioCounts } from './keys.ts';

/** A region's span as its file counts it, and the text that it says stands there. */
export interface RegionSpan extends Span {
  readonly quote?: string;
}

/** The span of a region of text; null for regions of pictures and sound, and of pages by paths alone. */
export function regionSpan(value: unknown): RegionSpan | null {
  if (!isRecord(value)) return null;
  const place: Raw = isRecord(value.globalOffsets) ? value.globalOffsets : value;
  const start = numberIn(place.start);
  const end = numberIn(place.end);
  if (start === null || end === null) return null;
  const { text } = value;
  return { start, end, ...(typeof text === 'string' && text !== '' && { quote: text }) };
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

/** Where a region lies in the text, by UTF-16 offsets, and whether that is where its own text stands. */
export interface PlacedRegion extends Span {
  readonly quoted: boolean;
}

/**
 * Places the regions of a text: as the file counts, or as it makes a region
 * the text that it says, in another count or with ends included, as old
 * versions wrote them.
 */
export function placer(text: string, count: OffsetCount): (region: RegionSpan) => PlacedRegion {
  const counts = [count, ...labelStudioCounts.filter((other) => other !== count)];
  const unitOf = counts.map((one) => unitsIn(text, one));
  return ({ start, end, quote }) => {
    const usual = { start: unitOf[0](start), end: unitOf[0](end), quoted: true };
    if (quote === undefined) return usual;
    for (const more of [0, 1]) {
      for (const units of unitOf) {
        const [from, to] = [units(start), units(end + more)];
        if (isQuoted(quote, text, from, to)) return { start: from, end: to, quoted: true };
      }
    }
    return { ...usual, quoted: false };
  };
}
