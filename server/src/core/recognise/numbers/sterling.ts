import type { NumberMention } from '../mentions.ts';
import { isSentenceEnd } from './phrases.ts';
import type { Reader } from './reader.ts';

/** Shillings and pence as they were written until 1971: `10s. 6d.`, `2s 6½d`, `10s.` */
const shillings =
  /(\d{1,3})[ \u00a0]?s\b\.?(?:[ \u00a0]?(\d{1,2})?([¼½¾])?(?<=[\d¼½¾])[ \u00a0]?d\b\.?)?/y;

const farthings: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** Shillings, of which a pound has twenty, with or without pence, of which a shilling has twelve, at `at`. */
export function shillingsAt(
  reader: Reader,
  at: number,
): { end: number; pounds: number; pence: boolean } | null {
  shillings.lastIndex = at;
  const found = shillings.exec(reader.text);
  if (!found) return null;
  const [whole, count, pence, part] = found;
  const end = at + whole.length;
  const stop = whole.endsWith('.') && isSentenceEnd(reader, end) ? end - 1 : end;
  const total = Number(count) * 12 + Number(pence ?? 0) + (farthings[part ?? ''] ?? 0);
  const pounds = Number((total / 240).toPrecision(15));
  return { end: stop, pounds, pence: pence !== undefined || part !== undefined };
}

/** `2s. 6d.` on its own, from the first digit at `at`. */
export function sterling(reader: Reader, at: number): NumberMention | null {
  const found = reader.opens(at) ? shillingsAt(reader, at) : null;
  if (!found?.pence) return null;
  const value = { amount: found.pounds, currency: 'GBP' };
  return { start: at, end: found.end, kind: 'money', value, reading: 'shillings and pence' };
}
