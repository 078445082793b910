import { deepEqual, equal, ok } from './assert.ts';
import {
  client,
  eventually,
  removeScratch,
  scratch,
  sidecar,
  tagged,
  tagsOf,
} from './workbench.ts';

/** Where the server is a process of its own. */
const inNode = typeof process !== 'undefined';

(inNode ? suite : suite.skip)('a server that dies', () => {
  teardown(removeScratch);

  test('is started anew, and tagging goes on', async () => {
    const { name, editor } = await scratch('Ann Smith met Ben Jones.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    const first = await serverProcess();
    process.kill(first, 'SIGKILL');
    await eventually('another server', async () => {
      const now = await serverProcess().catch(() => undefined);
      return now !== undefined && now !== first ? now : undefined;
    });
    const tags = await eventually('the tags of the text', async () => {
      const found = await tagsOf(editor.document).catch(() => []);
      return found.length > 0 ? found : undefined;
    });
    equal(tags[0]?.quote, 'Ann Smith');
    await tagged(editor, 'PER', 'Ben Jones');
    deepEqual(
      (await sidecar(name))?.tags.map(({ quote }) => quote),
      ['Ann Smith', 'Ben Jones'],
    );
  });
});

/** The process that the language client started. */
async function serverProcess(): Promise<number> {
  const { _serverProcess: child } = (await client()) as unknown as {
    _serverProcess?: { pid?: number };
  };
  ok(child?.pid, 'the client has no server');
  return child.pid;
}
