import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import type { TagArgument } from '../commands/target.ts';
import { textEditor } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { needsReview, statusName } from '../tagStatus.ts';
import { labelIcon } from './icons.ts';
import { childNodes, type TagNode, type TagOrder, topNodes } from './tagTree.ts';

/** A node, and the text it is of, as commands expect it. */
type Node = TagNode & { readonly uri: vscode.Uri };

/** The tags of the text in view. */
export class TagsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly session: Session;
  private readonly memory: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly listeners: vscode.Disposable[];
  private order: TagOrder;
  private shown: vscode.TextDocument | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(session: Session, memory: vscode.Memento) {
    this.session = session;
    this.memory = memory;
    this.order = memory.get<TagOrder>('tagOrder', 'label');
    this.arrange(this.order);
    const refresh = () => this.refresh();
    this.listeners = [
      vscode.window.registerTreeDataProvider('glossator.tags', this),
      session.corpus.onDidChange(refresh),
      session.tags.onDidChange((uri) => {
        if (uri.toString() === this.shown?.uri.toString()) refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        if (textEditor()?.document !== this.shown) refresh();
      }),
      vscode.commands.registerCommand('glossator.groupByLabel', () => this.arrange('label')),
      vscode.commands.registerCommand('glossator.listInTextOrder', () => this.arrange('text')),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return childNodes(node).map((child) => ({ ...child, uri: node.uri }));
    const document = textEditor()?.document;
    this.shown = document;
    if (!document) return [];
    const labels = (await this.session.corpus.get())?.labels.map(({ name }) => name) ?? [];
    const tags = await this.session.tags.of(document);
    const top = topNodes(tags, this.order, labels, needsReview);
    return top.map((node) => ({ ...node, uri: document.uri }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return this.groupItem(node.label, node.tags.length);
      case 'review':
        return reviewItem(node.tags.length);
      case 'tag':
        return this.tagItem(node, node.uri);
      case 'more':
        return new vscode.TreeItem(
          vscode.l10n.t('… and {0} more that this list leaves out', node.hidden),
        );
    }
  }

  private groupItem(label: string, count: number): vscode.TreeItem {
    const item = new vscode.TreeItem(
      this.session.corpus.title(label),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.id = `label:${label}`;
    item.description = String(count);
    item.iconPath = labelIcon(this.session.corpus.colour(label));
    item.contextValue = 'label';
    return item;
  }

  private tagItem(
    { tag, inReview }: { readonly tag: TagItem; readonly inReview: boolean },
    uri: vscode.Uri,
  ): vscode.TreeItem {
    const item = new vscode.TreeItem(oneLine(tag.quote));
    const title = this.session.corpus.title(tag.label);
    const name = inReview ? `${statusName(tag)} · ${title}` : this.order === 'text' ? title : '';
    const line = tag.status === 'lost' ? '' : vscode.l10n.t('line {0}', tag.range.start.line + 1);
    item.id = `${inReview ? 'review' : 'tag'}:${tag.layer ?? ''}:${tag.id}`;
    item.description = [line, name, tag.entity, tag.layer].filter(Boolean).join(' · ');
    item.tooltip = this.tooltip(tag);
    item.iconPath = inReview
      ? new vscode.ThemeIcon(tag.status === 'lost' ? 'circle-slash' : 'warning')
      : labelIcon(this.session.corpus.colour(tag.label));
    item.contextValue = inReview ? `review-${tag.status}` : (tag.review ?? 'accepted');
    const argument: TagArgument = { uri, tag };
    item.command = {
      title: vscode.l10n.t('Show Tag'),
      command: inReview ? 'glossator.compareContext' : 'glossator.revealTag',
      arguments: [argument],
    };
    return item;
  }

  private tooltip(tag: TagItem): string {
    const { title } = this.session.corpus;
    const lines = [
      tag.quote,
      title.call(this.session.corpus, tag.label),
      tag.entity && vscode.l10n.t('Entity: {0}', tag.entity),
      tag.by && vscode.l10n.t('By: {0}', tag.by),
      tag.note && vscode.l10n.t('Note: {0}', tag.note),
      statusName(tag),
    ];
    return lines.filter(Boolean).join('\n');
  }

  private arrange(order: TagOrder): void {
    this.order = order;
    void this.memory.update('tagOrder', order);
    void vscode.commands.executeCommand('setContext', 'glossator.tagOrder', order);
    this.refresh();
  }

  private refresh(): void {
    this.changed.fire(undefined);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}

function reviewItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Needs review'),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = 'review';
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'review';
  return item;
}
