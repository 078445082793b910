import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeOperations } from '../../../server/src/node/operations.ts';
import { FileRefused, updateFile, writeFileAtomic } from '../../../server/src/node/write.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  file = join(folder, 'a.txt.tags.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = (path = file) => readFile(path, 'utf8');
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('writeFileAtomic', () => {
  it('makes a file and replaces one, leaving nothing else in the folder', async () => {
    await writeFileAtomic(file, 'one');
    assert.equal(await read(), 'one');
    await writeFileAtomic(file, Uint8Array.of(0xff, 0x00));
    assert.deepEqual([...(await readFile(file))], [0xff, 0x00]);
    assert.deepEqual(await readdir(folder), ['a.txt.tags.json']);
  });

  it('keeps the permissions', async () => {
    await writeFile(file, 'one');
    await chmod(file, 0o640);
    await writeFileAtomic(file, 'two');
    assert.equal((await stat(file)).mode & 0o777, 0o640);
  });

  it('replaces the target of a link and keeps the link', async () => {
    await mkdir(join(folder, 'real'));
    const target = join(folder, 'real', 'tags.json');
    await writeFile(target, 'one');
    await symlink(join('real', 'tags.json'), file);
    await writeFileAtomic(file, 'two');
    assert.equal(await readlink(file), join('real', 'tags.json'));
    assert.equal(await read(target), 'two');
    assert.ok((await lstat(target)).isFile());
  });

  it('makes the target of a link that leads to no file yet', async () => {
    await symlink('later.json', file);
    await writeFileAtomic(file, 'one');
    assert.equal(await read(join(folder, 'later.json')), 'one');
    assert.ok((await lstat(file)).isSymbolicLink());
  });

  it('refuses a read-only file', async () => {
    await writeFile(file, 'one');
    await chmod(file, 0o444);
    await assert.rejects(writeFileAtomic(file, 'two'), (error) => {
      assert.ok(error instanceof FileRefused);
      assert.equal(error.message, 'The file is read-only. Allow writing to it and try again.');
      return true;
    });
    assert.equal(await read(), 'one');
    assert.deepEqual(await readdir(folder), ['a.txt.tags.json']);
  });

  it('refuses a folder in the file’s place, a missing folder and links in a circle', async () => {
    await mkdir(file);
    const other = join(folder, 'round');
    await symlink('round', other);
    const cases: [path: string, message: string][] = [
      [file, 'This is a folder, not a file.'],
      [join(folder, 'none', 'a.json'), 'There is no such folder.'],
      [other, 'The symbolic link leads round in a circle.'],
    ];
    for (const [path, message] of cases) {
      await assert.rejects(writeFileAtomic(path, 'x'), { name: 'FileRefused', path, message });
    }
    assert.deepEqual(await readdir(file), []);
  });

  it('tries a rename again that is refused for the moment', async () => {
    let refusals = 3;
    const operations = {
      ...nodeOperations,
      rename: async (from: string, to: string) => {
        if (refusals-- > 0) throw failure('EPERM');
        await nodeOperations.rename(from, to);
      },
    };
    await writeFileAtomic(file, 'one', operations);
    assert.equal(await read(), 'one');
    assert.equal(refusals, -1);
  });
});

describe('updateFile', () => {
  it('gives the text there is and writes the answer', async () => {
    const seen: (string | null)[] = [];
    const change = (text: string | null) => {
      seen.push(text);
      return `${text ?? ''}x`;
    };
    assert.equal(await updateFile(file, change), 'x');
    assert.equal(await updateFile(file, change), 'xx');
    assert.deepEqual(seen, [null, 'x']);
    assert.deepEqual(await readdir(folder), ['a.txt.tags.json']);
  });

  it('writes nothing where the answer is null or the same text', async () => {
    assert.equal(await updateFile(file, () => null), null);
    assert.deepEqual(await readdir(folder), []);
    await writeFile(file, 'one');
    const { ino } = await stat(file);
    assert.equal(await updateFile(file, (text) => text), 'one');
    assert.equal((await stat(file)).ino, ino);
  });

  it('begins again with what somebody else wrote in between', async () => {
    await writeFile(file, 'one');
    const seen: (string | null)[] = [];
    const result = await updateFile(
      file,
      (text) => {
        seen.push(text);
        return `${text} and mine`;
      },
      {
        ...nodeOperations,
        create: async (path, content, how) => {
          await nodeOperations.create(path, content, how);
          if (path.endsWith('.tmp') && seen.length === 1) await writeFile(file, 'theirs');
        },
      },
    );
    assert.deepEqual(seen, ['one', 'theirs']);
    assert.equal(result, 'theirs and mine');
    assert.equal(await read(), 'theirs and mine');
  });

  it('refuses bytes that are no UTF-8 and leaves them alone', async () => {
    await writeFile(file, Uint8Array.of(0x41, 0xe4, 0x42));
    await assert.rejects(
      updateFile(file, () => 'x'),
      { name: 'FileRefused', path: file },
    );
    assert.deepEqual([...(await readFile(file))], [0x41, 0xe4, 0x42]);
    assert.deepEqual(await readdir(folder), ['a.txt.tags.json']);
  });

  it('hands on what `change` throws, and lets go of the lock', async () => {
    await assert.rejects(
      updateFile(file, () => {
        throw new RangeError('no');
      }),
      RangeError,
    );
    assert.deepEqual(await readdir(folder), []);
  });

  it('loses no change of 20 processes with 10 changes each', { timeout: 60_000 }, async () => {
    const script = fileURLToPath(new URL('appendLines.ts', import.meta.url));
    const processes = Array.from({ length: 20 }, (_, name) => {
      const child = spawn(process.execPath, [script, file, String(name), '10']);
      return new Promise((resolve) => child.on('close', resolve));
    });
    assert.deepEqual(
      await Promise.all(processes),
      processes.map(() => 0),
    );
    const lines = (await read()).trimEnd().split('\n');
    const expected = Array.from({ length: 200 }, (_, i) => `${Math.floor(i / 10)} ${i % 10}`);
    assert.deepEqual(lines.sort(), expected.sort());
    assert.deepEqual(await readdir(folder), ['a.txt.tags.json']);
  });
});
