import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { exists, sidecarUri, textEditor } from '../documents.ts';
import { lineOfRecord } from '../sidecars.ts';
import { touching } from '../tagOrder.ts';
import { type Command, Refusal } from './command.ts';
import { isTagArgument, requireText } from './target.ts';

/** Opens the text's sidecar beside it, at the line of the tag at the cursor. */
export const showSidecar: Command = {
  id: 'glossator.showSidecar',
  async run(session, argument) {
    const uri = isTagArgument(argument) ? argument.uri : (await requireText(session)).document.uri;
    let tag: TagItem | undefined = isTagArgument(argument) ? argument.tag : undefined;
    const editor = textEditor();
    if (!tag && editor) {
      const { tags } = await session.tags.near(editor.document, editor.selection);
      [tag] = touching(tags, editor.selection);
    }
    const sidecar = sidecarUri(uri, tag?.layer);
    if (!(await exists(sidecar))) {
      throw new Refusal(vscode.l10n.t('This text has no sidecar yet: it has no tags.'));
    }
    await showLine(sidecar, tag?.id);
  },
};

/** Shows a JSON file beside the text, with the record of an id selected. */
export async function showLine(uri: vscode.Uri, id: string | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const line = id === undefined ? 0 : lineOfRecord(document.getText(), id);
  const start = new vscode.Position(line, 0);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(document.lineAt(line).range, vscode.TextEditorRevealType.InCenter);
}
