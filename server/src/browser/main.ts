import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from '../server.ts';
import { clientWorkspace } from './files.ts';

const scope: DedicatedWorkerGlobalScope = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);
startServer(connection, {
  workspace: ({ options }) => clientWorkspace(connection, options.languages ?? ''),
});
connection.listen();
