import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { StartProse } from '../prose.ts';
import { startServer } from '../server.ts';
import { nodeWorkspace, pathOf } from './files.ts';
import { ThreadedProse } from './prose/runner.ts';

// Without a transport on the command line (`--stdio`, `--node-ipc`, `--socket=…`) standard input and output it is.
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  process.argv.push('--stdio');
}

const prose: StartProse = (folder, plugins) => {
  const path = pathOf(folder);
  return path === null ? null : new ThreadedProse(join(__dirname, 'prose.js'), path, plugins);
};
const connection = createConnection(ProposedFeatures.all);
const docs = new URL('../../docs/rules/', pathToFileURL(__filename)).href;
startServer(connection, { workspace: () => nodeWorkspace, docs, prose });
connection.listen();
