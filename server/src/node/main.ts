import { pathToFileURL } from 'node:url';
import { answerInitialize } from '../capabilities.ts';
import { connect } from './connect.ts';

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
