import type { Range } from 'vscode-languageserver-protocol';
import type { TagItem } from './tagItem.ts';

/** Request: how the layers of an open text compare, and one place where they differ; null where it is not open. */
export const disagreementsRequest = 'glossator/disagreements';
export interface DisagreementsParams {
  textDocument: { uri: string };
  /** Number of the place that is wanted, from 0 in text order; with `open`, the first from there on that nothing was decided about. */
  place?: { at: number; open?: boolean };
}
export interface DisagreementsResult {
  /** Of the text. */
  version: number;
  /** The layers that are compared, by name. */
  layers: string[];
  /** Those that are not: they cannot be read (the main sidecar is the empty name), or hold nothing but suggestions. */
  unreadable: string[];
  suggested: string[];
  /** How many lost tags of these layers are left out. */
  lost: number;
  /** How many tags all layers have alike that the main sidecar says nothing about. */
  agreed: number;
  /** How many places there are where layers differ, and about how many of them something was decided. */
  places: number;
  decided: number;
  /** The place that was asked for, if there is one. */
  place?: DisagreementPlace;
}
export interface DisagreementPlace {
  /** Its number. */
  at: number;
  range: Range;
  /** What the layers have here, each version once, the commonest first. */
  versions: { layers: readonly string[]; tags: TagItem[] }[];
  /** The main sidecar's tags that say what was decided here. */
  decided: TagItem[];
}
