import * as vscode from 'vscode';
import { type CorpusResult, corpusChangedNotification } from '../../server/src/protocol.ts';
import { textEditor } from './documents.ts';
import { type LabelColour, labelColour } from './palette.ts';
import type { Server } from './server.ts';

export type Label = CorpusResult['labels'][number];

/** What holds for the text in view: tagset, registry, whether the folder is a corpus. */
export class CorpusStore implements vscode.Disposable {
  private readonly server: Server;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable[];
  private current: Promise<CorpusResult | undefined> | undefined;
  private labels: ReadonlyMap<string, Label> = new Map();
  private relations: ReadonlyMap<string, string> = new Map();
  private askedFor = '';

  readonly onDidChange = this.changed.event;

  constructor(server: Server) {
    this.server = server;
    this.listeners = [
      server.client.onNotification(corpusChangedNotification, () => this.forget()),
      server.onDidChangeState((state) => {
        if (state === 'running') this.forget();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        if (this.folder() !== this.askedFor) this.forget();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.forget()),
    ];
  }

  /** The corpus of the text in view; undefined while the server can't say. */
  get(): Promise<CorpusResult | undefined> {
    this.current ??= this.ask();
    return this.current;
  }

  /** The label's definition, as far as the corpus is known. */
  label(name: string): Label | undefined {
    return this.labels.get(name);
  }

  /** The name to show for a label. */
  title(name: string): string {
    return this.labels.get(name)?.title || name;
  }

  /** The name to show for a kind of relation. */
  relationTitle(name: string): string {
    return this.relations.get(name) || name;
  }

  colour(name: string): LabelColour {
    return labelColour(this.labels.get(name)?.colour);
  }

  private async ask(): Promise<CorpusResult | undefined> {
    this.askedFor = this.folder();
    try {
      const corpus = await this.server.corpus(textEditor()?.document.uri);
      this.labels = new Map(corpus.labels.map((label) => [label.name, label]));
      this.relations = new Map(corpus.relations.map(({ name, title }) => [name, title]));
      return corpus;
    } catch {
      this.current = undefined;
      return undefined;
    }
  }

  private folder(): string {
    const text = textEditor()?.document.uri;
    const folder = text && vscode.workspace.getWorkspaceFolder(text);
    return (folder?.uri ?? text)?.toString() ?? '';
  }

  private forget(): void {
    this.current = undefined;
    this.changed.fire();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}
