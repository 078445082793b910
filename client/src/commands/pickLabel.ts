import * as vscode from 'vscode';
import type { Label } from '../corpusStore.ts';
import type { Session } from '../session.ts';
import { labelDot } from '../views/icons.ts';

/** What the user chose. */
export interface LabelChoice {
  readonly label: string;
  /** Whether the button "tag exactly" was used. */
  readonly exact: boolean;
}

interface LabelItem extends vscode.QuickPickItem {
  readonly name: string;
}

/**
 * Asks for a label: recent ones first; typing a label's one key chooses it at once.
 * @param offerExact whether each label has a button for tagging without growing to whole words
 */
export async function pickLabel(
  session: Session,
  title: string,
  offerExact = false,
): Promise<LabelChoice | undefined> {
  const labels = session.recent.order((await session.corpus.get())?.labels ?? []);
  const pick = vscode.window.createQuickPick<LabelItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Press a label’s key, or type a part of its name');
  pick.matchOnDescription = true;
  pick.items = labels.map((label) => labelItem(session, label, offerExact));
  const choice = await chosen(pick, labels);
  pick.dispose();
  if (choice) session.recent.used(choice.label);
  return choice;
}

function chosen(
  pick: vscode.QuickPick<LabelItem>,
  labels: readonly Label[],
): Promise<LabelChoice | undefined> {
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const keyed = labels.find(({ key }) => key !== undefined && key !== '' && key === value);
      if (keyed) resolve({ label: keyed.name, exact: false });
    });
    pick.onDidAccept(() => {
      const item = pick.selectedItems[0] ?? pick.activeItems[0];
      if (item) resolve({ label: item.name, exact: false });
    });
    pick.onDidTriggerItemButton(({ item }) => resolve({ label: item.name, exact: true }));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
}

function labelItem(session: Session, label: Label, offerExact: boolean): LabelItem {
  const name = label.title && label.title !== label.name ? label.name : undefined;
  const details = [label.key && `[${label.key}]`, name, label.description];
  return {
    name: label.name,
    label: label.title || label.name,
    description: details.filter(Boolean).join('  ·  '),
    iconPath: labelDot(session.corpus.colour(label.name)),
    ...(offerExact && {
      buttons: [
        {
          iconPath: new vscode.ThemeIcon('selection'),
          tooltip: vscode.l10n.t('Tag exactly the selection'),
        },
      ],
    }),
  };
}
