import * as vscode from 'vscode';
import {
  type TagItem,
  type TagsChangedParams,
  tagsChangedNotification,
} from '../../server/src/protocol.ts';
import { isText } from './documents.ts';
import type { Server } from './server.ts';
import { compareStretches } from './tagOrder.ts';

/** How long typing must rest, in milliseconds, before views ask where the tags lie. */
const rest = 250;

interface Known {
  readonly version: number;
  readonly tags: Promise<readonly TagItem[]>;
}

/** The tags of open texts as the server last gave them; asks again once a text or its tags changed. */
export class TagStore implements vscode.Disposable {
  private readonly server: Server;
  private readonly known = new Map<string, Known>();
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

  /** The text's tags in text order; none while the server can't say. */
  of(document: vscode.TextDocument): Promise<readonly TagItem[]> {
    const key = document.uri.toString();
    const known = this.known.get(key);
    if (known && known.version === document.version) return known.tags;
    const tags = this.ask(document.uri, key);
    this.known.set(key, { version: document.version, tags });
    return tags;
  }

  private async ask(uri: vscode.Uri, key: string): Promise<readonly TagItem[]> {
    try {
      const { tags } = await this.server.tags(uri);
      return [...tags].sort((a, b) => compareStretches(a.range, b.range));
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
      }, rest),
    );
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}
