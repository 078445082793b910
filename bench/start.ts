/** From the start of the server's process to its answer to `initialize`, beside `node -e 0`. */
import { spawn } from 'node:child_process';
import { inRoot } from '../scripts/lib/root.mjs';
import { median } from './reference.ts';
import type { Figure } from './report.ts';
import { framed } from './wire.ts';

const program = inRoot('dist/server/node.js');
const params = { processId: null, rootUri: null, capabilities: {} };
const initialize = framed({ id: 1, method: 'initialize', params });

function startServer(): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const server = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    server.stdout.once('data', () => {
      const time = performance.now() - started;
      server.once('exit', () => resolve(time)).kill('SIGKILL');
    });
    server.stdin.write(initialize);
  });
}

function startNothing(): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const nothing = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
    nothing.once('exit', () => resolve(performance.now() - started));
  });
}

/** Both in turn, so that whatever else the machine does falls on both alike. */
export async function measureStart(rounds = 25): Promise<Figure[]> {
  const pairs: [server: number, nothing: number][] = [];
  for (let round = 0; round < rounds; round++)
    pairs.push([await startServer(), await startNothing()]);
  return [
    { what: 'node -e 0', value: median(pairs.map(([, nothing]) => nothing)), unit: 'ms' },
    {
      what: 'server started and initialize answered, × node -e 0',
      value: median(pairs.map(([server, nothing]) => server / nothing)),
      unit: '×',
      atMost: 1.6,
    },
  ];
}
