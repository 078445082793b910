import * as vscode from 'vscode';
import type { RelationItem, TagItem } from '../../../server/src/protocol.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { type Command, Refusal } from './command.ts';
import { type TagArgument, targetTags } from './target.ts';

/** What the Tags view hands over: a relation of a tag. */
export interface RelationArgument extends TagArgument {
  readonly relation: RelationItem;
}

function isRelationArgument(argument: unknown): argument is RelationArgument {
  return typeof argument === 'object' && argument !== null && 'relation' in argument;
}

/** Takes a relation of the tag at the cursor away, or the one of a view's button. */
export const removeRelation: Command = {
  id: 'glossator.removeRelation',
  async run(session, argument) {
    const target = isRelationArgument(argument) ? argument : await chosen(session, argument);
    if (!target) return;
    await session.server.run('glossator.unrelate', {
      uri: session.server.uri(target.uri),
      id: target.relation.id,
      layer: target.tag.layer ?? '',
    });
  },
};

async function chosen(session: Session, argument: unknown): Promise<RelationArgument | undefined> {
  const target = await targetTags(session, argument, ({ relations = [] }) => relations.length > 0);
  if (!target) return undefined;
  const { uri, tags } = target;
  const all = tags.flatMap((tag) => (tag.relations ?? []).map((relation) => ({ tag, relation })));
  const [only] = all;
  if (!only) throw new Refusal(vscode.l10n.t('This tag has no relations.'));
  if (all.length === 1) return { uri, ...only };
  await session.corpus.get();
  const items = all.map((one) => ({ ...itemOf(session, one), one }));
  const title = vscode.l10n.t('Which Relation?');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return picked && { uri, ...picked.one };
}

function itemOf(
  { corpus }: Session,
  { tag, relation }: { readonly tag: TagItem; readonly relation: RelationItem },
): vscode.QuickPickItem {
  const ends = [tag.quote, relation.other.quote].map((quote) => oneLine(quote, 40));
  if (!relation.out) ends.reverse();
  return { label: ends.join(' → '), description: corpus.relationTitle(relation.label) };
}
