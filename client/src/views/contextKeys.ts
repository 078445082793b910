import * as vscode from 'vscode';
import { isText, textEditor } from '../documents.ts';
import type { Session } from '../session.ts';
import { touching } from '../tagOrder.ts';
import { needsReview } from '../tagStatus.ts';
import { OnceAtRest } from './onceAtRest.ts';

/** How long the cursor must rest, in milliseconds. */
const rest = 80;

/** Keeps the context keys that the manifest's `when` clauses use. */
export class ContextKeys implements vscode.Disposable {
  private readonly session: Session;
  private readonly listeners: vscode.Disposable[];
  private readonly settled = new OnceAtRest(() => void this.update(), rest);

  constructor(session: Session) {
    this.session = session;
    const later = this.settled.ask;
    this.listeners = [
      session.tags.onDidChange(later),
      session.corpus.onDidChange(later),
      session.server.onDidChangeState(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.workspace.onDidOpenTextDocument(later),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        if (isText(document)) later();
      }),
    ];
    later();
  }

  private async update(): Promise<void> {
    const editor = textEditor();
    set('textOpen', editor !== undefined);
    set('serverState', this.session.server.state);
    const { tags, total } = editor
      ? await this.session.tags.around(editor.document, reach(editor.selections))
      : { tags: [], total: 0 };
    // Another text came into view meanwhile, and its own update with it.
    if (editor !== textEditor()) return;
    const placed = tags.filter(({ status }) => status !== 'lost');
    const here = editor?.selections.flatMap((selection) => touching(placed, selection)) ?? [];
    const layers = editor ? this.session.tags.layersOf(editor.document) : [];
    set('hasTags', total > 0);
    set('hasLayers', layers.length > 1);
    set('needsReview', tags.some(needsReview) || (editor && isFound(editor.document)) === true);
    set('tagAtCursor', here.length > 0);
    set(
      'relationAtCursor',
      here.some(({ relations }) => relations !== undefined),
    );
    set(
      'suggestionAtCursor',
      here.some(({ review }) => review === 'suggested'),
    );
    const corpus = await this.session.corpus.get();
    set('active', corpus?.active ?? false);
    set('hasEntities', (corpus?.entities.length ?? 0) > 0);
  }

  dispose(): void {
    this.settled.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}

/** From the first selection to the last. */
function reach(selections: readonly vscode.Selection[]): vscode.Range {
  return selections.reduce<vscode.Range>(
    (all, selection) => all.union(selection),
    selections[0] ?? new vscode.Range(0, 0, 0, 0),
  );
}

/** Whether the Problems panel has a tag of the text whose place is in doubt. */
function isFound({ uri }: vscode.TextDocument): boolean {
  return vscode.languages.getDiagnostics(uri).some(({ code }) => {
    const name = typeof code === 'object' ? code.value : code;
    return name === 'tag/moved' || name === 'tag/changed' || name === 'tag/lost';
  });
}

function set(key: string, value: boolean | string): void {
  void vscode.commands.executeCommand('setContext', `glossator.${key}`, value);
}
