import type { Rule } from '../rule.ts';
import { abbreviationConflict } from './abbreviationConflict.ts';
import { abbreviationUndefined } from './abbreviationUndefined.ts';
import { ambiguous } from './ambiguous.ts';
import { inconsistentCase } from './inconsistentCase.ts';
import { spellingVariant } from './spellingVariant.ts';
import { undefinedEntity } from './undefined.ts';
import { untaggedMention } from './untaggedMention.ts';

/** Rules about entities and their names. */
export const entityRules: readonly Rule[] = [
  undefinedEntity,
  ambiguous,
  untaggedMention,
  spellingVariant,
  inconsistentCase,
  abbreviationUndefined,
  abbreviationConflict,
];
