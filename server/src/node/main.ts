import { pathToFileURL } from 'node:url';
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { answerInitialize } from '../capabilities.ts';
import { connectStandardStreams } from './standardStreams.ts';

/** Within so many milliseconds the answer to `initialize` is on its way. */
const ANSWERED = 3;

/** Messages that came before the rest of the server was loaded; undefined while none need wait. */
let waiting: (() => void)[] | undefined;

const connection = connect({
  messageStrategy: {
    handleMessage(message, next) {
      if (waiting) waiting.push(() => next(message));
      else next(message);
    },
  },
});
const docs = new URL('../../docs/rules/', pathToFileURL(__filename)).href;
answerInitialize(connection, docs, (client) => {
  waiting = [];
  setTimeout(async () => {
    const { serve } = await import('./session.ts');
    serve(connection, client, __dirname);
    const messages = waiting ?? [];
    waiting = undefined;
    for (const handle of messages) handle();
  }, ANSWERED);
});
connection.listen();

/** The connection that the command line names (`--node-ipc`, `--socket=…`, `--pipe=…`), or else standard input and output. */
function connect(options: ConnectionOptions): Connection {
  const named = process.argv.some((argument) => /^--(node-ipc|socket|pipe)/.test(argument));
  return named ? createConnection(ProposedFeatures.all, options) : connectStandardStreams(options);
}
