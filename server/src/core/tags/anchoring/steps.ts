/** Needles that are dealt with in one step. */
export const SOME = 256;
