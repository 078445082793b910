import type { NumberKind } from '../mentions.ts';
import type { Amount } from './amount.ts';

/** An amount with what it measures. */
export interface Measured {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind & ('cardinal' | 'percent' | 'money' | 'quantity');
  readonly value: number;
  readonly unit?: string;
  readonly currency?: string;
  readonly reading: string;
  /** The measure stands before the number (`$10`). */
  readonly leads?: boolean;
  readonly amount: Amount;
}
