import type { Rule } from '../rule.ts';

export const numberRules: readonly Rule[] = [];
