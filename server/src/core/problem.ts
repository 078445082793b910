import type { Span } from './span.ts';

/** What a codec could not read: one sentence that says what to do, and where in the source it lies. */
export interface Problem extends Span {
  readonly message: string;
}

/** What every codec returns: the value, or null where nothing could be read, and the problems met. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}
