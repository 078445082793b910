/**
 * Says shorter what is written for people in core's sources, before esbuild sees it:
 *
 * - Named numbers are put where they are used. `export const TokenKind = { word: 1, … } as const`
 *   is what a source that Node runs as it is has for an enumeration. esbuild knows what to do with
 *   one of TypeScript's: each `TokenKind.word` becomes 1, in other files too, and the object goes.
 *   So such an object is only ever read by a member's name, as `TokenKind.word` or by
 *   `const { word } = TokenKind` at the outermost level, and never listed.
 * - The languages' word lists lose their line ends and indents, which mean the same as one space.
 */
import { readFile } from 'node:fs/promises';

const core = /server[\\/]src[\\/]core[\\/].*\.ts$/;
const languages = /[\\/]languages[\\/]/;

const named = /^export const (\w+) = \{([^{}]*)\} as const;$/gm;
const comment = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const member = /^\s*(\w+): (\d+(?: << \d+)?)\s*$/;

const takenOut = /^const \{ ([\w:, ]+) \} = ([A-Z]\w*);$/gm;

const wordList = /`[^`$]*`/g;

/** @type {import('esbuild').Plugin} */
export const condensed = {
  name: 'condensed',
  setup(build) {
    build.onLoad({ filter: core }, async ({ path }) => {
      const source = (await readFile(path, 'utf8'))
        .replace(named, asEnumeration)
        .replace(takenOut, byName);
      return { contents: languages.test(path) ? onOneLine(source) : source, loader: 'ts' };
    });
  },
};

/**
 * @param {string} whole
 * @param {string} name
 * @param {string} body
 */
function asEnumeration(whole, name, body) {
  const members = body.replace(comment, '').replace(/,\s*$/, '').split(',');
  if (!members.every((line) => member.test(line))) return whole;
  return `export enum ${name} {${members.map((line) => line.replace(member, '$1 = $2'))}}`;
}

/**
 * @param {string} _
 * @param {string} members
 * @param {string} object
 */
function byName(_, members, object) {
  const pairs = members.split(', ').map((member) => member.split(': '));
  return pairs.map(([name, own = name]) => `const ${own} = ${object}.${name};`).join(' ');
}

/** @param {string} source */
function onOneLine(source) {
  return source.replace(comment, '').replace(wordList, (list) => list.replace(/\s+/g, ' '));
}
