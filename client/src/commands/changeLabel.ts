import * as vscode from 'vscode';
import type { Command } from './command.ts';
import { pickLabel } from './pickLabel.ts';
import { named, targetTags } from './target.ts';

/** Gives the tags at the cursors another label. */
export const changeLabel: Command = {
  id: 'glossator.changeLabel',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    if (!target) return;
    const choice = await pickLabel(session, vscode.l10n.t('Change Label'));
    if (!choice) return;
    const { label } = choice;
    await session.server.run('glossator.relabel', { ...named(session, target), label });
  },
};
