import * as vscode from 'vscode';
import type { CorpusEntity } from '../../../server/src/protocol.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { entityIcon } from '../views/icons.ts';
import { Refusal } from './command.ts';

/** What the person chose: a record of the registry, a new one, or none. */
export type EntityChoice =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'none' };

interface EntityItem extends vscode.QuickPickItem {
  readonly choice: EntityChoice;
}

/**
 * Asks for an entity of the registry, those whose names share a word with the
 * mention first.
 * @param mention the words that the question is about
 * @param offer what else can be chosen
 */
export async function pickEntity(
  session: Session,
  title: string,
  mention: string,
  offer: { readonly create?: boolean; readonly unlink?: boolean } = {},
): Promise<EntityChoice | undefined> {
  const entities = (await session.corpus.get())?.entities ?? [];
  const known = likeliestFirst(entities, mention).flatMap(entityItem);
  const items: EntityItem[] = [
    ...(offer.unlink ? [plainItem('circle-slash', vscode.l10n.t('No Entity'), 'none')] : []),
    ...known,
    ...(offer.create
      ? [plainItem('add', vscode.l10n.t('New Entity “{0}”', oneLine(mention, 40)), 'new')]
      : []),
  ];
  if (items.length === 0) {
    throw new Refusal(
      vscode.l10n.t('The registry has no entities yet. “Create Entity from Mention…” makes one.'),
    );
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: `${title}: ${oneLine(mention, 40)}`,
    placeHolder: vscode.l10n.t('Type a part of the entity’s name, type or id'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.choice;
}

function plainItem(icon: string, label: string, kind: 'new' | 'none'): EntityItem {
  return { label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, choice: { kind } };
}

function entityItem(entity: CorpusEntity): EntityItem[] {
  const { id, name, type, mentions, description } = entity;
  if (id === undefined) return [];
  const count =
    mentions === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', mentions);
  return [
    {
      label: name,
      description: [id, type, count].join('  ·  '),
      ...(description !== undefined && { detail: description }),
      iconPath: entityIcon(type),
      choice: { kind: 'known', id },
    },
  ];
}

/** The entities as they come, but those that share a word with the mention in front. */
function likeliestFirst(entities: readonly CorpusEntity[], mention: string): CorpusEntity[] {
  const words = new Set(wordsOf(mention));
  const like = ({ name }: CorpusEntity) => wordsOf(name).some((word) => words.has(word));
  return [...entities.filter(like), ...entities.filter((entity) => !like(entity))];
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
