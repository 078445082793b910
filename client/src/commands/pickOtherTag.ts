import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { asRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { labelDot } from '../views/icons.ts';
import { outline } from '../views/relatedMarks.ts';
import { mostListed, Refusal } from './command.ts';

/** Lines around a tag in which others are offered where the text has very many. */
const reach = 200;

interface OtherItem extends vscode.QuickPickItem {
  readonly tag: TagItem;
}

/**
 * Asks for another tag of the same layer, the nearest first; the one that is
 * pointed at is outlined in its text meanwhile.
 */
export async function pickOtherTag(
  session: Session,
  document: vscode.TextDocument,
  from: TagItem,
  fits: (tag: TagItem) => boolean,
  title: string,
): Promise<TagItem | undefined> {
  const near = asRange(from.range);
  const around = new vscode.Range(
    Math.max(0, near.start.line - reach),
    0,
    near.end.line + reach,
    0,
  );
  const { tags } = await session.tags.around(document, around);
  const others = tags.filter(
    (tag) =>
      tag.id !== from.id &&
      tag.layer === from.layer &&
      tag.status !== 'lost' &&
      tag.review !== 'rejected' &&
      fits(tag),
  );
  if (others.length === 0)
    throw new Refusal(
      vscode.l10n.t('There is no other tag here that this relation could lead to.'),
    );
  const items = byDistance(others, document.offsetAt(near.start), document)
    .slice(0, mostListed)
    .map((tag): OtherItem => {
      const line = vscode.l10n.t('line {0}', tag.range.start.line + 1);
      return {
        label: oneLine(tag.quote),
        description: `${session.corpus.title(tag.label)}  ·  ${line}`,
        iconPath: labelDot(session.corpus.colour(tag.label)),
        tag,
      };
    });
  return shown(items, title, document);
}

function byDistance(
  tags: readonly TagItem[],
  from: number,
  document: vscode.TextDocument,
): TagItem[] {
  const distances = new Map(
    tags.map((tag) => [tag, Math.abs(document.offsetAt(asRange(tag.range).start) - from)]),
  );
  const distance = (tag: TagItem) => distances.get(tag) ?? 0;
  return [...tags].sort((a, b) => distance(a) - distance(b));
}

async function shown(
  items: readonly OtherItem[],
  title: string,
  document: vscode.TextDocument,
): Promise<TagItem | undefined> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const before = editor?.visibleRanges[0];
  const mark = outline();
  const point = (item: OtherItem | undefined) => {
    const ranges = item ? [asRange(item.tag.range)] : [];
    editor?.setDecorations(mark, ranges);
    const [range] = ranges;
    if (range) editor?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Which tag does it lead to?'),
    matchOnDescription: true,
    onDidSelectItem: (item) => point(items.find((one) => one === item)),
  });
  mark.dispose();
  if (!chosen && before) editor?.revealRange(before, vscode.TextEditorRevealType.AtTop);
  return chosen?.tag;
}
