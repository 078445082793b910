/**
 * The languages' data. Under Node each language is a part of its own; the
 * browser's server, a plain script, is given the same as JSON by the client.
 */
import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { condensed } from './condensed.mjs';
import { inRoot } from './root.mjs';

const folder = 'server/src/core/languages';

/** The code of every language that has names. */
export const languageCodes = readdirSync(inRoot(folder, 'names')).map((name) => name.slice(0, -3));

/** Writes dist/languages/CODE.json for every language. */
export async function writeLanguages() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [inRoot(folder, 'index.ts')],
    bundle: true,
    format: 'esm',
    plugins: [condensed],
    write: false,
  });
  const module = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
  /** @type {typeof import('../../server/src/core/languages/index.ts')} */
  const { languages } = await import(module);
  await mkdir(inRoot('dist/languages'), { recursive: true });
  for (const language of languages) {
    await writeFile(inRoot('dist/languages', `${language.code}.json`), JSON.stringify(language));
  }
}
