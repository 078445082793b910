import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { isText, textEditor } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { touching } from '../tagOrder.ts';
import { reviewName } from '../tagStatus.ts';
import { mostListed, Refusal } from './command.ts';

/** The tags a command is about, all of one text. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly tags: readonly TagItem[];
}

/** What the views' inline buttons hand to a command. */
export interface TagArgument {
  readonly uri: vscode.Uri;
  readonly tag: TagItem;
}

export function isTagArgument(argument: unknown): argument is TagArgument {
  return (
    typeof argument === 'object' && argument !== null && 'tag' in argument && 'uri' in argument
  );
}

/**
 * The editor of the text that a command is about: the one in view, else the
 * one that was before a page that is no editor of text covered it.
 */
export async function requireText({ lastText }: Session): Promise<vscode.TextEditor> {
  const covered = !vscode.window.activeTextEditor;
  const editor = textEditor() ?? (covered ? await lastText.show() : undefined);
  if (editor) return editor;
  throw new Refusal(vscode.l10n.t('Open a plain text file first.'));
}

/**
 * The stretches a tagging command is about: every selection that is not all
 * white space, and the cursors that stand in or at a word, as empty ranges in
 * it. The server knows best what the word is.
 */
export function stretches(editor: vscode.TextEditor): vscode.Range[] {
  const found = editor.selections.flatMap(({ start, end, isEmpty }) => {
    const { document } = editor;
    if (!isEmpty) {
      const range = new vscode.Range(start, end);
      return document.getText(range).trim() === '' ? [] : [range];
    }
    const word = document.getWordRangeAtPosition(start);
    if (!word) return [];
    const inside = start.isEqual(word.end) ? start.translate(0, -1) : start;
    return [new vscode.Range(inside, inside)];
  });
  if (found.length > 0) return found;
  throw new Refusal(vscode.l10n.t('Select some text, or put the cursor in a word.'));
}

/** What is selected; else what stands at the cursor, as the server sees it: a tag, a name or a word. */
export async function mentionAt(
  session: Session,
  text: vscode.Uri,
  range: vscode.Range,
): Promise<vscode.Range> {
  if (!range.isEmpty) return range;
  return (await session.server.standingAt(text, range.start)) ?? range;
}

/**
 * The tags a command works on: those of the argument, else those at the
 * cursors. Where several lie at one place the user is asked. Undefined when
 * the user backs out.
 */
export async function targetTags(
  session: Session,
  argument: unknown,
  wanted: (tag: TagItem) => boolean = () => true,
): Promise<Target | undefined> {
  if (isTagArgument(argument)) return { uri: argument.uri, tags: [argument.tag] };
  const editor = await requireText(session);
  const { uri } = editor.document;
  const found = new Map<string, TagItem>();
  for (const selection of editor.selections) {
    const { tags } = await session.tags.near(editor.document, selection);
    const placed = tags.filter((tag) => tag.status !== 'lost' && wanted(tag));
    for (const tag of touching(placed, selection)) found.set(`${tag.layer}/${tag.id}`, tag);
  }
  const tags = [...found.values()];
  if (tags.length === 0) throw new Refusal(vscode.l10n.t('There is no such tag at the cursor.'));
  if (tags.length === 1) return { uri, tags };
  const many = editor.selections.length > 1 || !editor.selection.isEmpty;
  const chosen = await pickTags(session, tags, many);
  return chosen && { uri, tags: chosen };
}

/** Tags as the server's commands take them: several are one step for undo. */
export function named({ server }: Session, { uri, tags }: Target) {
  const layers = new Set(tags.map(({ layer = '' }) => layer));
  const [layer] = layers.size === 1 ? layers : [];
  return {
    uri: server.uri(uri),
    ids: tags.map(({ id }) => id),
    ...(layer !== undefined && { layer }),
  };
}

/** As `targetTags`, but one tag only. */
export async function targetTag(
  session: Session,
  argument: unknown,
): Promise<TagArgument | undefined> {
  const target = await targetTags(session, argument);
  if (!target) return undefined;
  const [first] = target.tags;
  if (target.tags.length === 1 && first) return { uri: target.uri, tag: first };
  const [tag] = (await pickTags(session, target.tags, false)) ?? [];
  return tag && { uri: target.uri, tag };
}

async function pickTags(
  session: Session,
  tags: readonly TagItem[],
  many: boolean,
): Promise<TagItem[] | undefined> {
  const items = tags.slice(0, mostListed).map((tag) => ({
    label: session.corpus.title(tag.label),
    description: [oneLine(tag.quote), reviewName(tag)].filter(Boolean).join('  ·  '),
    picked: true,
    tag,
  }));
  const title = vscode.l10n.t('Which Tag?');
  if (many) {
    const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
    return chosen?.map(({ tag }) => tag);
  }
  const chosen = await vscode.window.showQuickPick(items, { title });
  return chosen && [chosen.tag];
}

/** The open document of a text. */
export async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (isText(document)) return document;
  throw new Refusal(vscode.l10n.t('Open a plain text file first.'));
}
