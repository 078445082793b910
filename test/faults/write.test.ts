import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { updateFile, writeFileAtomic } from '../../server/src/node/write.ts';
import { type Fault, faulty } from './injected.ts';

const OLD = `old ${'x'.repeat(5000)}`;
const NEW = `new ${'y'.repeat(7000)}`;
const faults: Fault[] = ['killed', 'killed after', 'ENOSPC', 'EIO', 'EACCES'];

/** Length of a lock file whose writer died in the middle: nobody can tell whose it is. */
const HALF_LOCK = `${hostname()} ${process.pid} 0123456789ab`.length >> 1;

let folder = '';
let file = '';
let lock = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  file = join(folder, 'a.json');
  lock = join(folder, '.a.json.lock');
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes the lock that a simulated kill left behind one of a process that has ended. */
async function bury(pid: number): Promise<void> {
  const holder = await readFile(lock, 'utf8').catch(() => null);
  if (holder !== null) await writeFile(lock, holder.replace(` ${process.pid} `, ` ${pid} `));
}

async function callsOfAWholeWrite(): Promise<number> {
  const whole = faulty(-1, 'killed');
  await writeFile(file, OLD);
  await updateFile(file, () => NEW, whole);
  return whole.calls;
}

describe('a write that fails at any of its steps', () => {
  for (const fault of faults) {
    it(`${fault}: leaves the old content or the new one, and the next write works`, async () => {
      const steps = await callsOfAWholeWrite();
      const { pid } = spawnSync(process.execPath, ['-e', '0']);
      const outcomes = new Set<string>();
      for (let step = 0; step < steps; step++) {
        await writeFile(file, OLD);
        await updateFile(file, () => NEW, faulty(step, fault)).catch(() => undefined);
        const content = await readFile(file, 'utf8');
        assert.ok(content === OLD || content === NEW, `step ${step} of ${steps}`);
        outcomes.add(content.slice(0, 3));
        await bury(pid);
        const halfLock = (await readFile(lock).catch(() => null))?.length === HALF_LOCK;
        const start = performance.now();
        await updateFile(file, () => 'next');
        assert.equal(await readFile(file, 'utf8'), 'next');
        const waited = performance.now() - start;
        assert.ok(waited < (halfLock ? 5000 : 1000), `step ${step} blocks for ${waited} ms`);
      }
      assert.deepEqual([...outcomes].sort(), ['new', 'old']);
    });
  }

  it('that is no kill leaves nothing else in the folder', async () => {
    const steps = await callsOfAWholeWrite();
    for (let step = 0; step < steps; step++) {
      await updateFile(file, () => `${step}`, faulty(step, 'ENOSPC')).catch(() => undefined);
      await updateFile(file, () => NEW);
      const left = (await readdir(folder)).filter((name) => name !== 'a.json');
      assert.ok(left.length <= 1, `step ${step}: ${left.join(', ')}`);
    }
  });

  it('says in one sentence that the disk is full', async () => {
    await writeFile(file, OLD);
    const full = { ...faulty(-1, 'killed'), create: async () => Promise.reject(enospc) };
    const message = 'The disk is full; the file is as it was.';
    await assert.rejects(writeFileAtomic(file, NEW, full), { name: 'FileRefused', message });
    await assert.rejects(
      updateFile(file, () => NEW, full),
      { name: 'FileRefused', message },
    );
    assert.equal(await readFile(file, 'utf8'), OLD);
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('makes a file anew that vanishes between reading and writing', async () => {
    await writeFile(file, OLD);
    let calls = 0;
    const result = await updateFile(file, (text) => {
      if (++calls === 1) rm(file);
      return `${text?.slice(0, 3)} + ${calls}`;
    });
    assert.ok(result === 'old + 1' || result === 'undefined + 2');
    assert.equal(await readFile(file, 'utf8'), result);
  });
});

const enospc = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
});
