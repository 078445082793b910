import * as vscode from 'vscode';

export type DecorationStyle = 'highlight' | 'line' | 'labelled';

function get<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('glossator').get<T>(name, otherwise);
}

/** The user's settings, read when they are needed. */
export const settings = {
  /** Written into `by` of the tags made here; undefined where the user gave no name. */
  annotator: (): string | undefined => get('annotator', '').trim() || undefined,
  /** The layer that tags made here go into; undefined for the main sidecar. */
  layer: (): string | undefined => get('layer', '').trim() || undefined,
  decorationStyle: (): DecorationStyle => get<DecorationStyle>('decorations.style', 'highlight'),
};
