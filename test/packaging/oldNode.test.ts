/** The built programs under the Node that started the tests, which may be as old as 18; the other tests run under the project's own. */
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { after, before, suite, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const node = process.env.npm_node_execpath ?? process.execPath;
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();

suite(`the programs under Node ${version}`, () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossator-'));
    await cp(join(root, 'samples/seeds'), folder, { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const glossator = (...operands: string[]) =>
    spawnSync(node, [join(root, 'dist/cli.js'), ...operands], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });

  test('the command line tags, finds its tags again and lists findings', () => {
    const tagged = glossator('tag', '000_5c454f63fb3e0dfe.txt', 'PER', '0', '5');
    assert.equal(tagged.stderr, '');
    const resolved = glossator('resolve', '--json', '000_5c454f63fb3e0dfe.txt');
    assert.ok(resolved.stdout.includes(`"id":"${tagged.stdout.trim()}","status":"exact"`));
    assert.equal(glossator('check', '.').stderr, '');
    assert.equal(JSON.parse(glossator('analyze', '.').stdout).length, 5);
  });

  test('the server opens a text, knows what it says, and ends when it is told to', async () => {
    const server = spawn(node, [join(root, 'dist/server/node.js'), '--stdio']);
    const { said, until } = listenTo(server);
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const uri = 'file:///a.txt';
    const document = { uri, languageId: 'plaintext', version: 1, text: 'Ann left Tallinn.\n' };
    const position = { line: 0, character: 10 };
    send({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
    await until('"id":1');
    send({ method: 'initialized', params: {} });
    send({ method: 'textDocument/didOpen', params: { textDocument: document } });
    send({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position } });
    await until('"id":2');
    assert.match(said(), /Tallinn/);
    send({ id: 3, method: 'shutdown' });
    await until('"id":3');
    send({ method: 'exit' });
    assert.deepEqual(await once(server, 'close'), [0, null]);
  });
});

/** What a process says on standard output, and when it has said something. */
function listenTo({ stdout }: ChildProcessByStdio<Writable, Readable, Readable>) {
  let text = '';
  stdout.on('data', (data: Buffer) => {
    text += data;
  });
  return {
    said: () => text,
    until: async (words: string) => {
      while (!text.includes(words)) await once(stdout, 'data');
    },
  };
}
