import { entityRules } from './entity/index.ts';
import { numberRules } from './number/index.ts';
import type { Rule } from './rule.ts';
import { tagRules } from './tag/index.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [...entityRules, ...tagRules, ...numberRules];
