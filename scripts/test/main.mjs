/** Runs the steps and sums them up; the last line is `N passed, N failed`. */
import { projectNode, run } from '../lib/processes.mjs';
import { steps } from './steps.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} title
 * @property {number} passed
 * @property {number} failed
 * @property {string} [remark]
 */

/**
 * @param {import('./steps.mjs').Step} step
 * @returns {Promise<Outcome>}
 */
async function perform({ title, command, minutes = 3 }) {
  const { code, output } = await run(projectNode(), command, {
    output: 'both',
    timeout: minutes * 60_000,
  });
  const counts = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  const passed = counts ? Number(counts[1]) : Number(code === 0);
  const failed = counts ? Number(counts[2]) : Number(code !== 0);
  if (passed + failed === 0) return { title, passed, failed: 1, remark: 'ran no test' };
  if (code !== 0 && failed === 0) return { title, passed, failed: 1, remark: `exit code ${code}` };
  return { title, passed, failed };
}

/**
 * @param {readonly import('./steps.mjs').Step[]} chosen
 * @returns {Promise<Outcome[]>}
 */
async function performAll(chosen) {
  /** @type {Outcome[]} */
  const outcomes = [];
  const broken = new Set();
  for (const step of chosen) {
    const { name, title, needs } = step;
    console.log(`\n━━ ${title}`);
    const skipped = step.skip?.();
    if (skipped) {
      console.log(`skipped: ${skipped}`);
      outcomes.push({ title, passed: 0, failed: 0, remark: `skipped: ${skipped}` });
      continue;
    }
    const started = performance.now();
    const outcome = broken.has(needs)
      ? { title, passed: 0, failed: 1, remark: `needs the step "${needs}", which failed` }
      : await perform(step);
    if (outcome.failed > 0) broken.add(name);
    if (outcome.remark) console.log(outcome.remark);
    console.log(`(${((performance.now() - started) / 1000).toFixed(1)} s)`);
    outcomes.push(outcome);
  }
  return outcomes;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  const known = [...new Set(steps.map(({ name }) => name))];
  console.error(`test: there is no step ${unknown.join(', ')}; steps are ${known.join(', ')}`);
  process.exit(2);
}
const chosen = names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
const outcomes = await performAll(chosen);

console.log('\n━━ Summary');
let passed = 0;
let failed = 0;
for (const outcome of outcomes) {
  passed += outcome.passed;
  failed += outcome.failed;
  const sign = outcome.failed > 0 ? '✖' : outcome.passed > 0 ? '✔' : '–';
  const counts = `${outcome.passed} passed, ${outcome.failed} failed`;
  console.log([sign, outcome.title, `(${outcome.remark ?? counts})`].join(' '));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
