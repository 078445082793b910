/** What `npm test` checks, in this order. */
import { onPath } from '../lib/processes.mjs';

/**
 * A program that says how many tests passed in a last line `N passed, N failed`,
 * or one whose exit code is its only answer (counted as one test).
 * @typedef {object} Step
 * @property {string} name to run it alone
 * @property {string} title
 * @property {string[]} command arguments for the project's Node
 * @property {number} [minutes] until it is ended; default 3
 * @property {string} [needs] the step that must have passed before
 * @property {() => string | undefined} [skip] why it can't run on this machine
 */

/** @param {...string} patterns files for Node's own test runner */
const nodeTests = (...patterns) => [
  '--test',
  '--test-reporter=./scripts/test/reporter.mjs',
  ...patterns,
];

/** @param {...string} options */
const suite = (...options) => ['scripts/test/suite.mjs', ...options];

const biome = 'node_modules/@biomejs/biome/bin/biome';
const tsc = 'node_modules/typescript/bin/tsc';

/** @type {Step[]} */
export const steps = [
  { name: 'lint', title: 'Format and lint', command: [biome, 'ci', '--error-on-warnings'] },
  ...['server/src/core', 'server', 'server/src/browser', 'client', 'test'].map((project) => ({
    name: 'types',
    title: `Types: ${project}`,
    command: [tsc, '-p', project],
  })),
  {
    name: 'architecture',
    title: 'Architecture: who may import whom, sizes of files',
    command: nodeTests('test/architecture/*.test.ts'),
  },
  {
    name: 'unit',
    title: 'Unit and property tests',
    command: nodeTests('test/unit/**/*.test.ts', 'test/fuzz/**/*.test.ts'),
    minutes: 5,
  },
  { name: 'build', title: 'Build', command: ['scripts/build.mjs'] },
  {
    name: 'faults',
    title: 'Writers and servers that are killed, run at once or have no room',
    command: nodeTests('test/faults/*.test.ts'),
    needs: 'build',
  },
  {
    name: 'size',
    title: 'Sizes of the bundles',
    command: nodeTests('test/packaging/sizes.test.ts'),
    needs: 'build',
  },
  {
    name: 'node',
    title: 'The programs under the Node that started the tests',
    command: nodeTests('test/packaging/oldNode.test.ts'),
    needs: 'build',
  },
  {
    name: 'model',
    title: 'Suggestions of a model, with the library that runs models',
    command: nodeTests('test/model/*.test.ts'),
    needs: 'build',
  },
  {
    name: 'lsp',
    title: 'The server under an independent client: Neovim over stdio',
    command: nodeTests('test/lsp/*.test.ts'),
    needs: 'build',
    skip: () => (onPath(['nvim']) ? undefined : 'nvim is not installed'),
  },
  {
    name: 'suite',
    title: "VS Code's Node extension host",
    command: suite(),
    needs: 'build',
  },
  {
    name: 'suite',
    title: "VS Code's Node extension host, in a folder that is no corpus",
    command: suite('--plain'),
    needs: 'build',
  },
  {
    name: 'suite',
    title: "VS Code's web worker extension host",
    command: suite('--web'),
    needs: 'build',
  },
  {
    name: 'vsix',
    title: 'The VSIX: packaged, installed, started',
    command: nodeTests('test/packaging/vsix.test.ts'),
    needs: 'build',
  },
  {
    name: 'walk',
    title: 'A walk through the workbench with mouse and keyboard',
    command: nodeTests('test/walk/*.test.ts'),
    minutes: 5,
    needs: 'build',
  },
];
