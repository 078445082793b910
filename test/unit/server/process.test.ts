import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import * as esbuild from 'esbuild';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { optionsFor } from '../../../scripts/build.mjs';

let folder: string;
let program: string;
const started: ChildProcess[] = [];

/** The server as a process of its own, with a client at its standard input and output. */
class Running {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly exit: Promise<number | null>;

  constructor(options: string[] = ['--stdio']) {
    const child = spawn(process.execPath, [program, ...options], { stdio: 'pipe' });
    this.child = child;
    started.push(child);
    this.exit = new Promise((resolve) => child.once('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.listen();
  }

  initialize(processId: number | null = null): Promise<{ capabilities: object }> {
    const params = { processId, rootUri: null, capabilities: {} };
    return this.connection.sendRequest('initialize', params);
  }
}

describe('the server’s process', () => {
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossator-server-'));
    program = join(folder, 'node.js');
    const options = optionsFor(
      { entry: 'server/src/node/main.ts', out: program, runs: 'node' },
      { dev: true },
    );
    await esbuild.build(options);
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  for (const options of [['--stdio'], []]) {
    it(`answers over standard input and output with ${options[0] ?? 'no option'}`, async () => {
      const server = new Running(options);
      assert.ok((await server.initialize()).capabilities);
      await server.connection.sendRequest('shutdown');
      await server.connection.sendNotification('exit');
      assert.equal(await server.exit, 0);
    });
  }

  it('answers the process that started it by its own channel with --node-ipc', async () => {
    const child = fork(program, ['--node-ipc'], { silent: true });
    started.push(child);
    const answered = once(child, 'message');
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    const [answer] = await answered;
    assert.equal(answer.id, 1);
    assert.ok(answer.result.capabilities);
  });

  const pipe =
    process.platform === 'win32'
      ? String.raw`\\.\pipe\glossator-${process.pid}`
      : join(tmpdir(), `glossator-${process.pid}.sock`);
  for (const [where, options] of [
    [0, (port: number) => [`--socket=${port}`]],
    [0, (port: number) => ['--socket', String(port)]],
    [pipe, () => [`--pipe=${pipe}`]],
  ] as const) {
    it(`goes to the client that waits at ${options(0).join(' ')}, and ends with it`, async () => {
      const waiting = createServer().listen(
        where === 0 ? { host: '127.0.0.1', port: 0 } : { path: where },
      );
      await once(waiting, 'listening');
      const address = waiting.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const child = spawn(process.execPath, [program, ...options(port)], { stdio: 'pipe' });
      started.push(child);
      const exit = once(child, 'exit');
      const [socket]: Socket[] = await once(waiting, 'connection');
      const client = createProtocolConnection(
        new StreamMessageReader(socket),
        new StreamMessageWriter(socket),
      );
      client.listen();
      const params = { processId: null, rootUri: null, capabilities: {} };
      const { capabilities } = await client.sendRequest<{ capabilities: object }>(
        'initialize',
        params,
      );
      assert.ok(capabilities);
      await client.sendRequest('shutdown');
      client.dispose();
      socket.end();
      waiting.close();
      assert.deepEqual(await exit, [0, null]);
    });
  }

  it('ends with 1 where it was not asked to shut down before it was told to exit', async () => {
    const server = new Running();
    await server.initialize();
    await server.connection.sendNotification('exit');
    assert.equal(await server.exit, 1);
  });

  it('says how many bytes a message has, not how many characters', async () => {
    const server = new Running();
    await server.initialize();
    const asked = server.connection.sendRequest('workspace/executeCommand', { command: 'õ—😀' });
    await assert.rejects(asked, { message: 'There is no command õ—😀.' });
    await server.connection.sendRequest('shutdown');
  });

  it('ends with 1 when its client closes the line, with 0 if it was asked to shut down before', async () => {
    const [gone, done] = [new Running(), new Running()];
    await Promise.all([gone.initialize(), done.initialize()]);
    await done.connection.sendRequest('shutdown');
    for (const { child } of [gone, done]) child.stdin?.end();
    assert.deepEqual(await Promise.all([gone.exit, done.exit]), [1, 0]);
  });

  it('ends when the client’s process is gone, though the line stays open', async () => {
    const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const server = new Running();
    await server.initialize(client.pid);
    client.kill('SIGKILL');
    assert.notEqual(await server.exit, null);
  });
});
