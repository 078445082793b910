import * as vscode from 'vscode';
import type { RelationItem, TagItem, TagList, TagPart } from '../../../server/src/protocol.ts';
import type { TagArgument } from '../commands/target.ts';
import { textEditor } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import { isPage } from '../pages.ts';
import type { Session } from '../session.ts';
import { reviewName, statusName } from '../tagStatus.ts';
import { labelIcon } from './icons.ts';
import { partsOf, type TagNode, type TagOrder, topLists } from './tagTree.ts';

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
    const look = () => {
      if (this.inView() !== this.shown) refresh();
    };
    this.listeners = [
      vscode.window.registerTreeDataProvider('glossator.tags', this),
      session.corpus.onDidChange(refresh),
      session.tags.onDidChange((uri) => {
        if (uri.toString() === this.shown?.uri.toString()) refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(look),
      // A document gets another language by being closed and opened in its editor.
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.commands.registerCommand('glossator.groupByLabel', () => this.arrange('label')),
      vscode.commands.registerCommand('glossator.listInTextOrder', () => this.arrange('text')),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const uri = node?.uri ?? this.look();
    if (!uri) return [];
    try {
      return (await this.below(node, uri)).map((child) => ({ ...child, uri }));
    } catch {
      // The server is on its way down or up: the next state asks anew.
      return [];
    }
  }

  /** The text in view, which the tree is about from now on. */
  private look(): vscode.Uri | undefined {
    this.shown = this.inView();
    return this.shown?.uri;
  }

  /** A tag's old and new place are looked at in between: the list stays what it is. */
  private inView(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    return active && isPage(active) ? this.session.lastText.document : textEditor()?.document;
  }

  private async below(node: TagNode | undefined, uri: vscode.Uri): Promise<TagNode[]> {
    if (node?.kind === 'list') return this.listed(node.list, node.count, uri);
    if (node?.kind === 'part') return this.tagsOf(node, uri);
    if (node?.kind === 'tag') return relationsOf(node.tag);
    if (node) return [];
    const labels = (await this.session.corpus.get())?.labels.map(({ name }) => name) ?? [];
    const counts = await this.session.server.tagCounts(uri);
    const top = topLists(counts, this.order, labels);
    if (this.order === 'label') return top;
    return top.concat(await this.listed('placed', counts.placed, uri));
  }

  /** The tags of a list, or its parts where they are many. */
  private async listed(list: TagList, count: number, uri: vscode.Uri): Promise<TagNode[]> {
    const parts = partsOf(list, count);
    const [only] = parts;
    if (parts.length === 1 && only) return this.tagsOf(only, uri);
    return parts.map((part) => ({ kind: 'part', ...part }));
  }

  private async tagsOf({ list, from, count }: TagPart, uri: vscode.Uri): Promise<TagNode[]> {
    const { tags } = await this.session.server.tagPart(uri, { list, from, count });
    return tags.map((tag) => ({ kind: 'tag', tag, inReview: list === 'review' }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'list':
        return node.list === 'review'
          ? reviewItem(node.count)
          : this.groupItem(node.list.label, node.count);
      case 'part':
        return partItem(node);
      case 'tag':
        return this.tagItem(node, node.uri);
      case 'relation':
        return this.relationItem(node, node.uri);
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
    item.description = count.toLocaleString(vscode.env.language);
    item.iconPath = labelIcon(this.session.corpus.colour(label));
    item.contextValue = 'label';
    return item;
  }

  private tagItem(
    { tag, inReview }: { readonly tag: TagItem; readonly inReview: boolean },
    uri: vscode.Uri,
  ): vscode.TreeItem {
    const item = new vscode.TreeItem(oneLine(tag.quote), collapsible(tag));
    const title = this.session.corpus.title(tag.label);
    const name = inReview ? `${statusName(tag)} · ${title}` : this.order === 'text' ? title : '';
    const line = tag.status === 'lost' ? '' : vscode.l10n.t('line {0}', tag.range.start.line + 1);
    item.id = `${inReview ? 'review' : 'tag'}:${tag.layer ?? ''}:${tag.id}`;
    item.description = [reviewName(tag), line, name, tag.entity, tag.layer]
      .filter(Boolean)
      .join(' · ');
    const facts = this.facts(tag);
    item.tooltip = [tag.quote, ...facts].join('\n');
    item.accessibilityInformation = {
      label: [item.label, line, ...facts, tag.layer].filter(Boolean).join(', '),
    };
    item.iconPath = inReview
      ? new vscode.ThemeIcon(tag.status === 'lost' ? 'circle-slash' : 'warning')
      : tag.review === 'rejected'
        ? new vscode.ThemeIcon('circle-slash')
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

  private relationItem(
    { tag, relation }: { readonly tag: TagItem; readonly relation: RelationItem },
    uri: vscode.Uri,
  ): vscode.TreeItem {
    const { id, label, out, other } = relation;
    const title = this.session.corpus.relationTitle(label);
    const item = new vscode.TreeItem(title);
    const line = vscode.l10n.t('line {0}', other.range.start.line + 1);
    item.id = `relation:${tag.layer ?? ''}:${id}:${tag.id}`;
    item.description = `${oneLine(other.quote)} · ${line}`;
    const ends = out ? [tag.quote, other.quote] : [other.quote, tag.quote];
    item.tooltip = `${oneLine(ends[0] ?? '')} → ${oneLine(ends[1] ?? '')}\n${title}`;
    item.accessibilityInformation = {
      label: out
        ? vscode.l10n.t('{0} to {1}, {2}', title, oneLine(other.quote), line)
        : vscode.l10n.t('{0} from {1}, {2}', title, oneLine(other.quote), line),
    };
    item.iconPath = new vscode.ThemeIcon(out ? 'arrow-small-right' : 'arrow-small-left');
    item.contextValue = 'relation';
    const argument: TagArgument = { uri, tag: { ...tag, ...other } };
    item.command = {
      title: vscode.l10n.t('Show Tag'),
      command: 'glossator.revealTag',
      arguments: [argument],
    };
    return item;
  }

  /** What there is to say about a tag, the label first. */
  private facts(tag: TagItem): string[] {
    const facts = [
      this.session.corpus.title(tag.label),
      tag.entity && vscode.l10n.t('Entity: {0}', tag.entity),
      tag.by && vscode.l10n.t('By: {0}', tag.by),
      ...Object.entries(tag.attributes ?? {}).map(([name, value]) => `${name}: ${value}`),
      tag.note && vscode.l10n.t('Note: {0}', tag.note),
      statusName(tag),
      reviewName(tag),
    ];
    return facts.filter((fact): fact is string => Boolean(fact));
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

function relationsOf(tag: TagItem): TagNode[] {
  return (tag.relations ?? []).map((relation) => ({ kind: 'relation', tag, relation }));
}

function collapsible({ relations }: TagItem): vscode.TreeItemCollapsibleState {
  return relations
    ? vscode.TreeItemCollapsibleState.Collapsed
    : vscode.TreeItemCollapsibleState.None;
}

function partItem({ list, from, count }: TagPart): vscode.TreeItem {
  const number = (value: number) => value.toLocaleString(vscode.env.language);
  const item = new vscode.TreeItem(
    `${number(from + 1)}–${number(from + count)}`,
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = `part:${typeof list === 'string' ? list : `label:${list.label}`}:${from}`;
  return item;
}

function reviewItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Needs review'),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = 'review';
  item.description = count.toLocaleString(vscode.env.language);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'review';
  return item;
}
