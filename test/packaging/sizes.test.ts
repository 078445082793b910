import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundles } from '../../scripts/build.mjs';

const root = join(import.meta.dirname, '../..');

/** Most kilobytes (1,024 bytes) that a bundle may have. */
const limits: Record<string, number> = {
  'dist/server/node.js': 350,
  'dist/server/browser.js': 350,
};

for (const { out } of bundles) {
  const limit = limits[out];
  test(`${out} ${limit ? `is no larger than ${limit} KB` : 'is there'}`, async () => {
    const { size } = await stat(join(root, out));
    assert.ok(size > 0);
    if (limit) assert.ok(size <= limit * 1024, `it has ${(size / 1024).toFixed(1)} KB`);
  });
}

test('dist/sizes.json reports the size of every bundle', async () => {
  const sizes: Record<string, number> = JSON.parse(
    await readFile(join(root, 'dist/sizes.json'), 'utf8'),
  );
  for (const { out } of bundles) assert.equal(sizes[out], (await stat(join(root, out))).size, out);
});
