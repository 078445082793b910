import * as vscode from 'vscode';

/** The context key that turns letters into labels; see the manifest's key bindings. */
const taggingContext = 'glossator.tagging';

/** Whether letters tag. */
export class TaggingMode implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<boolean>();
  private current = false;
  readonly onDidChange = this.changed.event;

  get on(): boolean {
    return this.current;
  }

  set(on: boolean): void {
    this.current = on;
    void vscode.commands.executeCommand('setContext', taggingContext, on);
    this.changed.fire(on);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
