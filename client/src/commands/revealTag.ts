import * as vscode from 'vscode';
import { asRange } from '../documents.ts';
import type { Command } from './command.ts';
import { documentOf, isTagArgument } from './target.ts';

/** Selects a tag in its text; the views' click. */
export const revealTag: Command = {
  id: 'glossator.revealTag',
  async run(session, argument) {
    if (!isTagArgument(argument)) return;
    const document = await documentOf(argument.uri);
    const { tags } = await session.tags.around(document, asRange(argument.tag.range));
    const tag = tags.find(({ id }) => id === argument.tag.id) ?? argument.tag;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    await vscode.window.showTextDocument(document, {
      selection: asRange(tag.range),
      ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
    });
  },
};
