import type { Code, Finding } from '../rules/finding.ts';

/** Of each code an editor is given at most so many findings of one text; the last of them counts the rest. */
export const MOST_OF_A_CODE = 25;

/** What a text's rules have found. */
export interface Listing {
  /** In text order, of each code as many as are wanted, from the first on. */
  readonly findings: readonly Finding[];
  /** How many there are of each code, listed or not. */
  readonly counts: ReadonlyMap<Code, number>;
}
