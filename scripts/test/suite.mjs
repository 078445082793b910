/**
 * Runs the Mocha suite inside VS Code through @vscode/test-electron:
 *
 *   node scripts/test/suite.mjs [--web] [--plain]
 *
 * In the desktop VS Code that VSCODE_PATH names, else in the embedded one.
 * --web: the web worker extension host; --plain: in a folder that is no corpus.
 */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { optionsFor } from '../build.mjs';
import { onWindows, projectEnvironment, runFolder } from '../lib/processes.mjs';
import { cacheFolder, inRoot, root } from '../lib/root.mjs';

/**
 * @param {boolean} web
 * @returns {Promise<string>} the bundled suite
 */
async function bundle(web) {
  const out = join(cacheFolder, 'suite', web ? 'browser.js' : 'node.js');
  const options = optionsFor(
    { entry: 'test/suite/index.ts', out, runs: web ? 'worker' : 'node' },
    { dev: true },
  );
  // Mocha's browser build lies in an ES module package: it must not see the bundle's `module`.
  const define = { module: 'undefined', suiteHost: JSON.stringify(web ? 'web' : 'node') };
  await esbuild.build({ ...options, define, sourcemap: 'inline' });
  return out;
}

/**
 * A folder to test in: copies of the sample texts and, in a corpus, of the
 * suite's own, with its configuration and registry.
 * @param {string} folder
 * @param {boolean} plain
 */
async function makeFolder(folder, plain) {
  const samples = inRoot('samples/seeds');
  await cp(samples, folder, {
    recursive: true,
    filter: (path) => path === samples || path.endsWith('.txt'),
  });
  if (!plain) await cp(inRoot('test/suite/corpus'), folder, { recursive: true });
}

async function main() {
  const { values } = parseArgs({
    options: { web: { type: 'boolean' }, plain: { type: 'boolean' } },
  });
  const web = values.web === true;
  const scratch = runFolder('suite');
  const folder = join(scratch, 'seeds');
  await makeFolder(folder, values.plain === true);
  const desktop = process.env.VSCODE_PATH;
  const launcher = inRoot('scripts/host', onWindows ? 'launcher.cmd' : 'launcher.mjs');
  console.log(`host: ${desktop ?? 'the embedded VS Code'}`);
  Object.assign(process.env, projectEnvironment());
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? launcher,
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundle(web),
      launchArgs: [
        folder,
        ...(desktop ? ['--disable-extensions'] : []),
        ...(web ? [desktop ? '--extensionDevelopmentKind=web' : '--web'] : []),
      ],
    });
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  await main();
} catch (error) {
  console.error(`suite: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
