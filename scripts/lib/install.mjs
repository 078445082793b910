/** The packages of a folder of the project, as its lock file has them. Runs on a bare Node 18. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './processes.mjs';
import { inRoot } from './root.mjs';

/**
 * Installs the packages unless what is installed came from this very lock file.
 * @param {string} [folder] within the checkout; absent: the project itself
 * @param {{ scripts?: boolean }} [options] whether packages may run their install scripts
 * @throws {Error} if npm fails
 */
export async function ensureInstalled(folder = '.', { scripts = true } = {}) {
  const wanted = readFileSync(inRoot(folder, 'package-lock.json'), 'utf8');
  const note = inRoot(folder, 'node_modules/.glossator-lock');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  if (!existsSync(note) && existsSync(inRoot(folder, 'node_modules/.package-lock.json'))) {
    // Installed by hand: npm says itself whether that fits.
    if ((await npm(['ls', '--silent'], { output: 'keep', cwd: inRoot(folder) })).code === 0) return;
  }
  console.log(`Installing packages (npm ci${folder === '.' ? '' : ` in ${folder}`}) …`);
  const options = scripts ? [] : ['--ignore-scripts'];
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...options], {
    cwd: inRoot(folder),
  });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
  writeFileSync(note, wanted);
}
