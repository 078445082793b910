import * as vscode from 'vscode';
import { asRange } from '../documents.ts';
import type { Session } from '../session.ts';
import { type Command, whisper } from './command.ts';
import { requireText } from './target.ts';

/** Selects the next tag of the text, from the end round to the start. */
export const nextTag: Command = {
  id: 'glossator.nextTag',
  run: (session) => walk(session, 1),
};

/** Selects the previous tag. */
export const previousTag: Command = {
  id: 'glossator.previousTag',
  run: (session) => walk(session, -1),
};

async function walk(session: Session, step: 1 | -1): Promise<void> {
  const editor = await requireText(session);
  const tag = await session.server.tagBeside(editor.document.uri, editor.selection.start, step);
  if (!tag) return whisper(vscode.l10n.t('This text has no tags.'));
  const range = asRange(tag.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
