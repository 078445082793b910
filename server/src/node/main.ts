import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server.ts';
import { nodeWorkspace } from './files.ts';

// Without a transport on the command line (`--stdio`, `--node-ipc`, `--socket=…`) standard input and output it is.
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  process.argv.push('--stdio');
}

const connection = createConnection(ProposedFeatures.all);
const docs = new URL('../../docs/rules/', pathToFileURL(__filename)).href;
startServer(connection, { workspace: () => nodeWorkspace, docs });
connection.listen();
