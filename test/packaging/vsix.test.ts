import assert from 'node:assert/strict';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { createVSIX } from '@vscode/vsce';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import * as person from '../../scripts/host/person.mjs';
import { type Host, installExtension, startHost } from '../../scripts/host/server.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';
import { run } from '../../scripts/lib/processes.mjs';

const root = join(import.meta.dirname, '../..');

/** What may be in the package, and what must be. */
const allowed =
  /^(package(\.nls[^/]*)?\.json|(README|CHANGELOG)\.md|LICENSE|(dist|syntaxes|schemas|media|l10n|docs)\/.*)$/;
const needed = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/client/node.js',
  'dist/client/browser.js',
  'dist/server/node.js',
  'dist/server/prose.js',
  'dist/server/browser.js',
  'dist/cli.js',
  'dist/languages/et.js',
  'dist/languages/et.json',
  'docs/rules/entity-undefined.md',
  'media/icon.png',
];

suite('the VSIX', () => {
  let folder: string;
  let host: Host;
  let browser: Browser;
  let page: Page;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'glossator-vsix-')));
  });
  after(async () => {
    await browser?.close();
    await host?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('holds what the extension needs, and nothing else', async () => {
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    const { code, output } = await run(process.execPath, [vsce, 'ls', '--no-dependencies'], {
      output: 'keep',
    });
    assert.equal(code, 0, output);
    const names = output.trim().replaceAll('\\', '/').split('\n');
    assert.deepEqual(
      names.filter((name) => !allowed.test(name) || /\.map$|^dist\/meta\//.test(name)),
      [],
    );
    assert.deepEqual(
      needed.filter((name) => !names.includes(name)),
      [],
    );
  });

  test('is packaged and installs into a fresh VS Code', async () => {
    const vsix = join(folder, 'glossator.vsix');
    await createVSIX({
      cwd: root,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
    const data = join(folder, 'data');
    const { code, output } = await installExtension(vsix, data);
    assert.equal(code, 0, output);
    assert.match(output, /successfully installed/);
  });

  test('starts: its hover explains a number', async () => {
    const texts = join(folder, 'seeds');
    await cp(join(root, 'samples/seeds'), texts, { recursive: true });
    host = await startHost({ dataFolder: join(folder, 'data') });
    browser = await launchBrowser();
    page = await openWorkbench(browser, { host, folder: texts });
    await person.openFile(page, '000_5c454f63fb3e0dfe.txt');
    await page.locator('.statusbar-item', { hasText: /tag/i }).first().waitFor();
    assert.match(await person.hover(page, '25 thousand'), /25[\s,.\u00a0\u202f]?000/);
  });
});
