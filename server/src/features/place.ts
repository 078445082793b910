import type { Span } from '../core/span.ts';

/** A stretch of some file: `file` is its URI; absent, it is the text the question was about. */
export interface Place extends Span {
  readonly file?: string;
}
