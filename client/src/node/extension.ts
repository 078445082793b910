import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from '../extension.ts';
import { exportTags } from './exportTags.ts';
import { importTags } from './importTags.ts';
import { installMergeDriver } from './installMergeDriver.ts';
import { refreshLauncher } from './launcher.ts';

/** The extension in VS Code's Node host: the server is a child process, and the command line is there. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('dist/server/node.js');
  const transport = TransportKind.ipc;
  const storage = context.globalStorageUri.fsPath;
  const program = { node: process.execPath, cli: context.asAbsolutePath('dist/cli.js') };
  refreshLauncher(storage, program);
  void vscode.commands.executeCommand('setContext', 'glossator.hasCommandLine', true);
  return activateWith(
    context,
    undefined,
    (options) => new LanguageClient('glossator', 'Glossator', { module, transport }, options),
    [exportTags(program), importTags(program), installMergeDriver(storage, program)],
  );
}
