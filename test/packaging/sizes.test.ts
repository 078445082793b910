import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { bundles } from '../../scripts/build.mjs';
import { languageCodes } from '../../server/src/core/languages/functionWords.ts';
import type { Language } from '../../server/src/core/languages/language.ts';

const root = join(import.meta.dirname, '../..');
const sizes: Record<string, number> = JSON.parse(
  await readFile(join(root, 'dist/sizes.json'), 'utf8'),
);

/**
 * The most kilobytes (1,024 bytes) of the server's code: the file of the browser's, and what the
 * one under Node can load into its own thread. The languages' data come beside it.
 */
const most = { browser: 398, node: 415 };
/** What the server loads before it answers `initialize`: its own file and the parts named there. */
const mostAtStart = 60;
/** The data of one language. */
const mostOfLanguage = 40;

const kilobytes = (outs: Iterable<string>) =>
  Array.from(outs, (out) => sizes[out] / 1024).reduce((sum, size) => sum + size, 0);

/** What is asked for later stands behind an arrow: `() => require(…)`. */
const asked = {
  atOnce: /(?<!=>(?:[\w$]*\()?)require\("(\.[^"]*\.js)"\)/g,
  ever: /\brequire\("(\.[^"]*\.js)"\)/g,
};

/** A program and the parts that it, and they, ask for. */
async function loadedBy(program: string, when: RegExp): Promise<Set<string>> {
  const loaded = new Set([program]);
  for (const out of loaded) {
    const source = await readFile(join(root, out), 'utf8');
    for (const [, part] of source.matchAll(when)) loaded.add(posix.join(posix.dirname(out), part));
  }
  return loaded;
}

/** The codes of the languages that the command line has loaded when it has analysed some texts. */
function languagesLoadedFor(paths: readonly string[]): string[] {
  const list = `import { createRequire } from 'node:module';
    const { cache } = createRequire(process.argv[1]);
    process.on('exit', () => console.error(JSON.stringify(Object.keys(cache))));`;
  const options = ['--import', `data:text/javascript,${encodeURIComponent(list)}`];
  const { stderr } = spawnSync(
    process.execPath,
    [...options, join(root, 'dist/cli.js'), 'analyze', ...paths],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const loaded: string[] = JSON.parse(stderr);
  const folder = join(root, 'dist/languages');
  return loaded.filter((path) => dirname(path) === folder).map((path) => basename(path, '.js'));
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

test(`the server under Node has at most ${most.node} KB of code`, async () => {
  const all = await loadedBy('dist/server/node.js', asked.ever);
  const code = [...all].filter((out) => !out.startsWith('dist/languages/'));
  assert.equal(code.length, all.size - languageCodes.length);
  atMost(most.node, code);
});

for (const code of languageCodes) {
  const file = `dist/languages/${code}`;

  test(`what is known of “${code}” lies apart, for Node and for the browser`, async () => {
    atMost(mostOfLanguage, [`${file}.js`]);
    atMost(mostOfLanguage, [`${file}.json`]);
    const node = createRequire(import.meta.url)(join(root, `${file}.js`));
    const browser: Language = JSON.parse(await readFile(join(root, `${file}.json`), 'utf8'));
    assert.deepEqual(browser, node[code]);
    assert.equal(browser.code, code);
    const names = browser.entities.firstNames.slice(0, 40);
    const all = await loadedBy('dist/server/node.js', asked.ever);
    for (const out of ['dist/server/browser.js', ...all]) {
      const source = await readFile(join(root, out), 'utf8');
      assert.equal(source.includes(names), out === `${file}.js`, out);
    }
  });
}

test('a text in English has no other language loaded', async () => {
  const [english, estonian] = ['000_5c454f63fb3e0dfe', '002_9f77b97cff9770ad'].map((name) =>
    join(root, `samples/seeds/${name}.txt`),
  );
  assert.deepEqual(languagesLoadedFor([english]), ['en']);
  assert.deepEqual(languagesLoadedFor([english, estonian]), ['en', 'et']);
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
