import * as vscode from 'vscode';
import type { CorpusEntity, MentionsResult } from '../../../server/src/protocol.ts';
import { asRange } from '../documents.ts';
import type { Session } from '../session.ts';
import { entityIcon } from './icons.ts';

type Mention = MentionsResult['locations'][number];
type Node =
  | { readonly kind: 'entity'; readonly entity: CorpusEntity }
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'more'; readonly hidden: number };

/** The list shows at most this many entities, and as many mentions of one. */
const listed = 2000;

/** The entities of the corpus, most mentioned first, and where each is mentioned. */
export class EntitiesView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly session: Session;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly listeners: vscode.Disposable[];

  readonly onDidChangeTreeData = this.changed.event;

  constructor(session: Session) {
    this.session = session;
    this.listeners = [
      vscode.window.registerTreeDataProvider('glossator.entities', this),
      session.corpus.onDidChange(() => this.changed.fire(undefined)),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'entity') return this.mentions(node.entity);
    if (node) return [];
    const entities = (await this.session.corpus.get())?.entities ?? [];
    const sorted = [...entities].sort(
      (a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name),
    );
    return limited(sorted, (entity) => ({ kind: 'entity', entity }));
  }

  private async mentions({ id, name }: CorpusEntity): Promise<Node[]> {
    try {
      const { locations } = await this.session.server.mentions(id ?? name);
      return limited(locations, (mention) => ({ kind: 'mention', mention }));
    } catch {
      // The server is on its way down or up: the next state asks anew.
      return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'entity') return entityItem(node.entity);
    if (node.kind === 'mention') return mentionItem(node.mention);
    return new vscode.TreeItem(
      vscode.l10n.t('… and {0} more that this list leaves out', node.hidden),
    );
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}

function limited<T>(all: readonly T[], nodeOf: (item: T) => Node): Node[] {
  const nodes = all.slice(0, listed).map(nodeOf);
  return all.length > listed ? [...nodes, { kind: 'more', hidden: all.length - listed }] : nodes;
}

function entityItem(entity: CorpusEntity): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(entity.name, entity.mentions > 0 ? Collapsed : None);
  item.id = `entity:${entity.id ?? `${entity.type}:${entity.name}`}`;
  item.description = counted(entity);
  const facts = [entity.type, entity.id, entity.description].filter(Boolean);
  item.tooltip = [entity.name, ...facts].join('\n');
  item.accessibilityInformation = { label: [entity.name, item.description, ...facts].join(', ') };
  item.iconPath = entityIcon(entity.type);
  item.contextValue = entity.id === undefined ? 'name' : 'entity';
  return item;
}

function counted({ mentions, texts }: CorpusEntity): string {
  return texts === 1
    ? vscode.l10n.t('{0} in 1 text', mentions)
    : vscode.l10n.t('{0} in {1} texts', mentions, texts);
}

function mentionItem({ uri, range, line }: Mention): vscode.TreeItem {
  const start = range.start.character;
  const end = range.end.line === range.start.line ? range.end.character : line.length;
  const cut = Math.max(0, start - 24);
  const lead = (cut > 0 ? '…' : '') + line.slice(cut, start);
  const item = new vscode.TreeItem({
    label: lead + line.slice(start, end + 80),
    highlights: [[lead.length, lead.length + end - start]],
  });
  const target = vscode.Uri.parse(uri);
  item.description = `${vscode.workspace.asRelativePath(target)}:${range.start.line + 1}`;
  item.command = {
    title: vscode.l10n.t('Show Mention'),
    command: 'vscode.open',
    arguments: [target, { selection: asRange(range) }],
  };
  return item;
}
