import type { Rule } from '../rule.ts';
import { conflict } from './conflict.ts';
import { dateAmbiguous } from './dateAmbiguous.ts';
import { dateInvalid } from './dateInvalid.ts';
import { formatMixed } from './formatMixed.ts';
import { rangeReversed } from './rangeReversed.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';

/** Rules about numbers and dates. */
export const numberRules: readonly Rule[] = [
  formatMixed,
  rangeReversed,
  dateInvalid,
  weekdayMismatch,
  dateAmbiguous,
  conflict,
];
