import * as vscode from 'vscode';
import { oneLine } from '../oneLine.ts';
import { pageUri } from '../pages.ts';
import { contexts } from '../tagContext.ts';
import type { Command } from './command.ts';
import { documentOf, isTagArgument } from './target.ts';

/** Shows a tag's old and new surroundings side by side in VS Code's diff. */
export const compareContext: Command = {
  id: 'glossator.compareContext',
  async run(_session, argument) {
    if (!isTagArgument(argument)) return;
    const { before, after } = contexts(await documentOf(argument.uri), argument.tag);
    await vscode.commands.executeCommand(
      'vscode.diff',
      pageUri('before.txt', before),
      pageUri('now.txt', after),
      vscode.l10n.t('{0}: as tagged ↔ in the text now', oneLine(argument.tag.quote, 30)),
    );
  },
};
