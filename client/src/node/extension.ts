import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from '../extension.ts';

/** The extension in VS Code's Node host: the server is a child process. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('dist/server/node.js');
  const transport = TransportKind.ipc;
  return activateWith(context, undefined, (options) => {
    return new LanguageClient('glossator', 'Glossator', { module, transport }, options);
  });
}
