import * as vscode from 'vscode';
import { isText, textEditor } from '../documents.ts';
import type { Session } from '../session.ts';
import { touching } from '../tagOrder.ts';
import { needsReview } from '../tagStatus.ts';

/** How long the cursor must rest, in milliseconds. */
const rest = 80;

/** Keeps the context keys that the manifest's `when` clauses use. */
export class ContextKeys implements vscode.Disposable {
  private readonly session: Session;
  private readonly listeners: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.session = session;
    const later = () => this.later();
    this.listeners = [
      session.tags.onDidChange(later),
      session.corpus.onDidChange(later),
      session.server.onDidChangeState(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        if (isText(document)) this.later();
      }),
    ];
    this.later();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), rest);
  }

  private async update(): Promise<void> {
    const editor = textEditor();
    const tags = editor ? await this.session.tags.of(editor.document) : [];
    const placed = tags.filter(({ status }) => status !== 'lost');
    const here = editor?.selections.flatMap((selection) => touching(placed, selection)) ?? [];
    set('textOpen', editor !== undefined);
    set('serverState', this.session.server.state);
    set('hasTags', tags.length > 0);
    set('needsReview', tags.some(needsReview));
    set('tagAtCursor', here.length > 0);
    set(
      'suggestionAtCursor',
      here.some(({ review }) => review === 'suggested'),
    );
    const corpus = await this.session.corpus.get();
    set('active', corpus?.active ?? false);
    set('hasEntities', (corpus?.entities.length ?? 0) > 0);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}

function set(key: string, value: boolean | string): void {
  void vscode.commands.executeCommand('setContext', `glossator.${key}`, value);
}
