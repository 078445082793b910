import * as vscode from 'vscode';
import type { DisagreementsResult } from '../../../server/src/protocol.ts';
import { fileName } from '../documents.ts';
import { sidecarName } from '../sidecars.ts';
import { type Command, Refusal, whisper } from './command.ts';
import { decidePlaces } from './decidePlaces.ts';
import { requireText } from './target.ts';

type Task = 'agreed' | 'open' | 'all' | 'lost' | 'unreadable';

interface TaskItem extends vscode.QuickPickItem {
  readonly task: Task;
}

/** Makes the main sidecar out of the layers: what these have alike at once, then the places where they differ one by one. */
export const adjudicate: Command = {
  id: 'glossator.adjudicate',
  async run(session) {
    const { document } = await requireText(session);
    await session.corpus.get();
    const found = await session.server.disagreements(document.uri);
    // Closed meanwhile.
    if (!found) return;
    refuseWithoutLayers(found, fileName(document.uri));
    const task = await pickTask(found);
    if (task === 'lost') return vscode.commands.executeCommand('glossator.reviewTags');
    if (task === 'unreadable') {
      return vscode.commands.executeCommand('workbench.actions.view.problems');
    }
    if (task === 'agreed') {
      const uri = session.server.uri(document.uri);
      const argument = { uri, agreed: found.layers };
      const { ids } = await session.server.run('glossator.adopt', argument);
      whisper(accepted(ids.length));
    }
    if (task === 'all' || (task && found.decided < found.places)) {
      decidePlaces(session, document, task !== 'all');
    }
  },
};

function accepted(count: number): string {
  return count === 1
    ? vscode.l10n.t('Accepted 1 tag. “Undo Last Tag Change” takes that back.')
    : vscode.l10n.t('Accepted {0} tags. “Undo Last Tag Change” takes that back.', count);
}

function refuseWithoutLayers({ layers, unreadable }: DisagreementsResult, text: string): void {
  const main = unreadable.includes('');
  if (layers.length >= 2 && !main) return;
  const [broken] = unreadable;
  throw new Refusal(
    broken === undefined
      ? vscode.l10n.t(
          'This text has no two layers to compare. Each annotator tags in one of their own: the setting “Layer”.',
        )
      : vscode.l10n.t('{0} cannot be read: see the Problems panel.', sidecarName(text, broken)),
  );
}

/** Says how things stand, and asks what to do; undefined where there is nothing to do, or the person backs out. */
async function pickTask(found: DisagreementsResult): Promise<Task | undefined> {
  const { layers, suggested } = found;
  const names = listed(layers);
  const items = [...tasks(found, names), ...leftOut(found)];
  if (items.length === 0) {
    whisper(vscode.l10n.t('{0} agree everywhere, and nothing is left to accept.', names));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Adjudicate: {0}', names),
    placeHolder:
      suggested.length > 0
        ? vscode.l10n.t('Left out, since it holds nothing but suggestions: {0}', listed(suggested))
        : vscode.l10n.t('What is decided goes into the sidecar without a layer'),
  });
  return chosen?.task;
}

function tasks({ agreed, places, decided }: DisagreementsResult, names: string): TaskItem[] {
  const open = places - decided;
  const items: TaskItem[] = [];
  if (agreed > 0) {
    const label =
      agreed === 1
        ? vscode.l10n.t('Accept the one tag that {0} agree on', names)
        : vscode.l10n.t('Accept the {0} tags that {1} agree on', shown(agreed), names);
    const description = open > 0 ? vscode.l10n.t('then decide where they differ') : '';
    items.push({ label, description, iconPath: new vscode.ThemeIcon('check-all'), task: 'agreed' });
  }
  if (open > 0) {
    const label =
      open === 1
        ? vscode.l10n.t('Decide the one place where they differ')
        : vscode.l10n.t('Decide the {0} places where they differ', shown(open));
    const description = decided > 0 ? vscode.l10n.t('decided so far: {0}', shown(decided)) : '';
    items.push({ label, description, iconPath: new vscode.ThemeIcon('arrow-right'), task: 'open' });
  }
  if (decided > 0) {
    const label = vscode.l10n.t('Look at every place again');
    const description = vscode.l10n.t('{0} of {1} decided', shown(decided), shown(places));
    items.push({ label, description, iconPath: new vscode.ThemeIcon('history'), task: 'all' });
  }
  return items;
}

/** What the comparison leaves out, with the way to it. */
function leftOut({ lost, unreadable }: DisagreementsResult): TaskItem[] {
  const items: TaskItem[] = [];
  if (lost > 0) {
    const label =
      lost === 1
        ? vscode.l10n.t('One lost tag is left out: review it first')
        : vscode.l10n.t('{0} lost tags are left out: review them first', shown(lost));
    items.push({ label, iconPath: new vscode.ThemeIcon('checklist'), task: 'lost' });
  }
  if (unreadable.length > 0) {
    const label = vscode.l10n.t('Left out, since it cannot be read: {0}', listed(unreadable));
    items.push({ label, iconPath: new vscode.ThemeIcon('warning'), task: 'unreadable' });
  }
  return items;
}

/** `ann, ben and cas`. */
function listed(names: readonly string[]): string {
  const { language } = vscode.env;
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(names);
}

function shown(count: number): string {
  return count.toLocaleString(vscode.env.language);
}
