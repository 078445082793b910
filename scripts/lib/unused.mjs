/**
 * Leaves out of the language server protocol's packages what a server never
 * calls, which no bundler does: a connection has a handler for everything that
 * the protocol knows, and each keeps the description of its messages alive.
 * Made for the regular shape in which TypeScript writes classes and objects.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A method of a class or an object: `name(…) { … }`, also behind `get`, `set`, `static`, `async`. */
const method =
  /^( {4,})(?:(?:get|set|static|async) )*(\w+)\([^)\n]*\) \{(?:\n(?:.*\n)*?\1\}|.*\}),?\n/gm;

/** A property of an object whose value is a function: `name: (…) => …,`. */
const property =
  /^( {8,})(\w+): (?:async )?\([^)\n]*\) => (?:.*\{\n(?:.*\n)*?\1\}\)?|.*[^{\n]),?\n/gm;

/** A part of the connection: a function from a class to one that can do more. */
const feature = /^(const \w+Feature = \(Base\) => )(\{\n {4}return class [\s\S]*?^\});$/m;
const memberOfFeature = /^ {8}(?:get )?(\w+)\(/gm;
const everyFeatureHas = ['constructor', 'initialize', 'fillServerCapabilities'];

/** What a message's type says about itself for those who write a protocol's description. */
const description = /^ {4}\w+\.(?:messageDirection|capabilities) = .*;\n/gm;

/** A comment, as the packages write them. */
export const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** What the language itself calls, and what only looks like a method. */
const kept = /^(?:constructor|toString|toJSON|then|if|for|while|switch|catch|with|function)$/;

/**
 * What may be left out for one program.
 * @param {readonly string[]} packages folders with JavaScript
 * @param {string} program folder with the sources of the program that uses the packages
 * @param {'node' | 'browser'} [elsewhere] where the program does not run: folders of this name don't count
 * @returns {Promise<(source: string) => string>} makes a file of a package shorter
 */
export async function leavesOut(packages, program, elsewhere) {
  const named = new Set(words((await sources(program, '.ts', elsewhere)).join('\n')));
  const files = await Promise.all(packages.map((folder) => sources(folder, '.js', elsewhere)));
  const shortened = files.flat().map((source) => withoutFeatures(source, named));
  const unused = unusedMethods(shortened, named);
  /** @param {string} whole @param {string} _ @param {string} name */
  const drop = (whole, _, name) => (unused.has(name) ? '' : whole);
  return (source) =>
    withoutFeatures(source, named)
      .replace(method, drop)
      .replace(property, drop)
      .replace(description, '');
}

/**
 * The source, its feature emptied if the program names none of what it adds to the connection.
 * @param {string} source
 * @param {ReadonlySet<string>} named
 */
function withoutFeatures(source, named) {
  return source.replace(feature, (whole, head, body) => {
    const members = [...body.matchAll(memberOfFeature)].map(([, name]) => name);
    const called = members.some((name) => !everyFeatureHas.includes(name) && named.has(name));
    return called ? whole : `${head}Base;`;
  });
}

/**
 * The names that are defined as a method and are written nowhere else.
 * @param {readonly string[]} files
 * @param {ReadonlySet<string>} named names that the program writes
 * @returns {Set<string>}
 */
function unusedMethods(files, named) {
  /** @type {Map<string, number>} how often a name is written, definitions not counted */
  const uses = new Map();
  const count = (/** @type {string} */ name, /** @type {number} */ by) =>
    uses.set(name, (uses.get(name) ?? 0) + by);
  const defined = new Set();
  for (const source of files) {
    for (const word of words(source)) count(word, 1);
    for (const [, , name = ''] of [...source.matchAll(method), ...source.matchAll(property)]) {
      count(name, -1);
      if (!kept.test(name) && !named.has(name)) defined.add(name);
    }
  }
  return new Set([...defined].filter((name) => uses.get(name) === 0));
}

/** @param {string} source */
function words(source) {
  return source.match(/\w+/g) ?? [];
}

/**
 * The text of every file below a folder, comments left out.
 * @param {string} folder
 * @param {string} extension
 * @param {string} [without] name of a folder that is left out
 */
async function sources(folder, extension, without) {
  const names = await readdir(folder, { recursive: true });
  const texts = names
    .filter((name) => name.endsWith(extension) && name.split(sep)[0] !== without)
    .map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).map((text) => text.replace(comment, ''));
}
