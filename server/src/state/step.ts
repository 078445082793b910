import type { Sidecar } from '../core/tags/model.ts';
import type { Layer } from './layer.ts';
import type { OpenText } from './openText.ts';

/** A change of one sidecar, and the ids of the tags it is about. */
export type Change = (sidecar: Sidecar) => { sidecar: Sidecar; ids: readonly string[] };

/** One layer of one text that a command changes. */
export interface Step {
  readonly text: OpenText;
  readonly layer: Layer;
  readonly change: Change;
}

/** Who makes a tag, and when. */
export interface Maker {
  /** Name for `by`, where the command gives none. */
  annotator(): string | undefined;
  /** The time, as an ISO 8601 string. */
  time(): string;
}
