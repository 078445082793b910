import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundles } from '../../scripts/build.mjs';

const root = join(import.meta.dirname, '../..');
const sizes: Record<string, number> = JSON.parse(
  await readFile(join(root, 'dist/sizes.json'), 'utf8'),
);

/** The most kilobytes (1,024 bytes) that a file of the server and the command line may have. */
const most = 350;
/** A worker's script is one file, with all that the programs under Node load in parts. */
const mostInOneFile = 512;
/** What the server loads before it answers `initialize`: its own file and the parts named there. */
const mostAtStart = 110;

const kilobytes = (out: string) => sizes[out] / 1024;

for (const { out } of bundles) {
  test(`${out} is there, and as large as dist/sizes.json says`, async () => {
    const { size } = await stat(join(root, out));
    assert.ok(size > 0);
    assert.equal(sizes[out], size);
  });
}

test(`no file of the server or the command line is larger than ${most} KB`, () => {
  const files = Object.keys(sizes).filter((out) => /^dist\/(server\/|parts\/|cli\.js)/.test(out));
  const large = files.filter(
    (out) => kilobytes(out) > (out === 'dist/server/browser.js' ? mostInOneFile : most),
  );
  assert.deepEqual(
    large.map((out) => `${out}: ${kilobytes(out).toFixed(1)} KB`),
    [],
  );
});

test(`the server answers initialize with no more than ${mostAtStart} KB loaded`, async () => {
  const loaded = new Set<string>();
  const load = async (out: string): Promise<void> => {
    if (loaded.has(out)) return;
    loaded.add(out);
    const source = await readFile(join(root, out), 'utf8');
    // What is asked for later stands behind an arrow: `() => require(…)`.
    for (const [, part] of source.matchAll(
      /(?<!=>(?:[\w$]*\()?)require\("(?:\.\.\/parts|\.)\/(\w+\.js)"\)/g,
    ))
      await load(`dist/parts/${part}`);
  };
  await load('dist/server/node.js');
  const total = [...loaded].reduce((sum, out) => sum + kilobytes(out), 0);
  assert.ok(total <= mostAtStart, `${[...loaded].join(', ')}: ${total.toFixed(1)} KB`);
});
