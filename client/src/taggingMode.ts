import * as vscode from 'vscode';
import { isText } from './documents.ts';

/** The context key that turns letters into labels; see the manifest's key bindings. */
const taggingContext = 'glossator.tagging';

/** Whether letters tag. */
export class TaggingMode implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<boolean>();
  private current = false;
  private typing: vscode.Disposable | undefined;
  readonly onDidChange = this.changed.event;

  constructor() {
    // The workbench keeps the key when an extension host ends amid tagging.
    this.set(false);
  }

  get on(): boolean {
    return this.current;
  }

  set(on: boolean): void {
    this.current = on;
    this.typing?.dispose();
    this.typing = on ? takeTyping() : undefined;
    void vscode.commands.executeCommand('setContext', taggingContext, on);
    this.changed.fire(on);
  }

  dispose(): void {
    this.typing?.dispose();
    this.changed.dispose();
  }
}

/**
 * Keeps what no key binding takes, such as capitals and blanks, out of the
 * text: it is no label's key. Where another extension rules over typing
 * already, it goes on doing so.
 */
function takeTyping(): vscode.Disposable | undefined {
  try {
    return vscode.commands.registerCommand('type', (typed: { readonly text: string }) => {
      const document = vscode.window.activeTextEditor?.document;
      return document && isText(document)
        ? vscode.commands.executeCommand('glossator.tagWithLabel', { key: typed.text })
        : vscode.commands.executeCommand('default:type', typed);
    });
  } catch {
    return undefined;
  }
}
