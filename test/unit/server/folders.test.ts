import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { ROOT, TestClient } from './harness.ts';

const files = {
  'a/glossator.json': '{"labels": [{"name": "PER"}]}',
  'a/a.txt': 'Oleg Syromolotov flew to Moscow.\n',
  'b/glossator.json': '{"labels": [{"name": "PER"}]}',
  'b/b.txt': 'Ann Hathersage flew to London.\n',
};
const folder = (name: string) => ({ uri: `${ROOT}/${name}`, name });

async function names(client: TestClient): Promise<string[]> {
  const found: WorkspaceSymbol[] = await client.request('workspace/symbol', { query: '' });
  return found.map(({ name }) => name);
}

suite('the workspace’s folders', () => {
  test('one that is added is a corpus, one that is taken away is none any more', async () => {
    const client = new TestClient(files);
    await client.start(undefined, {}, [folder('a')]);
    assert.ok((await names(client)).includes('Oleg Syromolotov'));
    assert.ok(!(await names(client)).includes('Ann Hathersage'));
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder('b')], removed: [folder('a')] },
    });
    let now = await names(client);
    for (let left = 100; left > 0 && !now.includes('Ann Hathersage'); left--) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      now = await names(client);
    }
    assert.ok(now.includes('Ann Hathersage'));
    assert.ok(!now.includes('Oleg Syromolotov'));
    client.stop();
  });
});
