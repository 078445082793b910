import * as vscode from 'vscode';
import type { CorpusRelation, TagItem } from '../../../server/src/protocol.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { touching } from '../tagOrder.ts';
import { type Command, Refusal } from './command.ts';
import { pickOtherTag } from './pickOtherTag.ts';
import { documentOf, isTagArgument, requireText, type TagArgument, targetTag } from './target.ts';

/** Relates the tag at the cursor to one that is chosen, or the tag at the first of two cursors to that at the second. */
export const relateTag: Command = {
  id: 'glossator.relateTag',
  async run(session, argument) {
    const both = isTagArgument(argument) ? undefined : await atTwoCursors(session);
    const target = both?.from ?? (await targetTag(session, argument));
    if (!target) return;
    const { uri, tag } = target;
    const kind = await pickKind(session, tag, both?.to);
    if (!kind) return;
    const title = vscode.l10n.t('{0}: “{1}” → …', kind.title, oneLine(tag.quote, 40));
    const fits = ({ label }: TagItem) => kind.to?.includes(label) ?? true;
    const to = both?.to ?? (await pickOtherTag(session, await documentOf(uri), tag, fits, title));
    if (!to) return;
    await session.server.run('glossator.relate', {
      uri: session.server.uri(uri),
      id: tag.id,
      to: to.id,
      label: kind.name,
      layer: tag.layer ?? '',
    });
  },
};

/** The innermost tags at two cursors, in the order in which these were set; undefined where there are not two. */
async function atTwoCursors(
  session: Session,
): Promise<{ from: TagArgument; to: TagItem } | undefined> {
  const { document, selections } = await requireText(session);
  if (selections.length !== 2) return undefined;
  const tags = await Promise.all(
    selections.map(async (selection) => {
      const near = await session.tags.near(document, selection);
      const placed = near.tags.filter(({ status }) => status !== 'lost');
      return touching(placed, selection)[0];
    }),
  );
  const [tag, to] = tags;
  if (!tag || !to || tag.id === to.id) return undefined;
  return { from: { uri: document.uri, tag }, to };
}

/** Asks for the kind of relation, among those that may lead from the tag (and to the other one). */
async function pickKind(
  session: Session,
  from: TagItem,
  to: TagItem | undefined,
): Promise<CorpusRelation | undefined> {
  const kinds = (await session.corpus.get())?.relations ?? [];
  if (kinds.length === 0) return newKind(from);
  const allowed = (labels: readonly string[] | undefined, tag: TagItem | undefined) =>
    !labels || !tag || labels.includes(tag.label);
  const fitting = kinds.filter((kind) => allowed(kind.from, from) && allowed(kind.to, to));
  const [only] = fitting;
  if (!only) throw new Refusal(none(session, from, to));
  if (fitting.length === 1) return only;
  const items = fitting.map((kind) => ({
    label: kind.title,
    description: kind.title === kind.name ? '' : kind.name,
    relation: kind,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Relation of “{0}”', oneLine(from.quote, 40)),
    placeHolder: vscode.l10n.t('Which kind of relation?'),
    matchOnDescription: true,
  });
  return chosen?.relation;
}

function none({ corpus }: Session, from: TagItem, to: TagItem | undefined): string {
  const start = corpus.title(from.label);
  return to
    ? vscode.l10n.t(
        'The tagset has no relation that leads from {0} to {1}.',
        start,
        corpus.title(to.label),
      )
    : vscode.l10n.t('The tagset has no relation that leads from {0}.', start);
}

/** A corpus that defines no relations takes any name. */
async function newKind(from: TagItem): Promise<CorpusRelation | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Relation of “{0}”', oneLine(from.quote, 40)),
    prompt: vscode.l10n.t('Name of the relation, such as member-of'),
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('A relation needs a name.') : undefined,
  });
  return name === undefined ? undefined : { name: name.trim(), title: name.trim() };
}
