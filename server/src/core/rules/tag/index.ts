import type { Rule } from '../rule.ts';
import { attribute } from './attribute.ts';
import { boundary } from './boundary.ts';
import { changed } from './changed.ts';
import { crossing } from './crossing.ts';
import { duplicate } from './duplicate.ts';
import { labelInconsistent } from './labelInconsistent.ts';
import { labelUnknown } from './labelUnknown.ts';
import { lost } from './lost.ts';
import { moved } from './moved.ts';
import { typeMismatch } from './typeMismatch.ts';

/** Rules about tags. */
export const tagRules: readonly Rule[] = [
  labelUnknown,
  labelInconsistent,
  crossing,
  duplicate,
  boundary,
  moved,
  changed,
  lost,
  attribute,
  typeMismatch,
];
