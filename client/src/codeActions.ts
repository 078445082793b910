import * as vscode from 'vscode';
import { isText } from './documents.ts';
import type { Session } from './session.ts';
import { touching } from './tagOrder.ts';

/** A command of the client, and where it makes sense. */
interface Offer {
  readonly command: string;
  readonly title: string;
  /** `tag`: at a tag; `related`: at one with relations; `word`: wherever there is something to tag; `tags`: in a text with tags. */
  readonly at: 'tag' | 'related' | 'word' | 'tags' | 'text';
}

/** The commands that ask or show something; what needs no question the server offers itself. */
function offers(): readonly Offer[] {
  return [
    { command: 'glossator.tagSelection', title: vscode.l10n.t('Tag Selection…'), at: 'word' },
    {
      command: 'glossator.tagSelectionExactly',
      title: vscode.l10n.t('Tag Exactly the Selection…'),
      at: 'word',
    },
    { command: 'glossator.changeLabel', title: vscode.l10n.t('Change Label…'), at: 'tag' },
    { command: 'glossator.linkEntity', title: vscode.l10n.t('Link to Entity…'), at: 'tag' },
    { command: 'glossator.addNote', title: vscode.l10n.t('Add Note…'), at: 'tag' },
    { command: 'glossator.setAttribute', title: vscode.l10n.t('Set Attribute…'), at: 'tag' },
    { command: 'glossator.relateTag', title: vscode.l10n.t('Relate to Tag…'), at: 'tag' },
    {
      command: 'glossator.removeRelation',
      title: vscode.l10n.t('Remove Relation…'),
      at: 'related',
    },
    {
      command: 'glossator.newEntity',
      title: vscode.l10n.t('Create Entity from Mention…'),
      at: 'word',
    },
    { command: 'glossator.newAlias', title: vscode.l10n.t('Add as Alias…'), at: 'word' },
    { command: 'glossator.nextTag', title: vscode.l10n.t('Next Tag'), at: 'tags' },
    { command: 'glossator.previousTag', title: vscode.l10n.t('Previous Tag'), at: 'tags' },
    { command: 'glossator.showSidecar', title: vscode.l10n.t('Show Sidecar'), at: 'tags' },
    {
      command: 'glossator.undoTagChange',
      title: vscode.l10n.t('Undo Last Tag Change'),
      at: 'text',
    },
  ];
}

/** Makes every command reachable from the code action menu (`Ctrl+.`). */
export function offerCommands(session: Session): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      if (!isText(document) || isAutomatic(context)) return [];
      const { tags, total } = await session.tags.near(document, range);
      const placed = tags.filter(({ status }) => status !== 'lost');
      const here = touching(placed, range);
      const fits = {
        text: true,
        tags: total > 0,
        tag: here.length > 0,
        related: here.some(({ relations }) => relations !== undefined),
        word: !range.isEmpty || document.getWordRangeAtPosition(range.start) !== undefined,
      };
      return offers()
        .filter(({ at }) => fits[at])
        .map(({ command, title }) => {
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
          action.command = { command, title };
          return action;
        });
    },
  };
  return vscode.languages.registerCodeActionsProvider({ language: 'plaintext' }, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.Refactor],
  });
}

/**
 * Whether VS Code asks of its own accord, to see whether a light bulb is due.
 * It is only where something can be mended: any word could be tagged.
 */
export function isAutomatic({ triggerKind }: vscode.CodeActionContext): boolean {
  return triggerKind === vscode.CodeActionTriggerKind.Automatic;
}
