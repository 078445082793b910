import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import { asRange, isText } from '../documents.ts';
import type { Session } from '../session.ts';
import { depths } from '../tagOrder.ts';
import { DecorationTypes, type Look } from './decorationTypes.ts';

/** Lines above and below the visible ones that are drawn with them. */
const margin = 100;
/** Of a line that is visible in part, as one that wraps may be, so many units around the part. */
const marginUnits = 5000;
/** Milliseconds that scrolling must rest before tags are drawn. */
const rest = 60;

/** Draws the tags of every visible text in their labels' colours. */
export class TagDecorations implements vscode.Disposable {
  private readonly session: Session;
  private readonly types = new DecorationTypes();
  private readonly waiting = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  private readonly listeners: vscode.Disposable[];

  constructor(session: Session) {
    this.session = session;
    this.listeners = [
      session.tags.onDidChange((uri) => this.refresh(uri)),
      session.corpus.onDidChange(() => this.refresh()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.refresh()),
      // It may be open already, in another language.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.refresh(uri)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.later(textEditor)),
      vscode.window.onDidChangeActiveColorTheme(() => this.restyle()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('glossator.decorations')) this.restyle();
      }),
    ];
    this.refresh();
  }

  private restyle(): void {
    this.types.clear();
    this.refresh();
  }

  private refresh(uri?: vscode.Uri): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (!uri || editor.document.uri.toString() === uri.toString()) this.later(editor);
    }
  }

  private later(editor: vscode.TextEditor): void {
    clearTimeout(this.waiting.get(editor));
    this.waiting.set(
      editor,
      setTimeout(() => {
        this.waiting.delete(editor);
        void this.draw(editor);
      }, rest),
    );
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    if (!isText(editor.document)) return this.clear(editor);
    const { version } = editor.document;
    await this.session.corpus.get();
    const near = nearby(editor.visibleRanges);
    const { tags: known } = await this.session.tags.around(editor.document, near);
    const tags = known.filter(({ status, review }) => status !== 'lost' && review !== 'rejected');
    // Typing went on meanwhile: VS Code moves what is drawn, and the next rest draws anew.
    if (editor.document.version !== version) return;
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    const nesting = depths(tags);
    tags.forEach((tag, at) => {
      const type = this.types.get(this.look(tag, nesting[at] ?? 0));
      const pieces = tag.fragments?.length ? tag.fragments : [tag.range];
      const drawn = ranges.get(type) ?? [];
      ranges.set(type, drawn);
      for (const piece of pieces) drawn.push(asRange(piece));
    });
    for (const type of this.types.all()) editor.setDecorations(type, ranges.get(type) ?? []);
  }

  private clear(editor: vscode.TextEditor): void {
    for (const type of this.types.all()) editor.setDecorations(type, []);
  }

  private look(tag: TagItem, depth: number): Look {
    const doubtful = tag.status === 'moved' || tag.status === 'changed';
    return {
      colour: this.session.corpus.colour(tag.label),
      title: this.session.corpus.title(tag.label),
      line: tag.review === 'suggested' ? 'dotted' : doubtful ? 'dashed' : 'solid',
      nested: depth > 0,
    };
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const listener of this.listeners) listener.dispose();
    this.types.clear();
  }
}

/** What is visible, and some lines more; of a line so long that it begins above the view only what is near. */
function nearby(visible: readonly vscode.Range[]): vscode.Range {
  const start = visible[0]?.start ?? new vscode.Position(0, 0);
  const end = visible.at(-1)?.end ?? start;
  const from =
    start.character > marginUnits
      ? start.translate(0, -marginUnits)
      : new vscode.Position(Math.max(0, start.line - margin), 0);
  return new vscode.Range(from, new vscode.Position(end.line + margin, 0));
}
