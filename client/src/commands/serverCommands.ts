import type { Command } from './command.ts';

/** Shows the server's log. */
export const showLog: Command = {
  id: 'glossator.showLog',
  run: async ({ server }) => server.client.outputChannel.show(),
};

/** Starts the server anew. */
export const restartServer: Command = {
  id: 'glossator.restartServer',
  run: ({ server }) => server.restart(),
};
