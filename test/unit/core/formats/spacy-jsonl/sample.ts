/** A text with two tags, and what is read of lines about it. */
import { spacyJsonl } from '../../../../../server/src/core/formats/spacyJsonl.ts';
import { readWith } from '../jsonFormats.ts';

export const text = '😀 Ann Lee met Bob.';
export const ann = { id: 'tagAnnLee', label: 'PER', start: 3, end: 10 };
export const bob = { id: 'tagBob001', label: 'PER', start: 15, end: 18 };
export const read = (...lines: unknown[]) => readWith(spacyJsonl, lines);
