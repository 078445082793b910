import * as vscode from 'vscode';
import { isText } from './documents.ts';

/** The text that was in view last, which a page of a walkthrough or of the settings may cover. */
export class LastText implements vscode.Disposable {
  private uri: vscode.Uri | undefined;
  private readonly listener: vscode.Disposable;

  constructor() {
    this.note(vscode.window.activeTextEditor);
    this.listener = vscode.window.onDidChangeActiveTextEditor((editor) => this.note(editor));
  }

  private note(editor: vscode.TextEditor | undefined): void {
    if (editor && isText(editor.document)) this.uri = editor.document.uri;
  }

  /** Undefined where it was closed. */
  get document(): vscode.TextDocument | undefined {
    const name = this.uri?.toString();
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === name);
  }

  /** Brings it to the front, with its cursors where they were; undefined where its tab was closed. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const { uri } = this;
    const isOpen = ({ input }: vscode.Tab) =>
      input instanceof vscode.TabInputText && input.uri.toString() === uri?.toString();
    const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isOpen));
    if (!uri || !group) return undefined;
    return vscode.window.showTextDocument(uri, { viewColumn: group.viewColumn });
  }

  dispose(): void {
    this.listener.dispose();
  }
}
