import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { answerInitialize } from '../capabilities.ts';

// Without a transport on the command line (`--stdio`, `--node-ipc`, `--socket=…`) standard input and output it is.
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) {
  process.argv.push('--stdio');
}

/** Within so many milliseconds the answer to `initialize` is on its way. */
const ANSWERED = 3;

/** Messages that came before the rest of the server was loaded; undefined while none need wait. */
let waiting: (() => void)[] | undefined;

const connection = createConnection(ProposedFeatures.all, {
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
