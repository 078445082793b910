import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from '../extension.ts';

/** The extension in VS Code's web worker host: the server is a worker that reads files through the client. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true);
  return activateWith(context, 'client', (options) => {
    const start = async (): Promise<Worker> => new Worker(script);
    return new LanguageClient('glossator', 'Glossator', start, options);
  });
}
