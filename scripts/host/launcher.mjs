#!/usr/bin/env node
/**
 * Stands in for the VS Code executable that @vscode/test-electron's runTests
 * starts: takes its command line, runs the test suite in the embedded VS Code
 * and exits with the suite's exit code.
 *
 *   launcher.mjs [--web] --extensionDevelopmentPath=E --extensionTestsPath=T FOLDER
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inRoot } from '../lib/root.mjs';
import { launchBrowser } from './browser.mjs';
import { inWebWorker, startHost } from './server.mjs';
import { openWorkbench } from './workbench.mjs';

/** A suite that has not ended by then hangs. */
const patience = 180_000;

/** @param {string} name */
const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** @type {string[]} everything that VS Code and the extension printed */
const log = [];

/**
 * Passes on what the suite's reporter prints; VS Code's own chatter is kept
 * for the case of a failure.
 * @param {string} _type of the console's method
 * @param {unknown[]} args
 */
function print(_type, args) {
  const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
  log.push(line);
  if (/^(suite:| {2}[✔✖])/.test(line)) process.stdout.write(`${line}\n`);
}

async function main() {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  if (!folder || !extension || !tests)
    throw new Error('a folder, an extension and tests are needed');
  const web = process.argv.includes('--web');
  const host = await startHost({ settings: web ? inWebWorker : {} });
  const browser = await launchBrowser();
  try {
    return await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the suite did not end in time')), patience).unref();
      host.ended.then(() => reject(new Error(`VS Code ended early:\n${host.log()}`)));
      const view = { host, folder, extension, tests };
      openWorkbench(browser, view, { onLog: print, onExit: resolve }).catch(reject);
    });
  } finally {
    await browser.close();
    await host.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`launcher: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
if (process.exitCode !== 0) {
  const file = inRoot('test-results/suite.log');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, log.join('\n'));
  console.error(`launcher: everything that VS Code printed is in ${file}`);
}
