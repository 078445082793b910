import * as vscode from 'vscode';
import { toRange } from '../documents.ts';
import type { Session } from '../session.ts';
import { settings } from '../settings.ts';
import type { Command } from './command.ts';
import { pickLabel } from './pickLabel.ts';
import { requireText, stretches } from './target.ts';

/** Asks for a label and tags every selection, or the word at the cursor, grown to whole tokens. */
export const tagSelection: Command = {
  id: 'glossator.tagSelection',
  run: (session) => askAndTag(session, false),
};

/** The same, but tags exactly what is selected. */
export const tagSelectionExactly: Command = {
  id: 'glossator.tagSelectionExactly',
  run: (session) => askAndTag(session, true),
};

async function askAndTag(session: Session, exact: boolean): Promise<void> {
  const editor = await requireText(session);
  const ranges = stretches(editor);
  const title = exact ? vscode.l10n.t('Tag Exactly the Selection') : vscode.l10n.t('Tag Selection');
  const choice = await pickLabel(session, title, !exact);
  if (choice) await tagRanges(session, editor, ranges, choice.label, exact || choice.exact);
}

/** Tags each of the ranges; one undo takes all of them back. */
export async function tagRanges(
  session: Session,
  editor: vscode.TextEditor,
  ranges: readonly vscode.Range[],
  label: string,
  exact: boolean,
): Promise<void> {
  const { uri } = editor.document;
  await session.server.together(async (run) => {
    for (const range of ranges) {
      await run('glossator.tag', {
        uri: session.server.uri(uri),
        range: toRange(range),
        label,
        by: settings.annotator(),
        layer: settings.layer(uri),
        exact: exact && !range.isEmpty,
      });
    }
  });
}
