/**
 * Bundles client, server and command line with esbuild into dist/, and writes
 * the schemas that VS Code reads into dist/schemas. What is known of each
 * language lies in dist/languages, for Node and for the browser.
 *
 *   node scripts/build.mjs              minified, as it is published
 *   node scripts/build.mjs --dev        readable, with source maps
 *   node scripts/build.mjs --watch      --dev, again after every change
 *   node scripts/build.mjs --metafile   also dist/meta/*.json for esbuild's analyser
 *
 * dist/sizes.json holds the size of each bundle in bytes.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { commonJs } from './lib/commonJs.mjs';
import { condensed } from './lib/condensed.mjs';
import { writeEditorSchemas } from './lib/editorSchemas.mjs';
import { languageCodes, writeLanguages } from './lib/languages.mjs';
import { inRoot, root } from './lib/root.mjs';
import { late, shakeable } from './lib/shakeable.mjs';
import { tersely } from './lib/terse.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry source file
 * @property {string} out bundle
 * @property {'node' | 'worker'} runs where it runs
 * @property {boolean} [program] built together with the others of its kind, with which it shares its parts
 * @property {boolean} [command] started by its name from a shell
 */

/** @type {Bundle[]} */
export const bundles = [
  { entry: 'client/src/node/extension.ts', out: 'dist/client/node.js', runs: 'node' },
  { entry: 'client/src/browser/extension.ts', out: 'dist/client/browser.js', runs: 'worker' },
  {
    entry: 'server/src/node/main.ts',
    out: 'dist/server/node.js',
    runs: 'node',
    program: true,
    command: true,
  },
  { entry: 'server/src/node/prose/worker.ts', out: 'dist/server/prose.js', runs: 'node' },
  { entry: 'server/src/browser/main.ts', out: 'dist/server/browser.js', runs: 'worker' },
  {
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli.js',
    runs: 'node',
    program: true,
    command: true,
  },
  { entry: 'server/src/node/model/worker.ts', out: 'dist/model.js', runs: 'node' },
  // Nobody starts these: each is loaded by the programs that meet a text in its language.
  ...languageCodes.map(
    /** @returns {Bundle} */
    (code) => ({
      entry: `server/src/core/languages/${code}.ts`,
      out: `dist/languages/${code}.js`,
      runs: 'node',
      program: true,
    }),
  ),
];

/** What TypeScript calls private, the protocol's packages begin with an underscore; our own sources have `#`. */
const privateNames = /^_[a-z]/;

/** Node has hashes already. */
const hashes = inRoot('server/src/node/hashes.ts');

/**
 * The esbuild options that every bundle of the project shares.
 * @param {{ runs: 'node' | 'worker', entry: string, out: string, command?: boolean }} bundle
 * @param {{ dev?: boolean, metafile?: boolean }} [mode]
 * @returns {import('esbuild').BuildOptions}
 */
export function optionsFor({ runs, entry, out, command }, { dev = false, metafile = false } = {}) {
  const worker = runs === 'worker';
  const server = entry.startsWith('server/');
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    // A worker's server is a plain script; everything else is asked for with require.
    format: server && worker ? 'iife' : 'cjs',
    platform: worker ? 'browser' : 'node',
    target: worker ? 'es2022' : 'node18',
    // 'module' first: UMD builds (jsonc-parser) hide their requires from a bundler.
    mainFields: worker ? ['browser', 'module', 'main'] : ['module', 'main'],
    external: ['vscode'],
    define: late,
    banner: command ? { js: '#!/usr/bin/env node' } : {},
    plugins: server ? [...serverPlugins(worker), tersely] : [shakeable()],
    mangleProps: server ? privateNames : undefined,
    legalComments: 'none',
    charset: 'utf8',
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    metafile,
    logLevel: 'warning',
  };
}

/**
 * The options of the programs' one build: what several of them need, and what
 * one needs later than at its start, lies in dist/parts.
 * @param {readonly Bundle[]} programs
 * @param {{ dev?: boolean, metafile?: boolean }} mode
 * @returns {import('esbuild').BuildOptions}
 */
function programOptions(programs, mode) {
  const { outfile, ...options } = optionsFor({ entry: 'server/', out: '', runs: 'node' }, mode);
  return {
    ...options,
    entryPoints: programs.map(({ entry, out }) => ({
      in: entry,
      out: out.slice('dist/'.length, -3),
    })),
    outdir: 'dist',
    chunkNames: 'parts/[hash]',
    banner: { js: '#!/usr/bin/env node' },
    sourcemap: mode.dev ? 'inline' : false,
    define: {},
    alias: { '@noble/hashes/sha2.js': hashes, '@noble/hashes/utils.js': hashes },
    plugins: [...serverPlugins(false), commonJs],
  };
}

/** What makes the server and the programs beside it smaller. */
function serverPlugins(/** @type {boolean} */ worker) {
  return [shakeable(inRoot('server/src'), worker ? 'node' : 'browser'), condensed];
}

/**
 * Every build there is, by the name of its metafile.
 * @param {{ dev?: boolean, metafile?: boolean }} mode
 * @returns {[name: string, options: import('esbuild').BuildOptions][]}
 */
function builds(mode) {
  const present = bundles.filter(hasSource);
  const alone = present.filter(({ program }) => !program);
  return [
    [
      'programs',
      programOptions(
        present.filter(({ program }) => program),
        mode,
      ),
    ],
    ...alone.map(
      /** @returns {[string, import('esbuild').BuildOptions]} */
      (bundle) => [
        bundle.out.slice('dist/'.length, -3).replace('/', '-'),
        optionsFor(bundle, mode),
      ],
    ),
  ];
}

/**
 * Builds every bundle once.
 * @param {{ dev?: boolean, metafile?: boolean }} [mode]
 * @returns {Promise<Record<string, number>>} bytes of each bundle
 * @throws {Error} if one could not be built; the others are there all the same
 */
export async function build(mode = {}) {
  await rm(inRoot('dist/parts'), { recursive: true, force: true });
  await mkdir(inRoot('dist/meta'), { recursive: true });
  const wanted = builds(mode);
  const built = await Promise.allSettled(wanted.map(([, options]) => esbuild.build(options)));
  for (const [index, outcome] of built.entries()) {
    if (outcome.status !== 'fulfilled' || !outcome.value.metafile) continue;
    const meta = inRoot('dist/meta', `${wanted[index]?.[0]}.json`);
    await writeFile(meta, JSON.stringify(outcome.value.metafile));
  }
  await Promise.all([writeEditorSchemas(), writeLanguages()]);
  const sizes = await sizesOfBundles();
  await writeFile(inRoot('dist/sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  const broken = built.filter(({ status }) => status === 'rejected').length;
  if (broken > 0) throw new Error(`${broken} of ${wanted.length} builds failed`);
  return sizes;
}

/** @returns {Promise<Record<string, number>>} bytes of each bundle, part and language */
async function sizesOfBundles() {
  const parts = await readdir(inRoot('dist/parts')).catch(() => []);
  const commands = bundles.filter(({ command }) => command).map(({ out }) => out);
  /** @type {Record<string, number>} */
  const sizes = {};
  for (const out of [
    ...bundles.map(({ out }) => out),
    ...parts.map((name) => `dist/parts/${name}`),
    ...languageCodes.map((code) => `dist/languages/${code}.json`),
  ]) {
    if (!existsSync(inRoot(out))) continue;
    if (commands.includes(out)) await chmod(inRoot(out), 0o755);
    sizes[out] = (await stat(inRoot(out))).size;
  }
  return sizes;
}

/** Rebuilds after every change until the process ends. */
async function watch() {
  await Promise.all([writeEditorSchemas(), writeLanguages()]);
  for (const [, options] of builds({ dev: true })) {
    const context = await esbuild.context({ ...options, logLevel: 'info' });
    await context.watch();
  }
  console.log('build: watching');
}

/** @param {Bundle} bundle */
function hasSource(bundle) {
  const found = existsSync(inRoot(bundle.entry));
  if (!found) console.log(`build: ${bundle.out} skipped, there is no ${bundle.entry}`);
  return found;
}

async function main() {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean' },
      watch: { type: 'boolean' },
      metafile: { type: 'boolean' },
    },
  });
  if (values.watch) return watch();
  const sizes = await build(values);
  for (const [out, bytes] of Object.entries(sizes)) {
    console.log(`${out.padEnd(24)}${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(`build: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
