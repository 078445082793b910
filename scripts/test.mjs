/**
 * Runs every check of the project; see test/steps.mjs for what they are.
 *
 *   npm test [-- STEP…]     all steps, or those whose names are given
 *
 * Works straight after `git clone` on Node 18 or later: installs the packages
 * first and goes on with the Node that they bring along.
 */
import { ensureInstalled } from './lib/install.mjs';
import { projectNode, run } from './lib/processes.mjs';
import { inRoot } from './lib/root.mjs';

try {
  await ensureInstalled();
  const steps = inRoot('scripts/test/main.mjs');
  process.exitCode = (await run(projectNode(), [steps, ...process.argv.slice(2)])).code;
} catch (error) {
  console.error(`test: ${error instanceof Error ? error.message : error}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
