import type { Rule } from '../rule.ts';

export const entityRules: readonly Rule[] = [];
