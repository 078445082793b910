import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientWorkspace } from '../../../server/src/browser/files.ts';
import { et } from '../../../server/src/core/languages/et.ts';
import type { ReadFileParams, ReadFileResult } from '../../../server/src/protocol.ts';

const folder = 'https://example.org/extension/languages/';

/** A workspace whose client has these files, and the URIs that it is asked for. */
function workspaceOf(files: Record<string, string>) {
  const asked: string[] = [];
  const connection = {
    async sendRequest<R>(_: string, params: object): Promise<R> {
      const { uri } = params as ReadFileParams;
      asked.push(uri);
      const content = files[uri];
      const base64 = content === undefined ? null : Buffer.from(content).toString('base64');
      return { base64 } satisfies ReadFileResult as R;
    },
  };
  return { workspace: clientWorkspace(connection, folder), asked };
}

describe('the files of a server in the browser', () => {
  it('come from the client, byte for byte', async () => {
    const { workspace } = workspaceOf({ 'file:///a.txt': 'Süürias 😀' });
    const bytes = await workspace.readFile('file:///a.txt');
    assert.equal(new TextDecoder().decode(bytes ?? undefined), 'Süürias 😀');
    assert.equal(await workspace.readFile('file:///b.txt'), null);
  });

  it('hold each language, which is read once', async () => {
    const { workspace, asked } = workspaceOf({ [`${folder}et.json`]: JSON.stringify(et) });
    const [first, second] = await Promise.all([workspace.language('et'), workspace.language('et')]);
    assert.deepEqual(first, et);
    assert.equal(second, first);
    assert.equal(await workspace.language('et'), first);
    assert.deepEqual(asked, [`${folder}et.json`]);
  });

  it('are asked for again where a language could not be read', async () => {
    const files: Record<string, string> = {};
    const { workspace } = workspaceOf(files);
    await assert.rejects(workspace.language('et'), /language “et”.*online/);
    files[`${folder}et.json`] = JSON.stringify(et);
    assert.deepEqual(await workspace.language('et'), et);
  });
});
