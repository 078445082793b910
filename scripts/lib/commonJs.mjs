/**
 * Programs that share parts, as CommonJS: esbuild can cut only ES modules into
 * parts, and Node starts CommonJS faster. So the parts are made as ES modules
 * and each is turned into CommonJS before it is written. A part that is asked
 * for later is required then; a module of somebody else's stays an `import()`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { transform } from 'esbuild';

const partAskedFor = /\bimport\("(\.[^"]*)"\)/g;
/** A part of which nothing is used; esbuild's own helpers do nothing by themselves. */
const partForNothing = /\bimport ?"\.[^"]*\/(\w+\.js)";/g;
const requirePart = 'Promise.resolve().then(()=>require("$1"))';

/**
 * What esbuild writes before a part: a module's exports as a copy that other kinds of modules can
 * read too. The parts know each other, and need only what each of them hands out.
 */
const preamble =
  /^(#!.*\n)?(?:(?!require\().)*?;var (\w+)=\{\};\w+\(\2,(\{.*?\})\);module\.exports=\w+\(\2\);/;
const exported =
  '$1for(const[name,get]of Object.entries($3))Object.defineProperty(exports,name,{get});';

/** @type {import('esbuild').Plugin} */
export const commonJs = {
  name: 'CommonJS',
  setup({ initialOptions, onEnd }) {
    const { charset, minify, target } = initialOptions;
    initialOptions.format = 'esm';
    initialOptions.splitting = true;
    initialOptions.write = false;
    initialOptions.metafile = true;
    onEnd(async ({ outputFiles = [], metafile }) => {
      const helpers = Object.entries(metafile?.outputs ?? {})
        .filter(([, { inputs }]) => Object.keys(inputs).length === 0)
        .map(([name]) => basename(name));
      /** @param {string} whole @param {string} part */
      const unlessHelpers = (whole, part) => (helpers.includes(part) ? '' : whole);
      for (const { path, text } of outputFiles) {
        const source = text
          .replace(partForNothing, unlessHelpers)
          .replaceAll(partAskedFor, requirePart);
        const { code } = await transform(source, {
          charset,
          format: 'cjs',
          minify,
          // Under 'node', esbuild would list the exports once more for those who import the file.
          platform: 'neutral',
          sourcemap: minify ? false : 'inline',
          target,
        });
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, code.replace(preamble, exported));
      }
    });
  },
};
