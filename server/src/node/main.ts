import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { answerInitialize } from '../capabilities.ts';

// Without a transport on the command line (`--stdio`, `--node-ipc`, `--socket=…`) standard input and output it is.
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  process.argv.push('--stdio');
}

const connection = createConnection(ProposedFeatures.all);
const docs = new URL('../../docs/rules/', pathToFileURL(__filename)).href;
answerInitialize(connection, docs, (client) => {
  // Behind the answer, and before the next message, which waits for its own turn behind this one.
  setImmediate(async () => (await import('./session.ts')).serve(connection, client, __dirname));
});
connection.listen();
