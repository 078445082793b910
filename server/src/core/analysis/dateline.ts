import type { NumberMention } from '../recognise/mentions.ts';

/** How far into a text its dateline is looked for, in UTF-16 units. */
const head = 1000;
/** How many words may stand beside a date that has a line to itself (`Published:`). */
const fewWords = 3;
const day = /^\d{4}-\d{2}-\d{2}/;

/**
 * The day a text was written (ISO 8601), from the numbers of its first
 * passage: the first full date that has a line to itself, or stands behind a
 * place in capitals (`MOSCOW, November 19, 2015.`). Undefined where the head
 * of the text names none.
 */
export function datelineOf(text: string, numbers: readonly NumberMention[]): string | undefined {
  for (const { kind, start, end, value } of numbers) {
    if (start > head) return undefined;
    const date = kind === 'date' && typeof value === 'string' ? day.exec(value)?.[0] : undefined;
    if (date === undefined || String(value).includes('/')) continue;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const next = text.indexOf('\n', end);
    const behind = text.slice(end, next < 0 ? text.length : next);
    if (wordsIn(before) + wordsIn(behind) <= fewWords || isPlaceInCapitals(before)) return date;
  }
  return undefined;
}

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

function isPlaceInCapitals(text: string): boolean {
  return wordsIn(text) <= fewWords && /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}
