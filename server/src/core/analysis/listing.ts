import type { Code, Finding } from '../rules/finding.ts';

/** Of each code at most so many findings of one text are listed; the last of them counts the rest. */
export const MOST_OF_A_CODE = 25;

/** What a text's rules have found. */
export interface Listing {
  /** In text order, of each code the first `MOST_OF_A_CODE`. */
  readonly findings: readonly Finding[];
  /** How many there are of each code, listed or not. */
  readonly counts: ReadonlyMap<Code, number>;
}
