import * as vscode from 'vscode';
import { toRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import { type Command, whisper } from './command.ts';
import { mentionAt, requireText, stretches } from './target.ts';

/** Writes a record into entities.json for every mention at the cursors; the name can be mended before. */
export const newEntity: Command = {
  id: 'glossator.newEntity',
  async run(session) {
    const editor = await requireText(session);
    const { document } = editor;
    const made: string[] = [];
    await session.server.together(async (run) => {
      for (const range of stretches(editor)) {
        const where = await mentionAt(session, document.uri, range);
        const name = await askName(document.getText(where));
        if (name === undefined) return;
        const { entity } = await run('glossator.createEntity', {
          uri: session.server.uri(document.uri),
          range: toRange(where),
          name,
        });
        if (entity !== undefined) made.push(entity);
      }
    });
    if (made.length > 0) whisper(vscode.l10n.t('Added {0} to entities.json.', made.join(', ')));
  },
};

async function askName(mention: string): Promise<string | undefined> {
  const words = oneLine(mention, 1000);
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Create Entity from Mention'),
    prompt: vscode.l10n.t('Its full name. “{0}” becomes an alias if it differs.', oneLine(words)),
    value: words,
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('An entity needs a name.') : undefined,
  });
  return name?.trim();
}
