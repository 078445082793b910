/**
 * Programs that share parts, as CommonJS: esbuild can cut only ES modules into
 * parts, and Node starts CommonJS faster. So the parts are made as ES modules
 * and each is turned into CommonJS before it is written. A part that is asked
 * for later is required then; a module of somebody else's stays an `import()`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { transform } from 'esbuild';
import { late } from './shakeable.mjs';
import { terse } from './terse.mjs';

const partAskedFor = /\bimport\("(\.[^"]*)"\)/g;
const requirePart = 'Promise.resolve().then(()=>require("$1"))';

/** @type {import('esbuild').Plugin} */
export const commonJs = {
  name: 'CommonJS',
  setup({ initialOptions, onEnd }) {
    const { charset, minify, target } = initialOptions;
    initialOptions.format = 'esm';
    initialOptions.splitting = true;
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        const { code } = await transform(text.replaceAll(partAskedFor, requirePart), {
          charset,
          define: late,
          format: 'cjs',
          minify,
          // Under 'node', esbuild would list the exports once more for those who import the file.
          platform: 'neutral',
          sourcemap: minify ? false : 'inline',
          target,
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, minify ? await terse(code) : code);
      }
    });
  },
};
