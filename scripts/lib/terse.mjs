/**
 * Minifies once more what esbuild has minified: terser is slower, and knows
 * more ways to say the same shorter.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { minify } from 'terser';

/**
 * A script whose outermost names nobody sees from outside, made shorter.
 * @param {string} script
 * @returns {Promise<string>}
 */
export async function terse(script) {
  const { code = '' } = await minify(script, {
    ecma: 2020,
    toplevel: true,
    compress: {
      passes: 3,
      // A function that is used once stays one: written where it is used it would be made at every call.
      reduce_funcs: false,
    },
  });
  return code;
}

/**
 * The same for the one file of a build that is minified.
 * @type {import('esbuild').Plugin}
 */
export const tersely = {
  name: 'tersely',
  setup({ initialOptions, onEnd }) {
    if (!initialOptions.minify) return;
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, await terse(text));
      }
    });
  },
};
