import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readPassage } from '../../../server/src/core/analysis/passage.ts';
import { en } from '../../../server/src/core/languages/en.ts';
import { ThreadedProse } from '../../../server/src/node/prose/runner.ts';

const thread = new URL('../../../server/src/node/prose/worker.ts', import.meta.url);
const text = readPassage('Paris in the the spring.\n', en);

/** Plugins that misbehave, by file name. */
const plugins: Record<string, string> = {
  'throws.mjs': 'export default () => () => { throw new Error("no such luck") }',
  'hangs.mjs': 'export default () => () => { for (;;); }',
  'never.mjs': 'export default () => () => new Promise(() => {})',
  'exits.mjs': 'export default () => () => { process.exit(0) }',
  'hoards.mjs':
    'export default () => () => { const all = []; for (;;) all.push(new Array(1e6).fill({})) }',
  'broken.mjs': 'this is no JavaScript',
  'hangs-at-import.mjs': 'for (;;);',
  'empty.mjs': 'export const plugin = 1',
  'prints.mjs':
    'export default () => () => { process.stdout.write("Content-Length: 3\\r\\n\\r\\nx") }',
  'late.mjs':
    'export default () => (tree, file) => { file.message("late"); setTimeout(() => { throw new Error() }) }',
};

describe('retext plugins in their thread', () => {
  let folder: string;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'glossator-prose-')));
    await symlink(
      join(import.meta.dirname, '../../../node_modules'),
      join(folder, 'node_modules'),
      'junction',
    );
    for (const [name, source] of Object.entries(plugins))
      await writeFile(join(folder, name), source);
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const check = async (names: string[]) => {
    const prose = new ThreadedProse(thread, folder, names, { load: 3000, check: 1000 });
    try {
      const messages = await prose.check(text);
      const again = await prose.check(text);
      return { messages, again, failures: [...prose.failures.values()] };
    } finally {
      prose.dispose();
    }
  };

  it('a published one is found from the corpus’ folder and runs', async () => {
    const { messages, failures } = await check(['retext-repeated-words']);
    assert.deepEqual(failures, []);
    assert.deepEqual(
      messages.map(({ start, end }) => [start, end]),
      [[9, 16]],
    );
  });

  const failing: Record<string, RegExp> = {
    './throws.mjs': /“\.\/throws\.mjs” is left out until this file changes: no such luck\.$/,
    './hangs.mjs':
      /“\.\/hangs\.mjs” is left out until this file changes: it took longer than 1 seconds/,
    './never.mjs': /it took longer than 1 seconds/,
    './exits.mjs': /it ended its thread/,
    './hoards.mjs': /memory|took longer/,
    './broken.mjs': /Unexpected identifier/,
    './hangs-at-import.mjs': /it took longer than 3 seconds/,
    './empty.mjs': /it exports no plugin by default/,
    'retext-nowhere': /“retext-nowhere” is not installed here\. Run “npm install retext-nowhere”/,
  };
  for (const [name, reason] of Object.entries(failing)) {
    it(`${name} is named, and the rest go on without it`, async () => {
      const { messages, again, failures } = await check([name, 'retext-repeated-words']);
      assert.equal(failures.length, 1, failures.join());
      assert.match(failures[0], reason);
      assert.equal(messages.length, 1);
      assert.equal(again.length, 1);
    });
  }

  it('what one prints does not reach standard output', async () => {
    const { write } = process.stdout;
    let printed = '';
    process.stdout.write = (chunk: string | Uint8Array) => {
      printed += chunk;
      return true;
    };
    try {
      await check(['./prints.mjs']);
    } finally {
      process.stdout.write = write;
    }
    assert.doesNotMatch(printed, /Content-Length/);
  });

  it('one that fails behind its answer takes nothing with it', async () => {
    const prose = new ThreadedProse(thread, folder, ['./late.mjs']);
    try {
      assert.equal((await prose.check(text)).length, 1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal((await prose.check(text)).length, 1);
    } finally {
      prose.dispose();
    }
  });

  it('nothing is said once it is disposed of', async () => {
    const prose = new ThreadedProse(thread, folder, ['./never.mjs']);
    const waiting = prose.check(text);
    prose.dispose();
    assert.deepEqual(await waiting, []);
    assert.equal(prose.failures.size, 0);
  });
});
