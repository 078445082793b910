import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const folders = ['client', 'server', 'test', 'bench', 'eval', 'scripts'];
const mostLines = 300;

/** Every source file of the project, with its text. */
async function* sources(): AsyncGenerator<{ file: string; text: string }> {
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(ts|mjs)$/.test(path) || path.includes('node_modules')) continue;
      yield { file: relative(root, path), text: await readFile(path, 'utf8') };
    }
  }
}

test(`no source file is longer than ${mostLines} lines`, async () => {
  const long: string[] = [];
  for await (const { file, text } of sources()) {
    const lines = text.split('\n').length - 1;
    if (lines > mostLines) long.push(`${file}: ${lines} lines`);
  }
  assert.deepEqual(long, []);
});

test('no check is switched off in the sources', async () => {
  // Put together here so that this file does not find itself.
  const switches = [
    'ts-' + 'ignore',
    'ts-' + 'expect-error',
    'ts-' + 'nocheck',
    'biome-' + 'ignore',
  ];
  const found: string[] = [];
  for await (const { file, text } of sources()) {
    for (const word of switches) if (text.includes(word)) found.push(`${file}: ${word}`);
  }
  assert.deepEqual(found, []);
});
