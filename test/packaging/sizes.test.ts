import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundles } from '../../scripts/build.mjs';

const root = join(import.meta.dirname, '../..');
const sizes: Record<string, number> = JSON.parse(
  await readFile(join(root, 'dist/sizes.json'), 'utf8'),
);

/** The languages' data, which grow with every language. */
const languages = 'dist/languages.js';

/**
 * The most kilobytes (1,024 bytes) of the server as a whole: the file of the browser's, and what
 * the one under Node can load into its own thread; then without the languages' data.
 */
const most = { browser: 457, node: 478, nodeCode: 399 };
/** What the server loads before it answers `initialize`: its own file and the parts named there. */
const mostAtStart = 70;

const kilobytes = (outs: Iterable<string>) =>
  Array.from(outs, (out) => sizes[out] / 1024).reduce((sum, size) => sum + size, 0);

/** What is asked for later stands behind an arrow: `() => require(…)`. */
const asked = {
  atOnce: /(?<!=>(?:[\w$]*\()?)require\("(?:\.\.?\/parts|\.)\/(\w+\.js)"\)/g,
  ever: /\brequire\("(?:\.\.?\/parts|\.)\/(\w+\.js)"\)/g,
};

/** A program and the parts that it, and they, ask for. */
async function loadedBy(program: string, when: RegExp): Promise<Set<string>> {
  const loaded = new Set([program]);
  for (const out of loaded) {
    const source = await readFile(join(root, out), 'utf8');
    for (const [, part] of source.matchAll(when)) loaded.add(`dist/parts/${part}`);
  }
  return loaded;
}

/** Fails, naming every file, where they are too large together. */
function atMost(limit: number, files: Iterable<string>): void {
  const list = Array.from(files, (out) => `${out} ${kilobytes([out]).toFixed(1)}`).join(', ');
  const total = kilobytes(files);
  assert.ok(total <= limit, `${total.toFixed(1)} KB: ${list}`);
}

for (const { out } of bundles) {
  test(`${out} is there, and as large as dist/sizes.json says`, async () => {
    const { size } = await stat(join(root, out));
    assert.ok(size > 0);
    assert.equal(sizes[out], size);
  });
}

test(`the browser’s server is one file of at most ${most.browser} KB`, () => {
  atMost(most.browser, ['dist/server/browser.js']);
});

test(`the server under Node has at most ${most.node} KB, ${most.nodeCode} KB of them code`, async () => {
  const all = await loadedBy('dist/server/node.js', asked.ever);
  atMost(most.node, all);
  const data = await loadedBy(languages, asked.ever);
  const code = [...all].filter((out) => !data.has(out));
  assert.ok(code.length < all.size);
  atMost(most.nodeCode, code);
});

test(`the server answers initialize with no more than ${mostAtStart} KB loaded`, async () => {
  atMost(mostAtStart, await loadedBy('dist/server/node.js', asked.atOnce));
});

test('the servers know the requests they answer, and no others', async () => {
  const loaded = await loadedBy('dist/server/node.js', asked.atOnce);
  const node = await Promise.all([...loaded].map((out) => readFile(join(root, out), 'utf8')));
  const browser = await readFile(join(root, 'dist/server/browser.js'), 'utf8');
  for (const server of [node.join('\n'), browser]) {
    assert.match(server, /"textDocument\/hover"/);
    assert.match(server, /"textDocument\/semanticTokens\/range"/);
    assert.doesNotMatch(server, /"textDocument\/codeLens"|"textDocument\/moniker"/);
  }
});

test('named numbers of the core stand where they are used', async () => {
  const browser = await readFile(join(root, 'dist/server/browser.js'), 'utf8');
  // A name of ours begins with a small letter, one of the packages with a capital.
  const listed = browser.match(/\[\w+\.[a-z]\w*=\d+\]="[a-z]\w*"/g) ?? [];
  assert.deepEqual(listed, [], 'read them by name only, see scripts/lib/condensed.mjs');
});
