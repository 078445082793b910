import type { Money, NumberValue } from '../mentions.ts';
import type { Amount } from './amount.ts';
import type { Measured } from './measured.ts';
import { money } from './money.ts';
import { percent } from './percent.ts';
import { quantity } from './quantity.ts';
import type { Reader } from './reader.ts';

/** What may be known of an amount's measure; null where it has none of this kind. */
export type Measure = (reader: Reader, amount: Amount) => Measured | null;

const measures: readonly Measure[] = [percent, money, quantity];

/** The amount with its percent sign, currency or unit, or as a plain cardinal. */
export function measured(reader: Reader, amount: Amount): Measured {
  for (const measure of measures) {
    const found = measure(reader, amount);
    if (found) return found;
  }
  return {
    start: amount.start,
    end: amount.end,
    kind: 'cardinal',
    value: amount.value,
    reading: amount.reading,
    amount,
  };
}

/** The value of one number or of a range, as mentions carry it. */
export function valued(measure: Measured, high?: number): NumberValue {
  const amount: Money['amount'] = high === undefined ? measure.value : [measure.value, high];
  return measure.currency === undefined ? amount : { amount, currency: measure.currency };
}
