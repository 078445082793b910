import * as vscode from 'vscode';
import {
  type TagItem,
  type TagsChangedParams,
  tagsChangedNotification,
} from '../../server/src/protocol.ts';
import { isText } from './documents.ts';
import type { Server } from './server.ts';
import { compareStretches, touches } from './tagOrder.ts';

/** A text with more tags than this is asked only for those that are needed. */
export const manyTags = 2000;
/** How long typing must rest, in milliseconds, before views ask where the tags lie. */
const rest = 250;
/** The same in a text of many tags. */
const longRest = 1500;

interface Known {
  readonly version: number;
  readonly tags: Promise<readonly TagItem[]>;
}

/** Tags of a part of a text, in text order, and how many the whole has. */
export interface SomeTags {
  readonly tags: readonly TagItem[];
  readonly total: number;
}

/** The tags of open texts as the server last gave them; asks again once a text or its tags changed. */
export class TagStore implements vscode.Disposable {
  private readonly server: Server;
  private readonly known = new Map<string, Known>();
  private readonly totals = new Map<string, number>();
  private readonly layers = new Map<string, readonly string[]>();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listeners: vscode.Disposable[];

  /** Fires with a text's URI when its tags may lie elsewhere or be others. */
  readonly onDidChange = this.changed.event;

  constructor(server: Server) {
    this.server = server;
    this.listeners = [
      server.client.onNotification(tagsChangedNotification, ({ uri }: TagsChangedParams) =>
        this.forget(server.client.protocol2CodeConverter.asUri(uri)),
      ),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isText(document)) this.later(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
      server.onDidChangeState((state) => {
        if (state === 'running') this.forgetAll();
      }),
    ];
  }

  /** The tags that touch a range; none while the server can't say. */
  async near(document: vscode.TextDocument, range: vscode.Range): Promise<SomeTags> {
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known?.version === document.version) {
      const all = await known.tags;
      return { tags: all.filter((tag) => touches(tag.range, range)), total: all.length };
    }
    try {
      const { tags, total, layers } = await this.server.tags(document.uri, range);
      this.totals.set(key, total);
      this.layers.set(key, layers);
      return { tags: inOrder(tags), total };
    } catch {
      return { tags: [], total: 0 };
    }
  }

  /** The tags that touch a range and, in a text without many, all the others as well. */
  async around(document: vscode.TextDocument, range: vscode.Range): Promise<SomeTags> {
    const few = (this.totals.get(document.uri.toString()) ?? manyTags + 1) <= manyTags;
    if (!few) {
      const some = await this.near(document, range);
      if (some.total > manyTags) return some;
    }
    const tags = await this.of(document);
    return { tags, total: tags.length };
  }

  /** The text's tags in text order; none while the server can't say. */
  of(document: vscode.TextDocument): Promise<readonly TagItem[]> {
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known && known.version === document.version) return known.tags;
    const tags = this.ask(document.uri, key);
    this.known.set(key, { version: document.version, tags });
    return tags;
  }

  /** The layers that a text had, besides the main sidecar, when its tags were last asked for. */
  layersOf({ uri }: vscode.TextDocument): readonly string[] {
    return this.layers.get(uri.toString()) ?? [];
  }

  private async ask(uri: vscode.Uri, key: string): Promise<readonly TagItem[]> {
    try {
      const { tags, layers } = await this.server.tags(uri);
      this.totals.set(key, tags.length);
      this.layers.set(key, layers);
      return inOrder(tags);
    } catch {
      this.known.delete(key);
      return [];
    }
  }

  private forget(uri: vscode.Uri): void {
    this.known.delete(uri.toString());
    this.changed.fire(uri);
  }

  private forgetAll(): void {
    this.known.clear();
    for (const document of vscode.workspace.textDocuments) {
      if (isText(document)) this.changed.fire(document.uri);
    }
  }

  private later(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        this.changed.fire(uri);
      }, this.restOf(key)),
    );
  }

  private restOf(key: string): number {
    return (this.totals.get(key) ?? 0) > manyTags ? longRest : rest;
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}

function inOrder(tags: readonly TagItem[]): TagItem[] {
  return [...tags].sort((a, b) => compareStretches(a.range, b.range));
}
