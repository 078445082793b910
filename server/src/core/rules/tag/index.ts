import type { Rule } from '../rule.ts';

export const tagRules: readonly Rule[] = [];
