import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { temporaryOf, withLock } from '../../../server/src/node/lock.ts';
import { nodeOperations } from '../../../server/src/node/operations.ts';
import { updateFile } from '../../../server/src/node/write.ts';

let folder = '';
let file = '';
let lock = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  file = join(folder, 'a.json');
  lock = join(folder, '.a.json.lock');
});
afterEach(() => rm(folder, { recursive: true }));

/** Id of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('withLock', () => {
  it('lets one at a time in', async () => {
    let inside = 0;
    const enter = () =>
      withLock(
        file,
        async ({ held }) => {
          assert.equal(++inside, 1);
          assert.ok(await held());
          inside--;
        },
        nodeOperations,
      );
    await Promise.all(Array.from({ length: 10 }, enter));
    assert.deepEqual(await readdir(folder), []);
  });

  it('takes over from a dead process at once and clears its temporary file away', async () => {
    await writeFile(lock, `${hostname()} ${deadPid()} 0123456789ab`);
    await writeFile(temporaryOf(file, '0123456789ab'), 'half');
    const start = performance.now();
    assert.equal(await updateFile(file, () => 'one'), 'one');
    assert.ok(performance.now() - start < 1000);
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('takes over a lock that stands still, whatever its times say', {
    timeout: 20_000,
  }, async () => {
    await writeFile(lock, 'another-machine 1 0123456789ab');
    await utimes(lock, new Date('2100-01-01'), new Date('2100-01-01'));
    const start = performance.now();
    assert.equal(await updateFile(file, () => 'one'), 'one');
    assert.ok(performance.now() - start >= 3000);
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('is not held up by a take-over that was cut short', { timeout: 30_000 }, async () => {
    await writeFile(lock, `${hostname()} ${deadPid()} 0123456789ab`);
    await writeFile(`${lock}.break`, '');
    assert.equal(await updateFile(file, () => 'one'), 'one');
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('does not write for a holder that lost its lock', async () => {
    let calls = 0;
    const result = await updateFile(file, () => `call ${++calls}`, {
      ...nodeOperations,
      create: async (path, content, how) => {
        await nodeOperations.create(path, content, how);
        if (path.endsWith('.tmp') && calls === 1) await rm(lock);
      },
    });
    assert.equal(result, 'call 2');
    assert.equal(await readFile(file, 'utf8'), 'call 2');
    assert.deepEqual(await readdir(folder), ['a.json']);
  });
});
