import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { contexts } from '../tagContext.ts';
import { statusName } from '../tagStatus.ts';
import { type Command, mostListed, shown, whisper } from './command.ts';
import { requireText } from './target.ts';

/** As much of the old and the new place as stands in one row of a list, and of what is around the tag. */
const listed = 45;
const listedReach = 12;

interface ReviewItem extends vscode.QuickPickItem {
  readonly tag: TagItem;
}

interface ReviewButton extends vscode.QuickInputButton {
  readonly command: string;
}

/** Lists the moved, changed and lost tags of the text with old and new context; buttons settle each. */
export const reviewTags: Command = {
  id: 'glossator.reviewTags',
  async run(session) {
    const { document } = await requireText(session);
    const pick = vscode.window.createQuickPick<ReviewItem>();
    pick.title = vscode.l10n.t('Moved, Changed and Lost Tags');
    pick.placeholder = vscode.l10n.t('Choose one to compare its old and new place');
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    let open = true;
    const refresh = async () => {
      const items = await reviewItems(session, document);
      if (!open) return;
      pick.items = items;
      if (items.length > 0) return;
      pick.hide();
      whisper(vscode.l10n.t('No tag of this text needs a review.'));
    };
    const subscription = session.tags.onDidChange(() => void shown(refresh));
    const argument = (tag: TagItem) => ({ uri: document.uri, tag });
    pick.onDidHide(() => {
      open = false;
      subscription.dispose();
      pick.dispose();
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      pick.hide();
      void vscode.commands.executeCommand('glossator.compareContext', argument(item.tag));
    });
    pick.onDidTriggerItemButton(({ item, button }) =>
      shown(async () => {
        await vscode.commands.executeCommand((button as ReviewButton).command, argument(item.tag));
      }),
    );
    pick.show();
    await refresh();
  },
};

async function reviewItems(session: Session, document: vscode.TextDocument): Promise<ReviewItem[]> {
  const tags = await session.server.review(document.uri, mostListed);
  return tags.map((tag) => {
    const { before, after } = contexts(document, tag, listedReach);
    return {
      tag,
      label: `${statusName(tag)}: ${oneLine(tag.quote)}`,
      description: session.corpus.title(tag.label),
      detail: `${oneLine(before, listed)}  →  ${oneLine(after, listed)}`,
      buttons: buttons(tag),
    };
  });
}

function buttons(tag: TagItem): ReviewButton[] {
  const button = (icon: string, tooltip: string, command: string): ReviewButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    command,
  });
  const accept = button('check', vscode.l10n.t('Accept the new place'), 'glossator.acceptPlace');
  return [
    ...(tag.status === 'lost' ? [] : [accept]),
    button('target', vscode.l10n.t('Put at the selection'), 'glossator.replaceTag'),
    button('trash', vscode.l10n.t('Drop the tag'), 'glossator.removeTag'),
  ];
}
