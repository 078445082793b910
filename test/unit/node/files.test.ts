import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { nodeWorkspace, pathOf, uriOf } from '../../../server/src/node/files.ts';
import { findFiles, join as joinUri } from '../../../server/src/workspace.ts';

describe('file URIs', () => {
  it('name the same file in both directions, whatever the characters', () => {
    for (const path of ['/a/b.txt', '/a b/c#d?e%20.txt', '/õ/“q” (1)+2@3.txt', '/']) {
      assert.equal(pathOf(uriOf(path)), path);
    }
  });

  it('are encoded as the workspace encodes names', () => {
    assert.equal(uriOf('/texts/a+b (õ).txt'), joinUri(uriOf('/texts'), 'a+b (õ).txt'));
  });

  it('of other schemes and broken ones are no path', () => {
    for (const uri of ['untitled:Untitled-1', 'https://a/b.txt', 'file:///a%2Fb', '', '/a/b.txt']) {
      assert.equal(pathOf(uri), null, uri);
    }
  });
});

describe('nodeWorkspace', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glossator-'));
    await mkdir(join(folder, 'inner'));
    await writeFile(join(folder, 'one.txt'), 'ä');
    await writeFile(join(folder, 'inner', 'two b.txt'), 'b');
    await symlink(folder, join(folder, 'inner', 'round'));
  });
  after(() => rm(folder, { recursive: true }));

  it('reads bytes', async () => {
    assert.deepEqual(
      [...((await nodeWorkspace.readFile(uriOf(join(folder, 'one.txt')))) ?? [])],
      [0xc3, 0xa4],
    );
  });

  it('answers null or nothing for what is not there or is no file', async () => {
    assert.equal(await nodeWorkspace.readFile(uriOf(join(folder, 'none.txt'))), null);
    assert.equal(await nodeWorkspace.readFile(uriOf(folder)), null);
    assert.equal(await nodeWorkspace.readFile('untitled:one'), null);
    assert.deepEqual(await nodeWorkspace.readFolder(uriOf(join(folder, 'none'))), []);
    assert.deepEqual(await nodeWorkspace.readFolder(uriOf(join(folder, 'one.txt'))), []);
    assert.deepEqual(await nodeWorkspace.readFolder('untitled:one'), []);
  });

  it('finds files below a folder and does not follow links to folders', async () => {
    const root = uriOf(folder);
    const found = await findFiles(nodeWorkspace, root, (name) => name.endsWith('.txt'));
    assert.deepEqual(found, [`${root}/inner/two%20b.txt`, `${root}/one.txt`]);
  });
});
