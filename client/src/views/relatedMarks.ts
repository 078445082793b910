import * as vscode from 'vscode';
import { asRange, isText, textEditor } from '../documents.ts';
import type { Session } from '../session.ts';
import { touching } from '../tagOrder.ts';
import { OnceAtRest } from './onceAtRest.ts';

/** How long the cursor must rest, in milliseconds. */
const rest = 80;

/** How a tag is outlined that another one is related to. */
export function outline(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    outlineWidth: '1px',
    outlineStyle: 'dashed',
    outlineColor: new vscode.ThemeColor('editor.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.wordHighlightForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });
}

/** Outlines the tags that the tags at the cursor are related to. */
export class RelatedMarks implements vscode.Disposable {
  private readonly session: Session;
  private readonly mark = outline();
  private readonly listeners: vscode.Disposable[];
  private marked: vscode.TextEditor | undefined;
  private readonly settled = new OnceAtRest(() => void this.update(), rest);

  constructor(session: Session) {
    this.session = session;
    const later = this.settled.ask;
    this.listeners = [
      session.tags.onDidChange(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        if (isText(document)) later();
      }),
    ];
  }

  private async update(): Promise<void> {
    const editor = textEditor();
    const found = editor ? await this.related(editor) : [];
    if (editor !== textEditor()) return;
    if (this.marked !== editor) this.marked?.setDecorations(this.mark, []);
    editor?.setDecorations(this.mark, found);
    this.marked = editor;
  }

  /** Where the tags lie that those at the cursors are related to. */
  private async related({ document, selections }: vscode.TextEditor): Promise<vscode.Range[]> {
    const places = await Promise.all(
      selections.map(async (selection) => {
        const { tags } = await this.session.tags.near(document, selection);
        const placed = tags.filter(({ status }) => status !== 'lost');
        return touching(placed, selection).flatMap(({ relations = [] }) => relations);
      }),
    );
    return places.flat().map(({ other }) => asRange(other.range));
  }

  dispose(): void {
    this.settled.dispose();
    for (const listener of this.listeners) listener.dispose();
    this.mark.dispose();
  }
}
