/** The project's packages, as the lock file has them. Runs on a bare Node 18. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './processes.mjs';
import { inRoot } from './root.mjs';

const lock = inRoot('package-lock.json');
const note = inRoot('node_modules/.glossator-lock');

/**
 * Installs the packages unless what is installed came from this very lock file.
 * @throws {Error} if npm fails
 */
export async function ensureInstalled() {
  const wanted = readFileSync(lock, 'utf8');
  if (existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  if (!existsSync(note) && existsSync(inRoot('node_modules/.package-lock.json'))) {
    // Installed by hand: npm says itself whether that fits.
    if ((await npm(['ls', '--silent'], { output: 'keep' })).code === 0) return;
  }
  console.log('Installing packages (npm ci) …');
  const { code } = await npm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
  writeFileSync(note, wanted);
}
