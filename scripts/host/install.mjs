/**
 * The embedded VS Code: workbench, server and extension hosts out of the npm
 * package code-server, kept in the cache folder. Runs on a bare Node 18.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../lib/processes.mjs';
import { cacheFolder } from '../lib/root.mjs';

export const hostVersion = '4.139.1';
const home = join(cacheFolder, 'code-server', hostVersion);
const inside = 'node_modules/code-server/lib/vscode';

/**
 * Installs the embedded VS Code unless it is there (about 600 MB on disk).
 * @returns {Promise<string>} the folder of VS Code
 * @throws {Error} if npm fails
 */
export async function ensureHost() {
  const folder = join(home, inside);
  if (existsSync(join(home, 'complete'))) return folder;
  console.log(`Installing the embedded VS Code (code-server ${hostVersion}) …`);
  // Made elsewhere and moved, so that an interrupted install is never used.
  const draft = `${home}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
    // Its install scripts compile native modules that nothing here needs.
    await install(draft, [`code-server@${hostVersion}`]);
    await install(join(draft, inside), ['--omit=dev']);
    await writeFile(join(draft, 'complete'), '');
    await rm(home, { recursive: true, force: true });
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
async function install(cwd, args) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm(['install', ...args, ...options], { cwd, output: 'keep' });
  if (code !== 0) throw new Error(`npm install ${args.join(' ')} failed:\n${output}`);
}
