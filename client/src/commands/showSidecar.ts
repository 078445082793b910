import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { exists, fileName, sidecarUri, textEditor } from '../documents.ts';
import { sidecarsOf } from '../fileLife.ts';
import { settings } from '../settings.ts';
import { lineOfRecord, sidecarName } from '../sidecars.ts';
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
    const sidecar = tag ? sidecarUri(uri, tag.layer) : await anySidecar(uri);
    if (!sidecar || !(await exists(sidecar))) {
      throw new Refusal(vscode.l10n.t('This text has no sidecar yet: it has no tags.'));
    }
    await showLine(sidecar, tag?.id);
  },
};

/** The sidecar of the person's own layer; else the main one; else any that the text has. */
async function anySidecar(text: vscode.Uri): Promise<vscode.Uri | undefined> {
  const there = await sidecarsOf(text);
  const named = (layer?: string) =>
    there.find((uri) => fileName(uri) === sidecarName(fileName(text), layer));
  return named(settings.layer(text)) ?? named() ?? there[0];
}

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
