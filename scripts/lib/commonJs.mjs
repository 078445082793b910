/**
 * Programs that share parts, as CommonJS: esbuild can cut only ES modules into
 * parts, and Node starts CommonJS faster. So the parts are made as ES modules
 * and each is turned into CommonJS before it is written.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from 'esbuild';

/** @type {import('esbuild').Plugin} */
export const commonJs = {
  name: 'CommonJS',
  setup({ initialOptions, onEnd }) {
    const { charset, minify, target } = initialOptions;
    const dynamicImport = { 'dynamic-import': false };
    initialOptions.format = 'esm';
    initialOptions.splitting = true;
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text, {
          charset,
          format: 'cjs',
          minify,
          platform: 'node',
          sourcemap: minify ? false : 'inline',
          supported: dynamicImport,
          target,
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code);
      }
    });
  },
};
