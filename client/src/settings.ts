import * as vscode from 'vscode';

export type DecorationStyle = 'highlight' | 'line' | 'labelled';

function get<T>(name: string, otherwise: T, of?: vscode.Uri): T {
  return vscode.workspace.getConfiguration('glossator', of).get<T>(name, otherwise);
}

/** The user's settings, read when they are needed. */
export const settings = {
  /** Written into `by` of the tags made here; undefined where the user gave no name. */
  annotator: (): string | undefined => get('annotator', '').trim() || undefined,
  /** The layer that tags of this text go into, which each folder may set; undefined for the main sidecar. */
  layer: (text: vscode.Uri): string | undefined => get('layer', '', text).trim() || undefined,
  /** The folder of the user's own model on the machine that the server runs on; undefined where none was chosen. */
  model: (): string | undefined => get('model', '').trim() || undefined,
  setModel: async (folder: string): Promise<void> => {
    await vscode.workspace
      .getConfiguration('glossator')
      .update('model', folder, vscode.ConfigurationTarget.Global);
  },
  decorationStyle: (): DecorationStyle => get<DecorationStyle>('decorations.style', 'highlight'),
};
