/**
 * Bundles client, server and command line with esbuild into dist/, and writes
 * the schemas that VS Code reads into dist/schemas.
 *
 *   node scripts/build.mjs              minified, as it is published
 *   node scripts/build.mjs --dev        readable, with source maps
 *   node scripts/build.mjs --watch      --dev, again after every change
 *   node scripts/build.mjs --metafile   also dist/meta/*.json for esbuild's analyser
 *
 * dist/sizes.json holds the size of each bundle in bytes.
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { writeEditorSchemas } from './lib/editorSchemas.mjs';
import { inRoot, root } from './lib/root.mjs';
import { shakeable } from './lib/shakeable.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry source file
 * @property {string} out bundle
 * @property {'node' | 'worker'} runs where it runs
 * @property {boolean} [command] started by its name from a shell
 */

/** Languages whose data server and command line share, each a file of its own. */
const languages = ['en', 'et', 'ru'];

/** @type {Bundle[]} */
export const bundles = [
  { entry: 'client/src/node/extension.ts', out: 'dist/client/node.js', runs: 'node' },
  { entry: 'client/src/browser/extension.ts', out: 'dist/client/browser.js', runs: 'worker' },
  { entry: 'server/src/node/main.ts', out: 'dist/server/node.js', runs: 'node', command: true },
  { entry: 'server/src/node/prose/worker.ts', out: 'dist/server/prose.js', runs: 'node' },
  { entry: 'server/src/browser/main.ts', out: 'dist/server/browser.js', runs: 'worker' },
  { entry: 'server/src/cli/main.ts', out: 'dist/cli.js', runs: 'node', command: true },
  { entry: 'server/src/node/model/worker.ts', out: 'dist/model.js', runs: 'node' },
  ...languages.map((language) => ({
    entry: `server/src/core/languages/${language}.ts`,
    out: `dist/languages/${language}.js`,
    runs: /** @type {const} */ ('node'),
  })),
];

/**
 * Has a bundle ask for the languages' files instead of taking them in.
 * @param {string} out the bundle
 * @returns {import('esbuild').Plugin}
 */
const languagesApart = (out) => ({
  name: 'languages apart',
  setup({ onResolve }) {
    onResolve({ filter: /[\\/]\w\w\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = join(resolveDir, path);
      const language = languages.find(
        (code) => file === inRoot('server/src/core/languages', `${code}.ts`),
      );
      if (kind === 'entry-point' || !language) return undefined;
      const folder = relative(dirname(inRoot(out)), inRoot('dist/languages')).replaceAll('\\', '/');
      return {
        path: `${folder.startsWith('.') ? '' : './'}${folder}/${language}.js`,
        external: true,
      };
    });
  },
});

/**
 * The esbuild options that every bundle of the project shares.
 * @param {{ runs: 'node' | 'worker', entry: string, out: string, command?: boolean }} bundle
 * @param {{ dev?: boolean, metafile?: boolean }} [mode]
 * @returns {import('esbuild').BuildOptions}
 */
export function optionsFor({ runs, entry, out, command }, { dev = false, metafile = false } = {}) {
  const worker = runs === 'worker';
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    // A worker's server is a plain script; everything else is asked for with require.
    format: out === 'dist/server/browser.js' ? 'iife' : 'cjs',
    platform: worker ? 'browser' : 'node',
    target: worker ? 'es2022' : 'node18',
    // 'module' first: UMD builds (jsonc-parser) hide their requires from a bundler.
    mainFields: worker ? ['browser', 'module', 'main'] : ['module', 'main'],
    external: ['vscode'],
    banner: command ? { js: '#!/usr/bin/env node' } : {},
    plugins: worker ? [shakeable] : [shakeable, languagesApart(out)],
    legalComments: 'none',
    charset: 'utf8',
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    metafile,
    logLevel: 'warning',
  };
}

/**
 * Builds every bundle once.
 * @param {{ dev?: boolean, metafile?: boolean }} [mode]
 * @returns {Promise<Record<string, number>>} bytes of each bundle
 * @throws {Error} if one could not be built; the others are there all the same
 */
export async function build(mode = {}) {
  const present = bundles.filter(hasSource);
  const built = await Promise.allSettled(
    present.map((bundle) => esbuild.build(optionsFor(bundle, mode))),
  );
  /** @type {Record<string, number>} */
  const sizes = {};
  await mkdir(inRoot('dist'), { recursive: true });
  for (const [index, bundle] of present.entries()) {
    const outcome = built[index];
    if (outcome?.status !== 'fulfilled') continue;
    const result = outcome.value;
    const file = inRoot(bundle.out);
    if (bundle.command) await chmod(file, 0o755);
    sizes[bundle.out] = (await stat(file)).size;
    if (result.metafile) {
      const meta = inRoot(
        'dist/meta',
        `${bundle.out.slice('dist/'.length).replaceAll('/', '-')}on`,
      );
      await mkdir(dirname(meta), { recursive: true });
      await writeFile(meta, JSON.stringify(result.metafile));
    }
  }
  await writeEditorSchemas();
  await writeFile(inRoot('dist/sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  const broken = built.filter(({ status }) => status === 'rejected').length;
  if (broken > 0) throw new Error(`${broken} of ${present.length} bundles could not be built`);
  return sizes;
}

/** Rebuilds after every change until the process ends. */
async function watch() {
  await writeEditorSchemas();
  for (const bundle of bundles.filter(hasSource)) {
    const context = await esbuild.context({
      ...optionsFor(bundle, { dev: true }),
      logLevel: 'info',
    });
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
