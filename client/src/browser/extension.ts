import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type Command, Refusal } from '../commands/command.ts';
import { type Api, activateWith } from '../extension.ts';

/** The extension in VS Code's web worker host: the server is a worker that reads files through the client. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  return activateWith(
    context,
    'client',
    (options) => new LanguageClient('glossator', 'Glossator', () => startWorker(script), options),
    absent,
  );
}

/** What needs the command line is hidden here, but a key or another extension may still ask for it. */
const absent = ['exportTags', 'importTags', 'installMergeDriver'].map(
  (name): Command => ({
    id: `glossator.${name}`,
    async run() {
      throw new Refusal(
        vscode.l10n.t('This does not run in the browser: open the folder in VS Code.'),
      );
    },
  }),
);

/**
 * Starts a worker from a file of the extension. The file is read and handed
 * over as a blob: VS Code refuses workers by address where the extension lies
 * on a remote machine. Its workers are wrapped, too, so that the client would
 * not know one by its class: it gets the two ends.
 */
async function startWorker(script: vscode.Uri): Promise<MessageTransports> {
  const source = new Uint8Array(await vscode.workspace.fs.readFile(script));
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'Glossator' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
