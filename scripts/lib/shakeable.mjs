/**
 * Lets esbuild leave out what the language server protocol's packages hold but
 * nobody asks for, in the server and in the client. They are published as the
 * CommonJS that TypeScript writes, which a bundler must take whole; its shape is
 * regular, so it can be turned back into the ES module that it was written as.
 * What of Node is seldom needed is loaded when it is.
 */
import { readFile } from 'node:fs/promises';
import { inRoot } from './root.mjs';
import { comment, leavesOut } from './unused.mjs';

const packages =
  /node_modules[\\/](vscode-(jsonrpc|language(client|server(-protocol|-types)?))|jsonc-parser)[\\/]lib[\\/].*\.js$/;

/** The packages that a server is made of. */
const folders = [
  'vscode-jsonrpc/lib',
  'vscode-languageserver-protocol/lib',
  'vscode-languageserver/lib',
  'jsonc-parser/lib/esm',
].map((folder) => inRoot('node_modules', folder));

/** Parts of Node that take long to load and that a server at its standard input and output never uses. */
const rarelyUsed = ['net', 'crypto', 'child_process'];

/** How they are asked for then: where modules are made first and CommonJS of them later, a `require` would come with a helper of esbuild's. */
export const late = { requireLate: 'require' };

/** Behind this line stands the module; before it, helpers of TypeScript's. */
const marker = 'Object.defineProperty(exports, "__esModule", { value: true });\n';

/**
 * @param {string} [server] folder with the sources of the server that is built; what it never
 *   calls of the packages is left out too
 * @param {'node' | 'browser'} [elsewhere] where that server does not run
 * @returns {import('esbuild').Plugin}
 */
export function shakeable(server, elsewhere) {
  return {
    name: 'shakeable',
    setup({ onStart, onLoad }) {
      let shorter = (/** @type {string} */ source) => source;
      onStart(async () => {
        if (server) shorter = await leavesOut(folders, server, elsewhere);
      });
      onLoad({ filter: packages }, async ({ path }) => {
        const source = shorter(await readFile(path, 'utf8'));
        const module = source.includes(marker) ? toModule(source) : source;
        return { contents: namespaces(module), loader: 'ts' };
      });
    },
  };
}

/**
 * The ES module behind a CommonJS one of TypeScript's.
 * @param {string} source
 * @returns {string}
 */
function toModule(source) {
  const exported = new Set();
  /** @type {Record<string, string>} */
  const imported = {};
  return source
    .slice(source.indexOf(marker) + marker.length)
    .replace(/^exports\.[^;{(]*= void 0;$/gm, '')
    .replace(
      /^(?:const|var) (\w+) = (__import\w+\()?require\("([^"]+)"\)\)?;$/gm,
      (_, name, wrapped, from) => {
        imported[name] = from;
        const generated = /_\d$/.test(name);
        if (generated && rarelyUsed.includes(from)) return '';
        // A name of the author's own without a helper around it was `import name = require(…)`.
        return `import ${generated || wrapped ? `* as ${name}` : name} from "${from}";`;
      },
    )
    .replace(/^__exportStar\(require\(("[^"]+")\), exports\);$/gm, 'export * from $1;')
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", .* return (\w+)\.(\w+); } }\);$/gm,
      (_, name, from, original) => `export { ${original} as ${name} } from "${imported[from]}";`,
    )
    .replace(/^exports\.default = /gm, 'export default ')
    .replace(/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };')
    .replace(/^var (\w+);\n(?=\(function \(\1\) \{)/gm, 'export var $1;\n')
    .replace(/\((\w+) \|\| \(exports\.\1 = \1 = \{\}\)\)/g, '($1 || ($1 = {}))')
    .replace(/^exports\.(\w+) = /gm, (whole, name) => {
      if (exported.has(name)) return whole;
      exported.add(name);
      return `export let ${name} = `;
    })
    .replace(/\bexports\.(\w+)/g, '$1')
    .replace(/\b(\w+_\d)\./g, (used, name) =>
      rarelyUsed.includes(imported[name]) ? `requireLate("${imported[name]}").` : used,
    );
}

/** What TypeScript makes of an enumeration or a namespace. */
const namespace =
  /^((?:export )?)var (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \(\2 = \{\}\)\);/gm;
/** One line of it, where it gives a name to a number or a text. */
const constant = /^\w+(?:\.(\w+)|\[\w+\["(\w+)"\]) = (-?\d+|'[^'\n]*'|"[^"\n]*")(?:\] = "\w+")?;$/;

/**
 * Makes an enumeration of what holds constants only, so that each stands where it is used, and
 * marks every other namespace as free of side effects. What two blocks make together stays an object.
 * @param {string} source
 * @returns {string}
 */
function namespaces(source) {
  return source.replace(namespace, (_, exported, name, /** @type {string} */ body) => {
    const lines = body
      .replace(comment, '')
      .split('\n')
      .map((line) => line.trim());
    const constants = lines.filter(Boolean).map((line) => constant.exec(line));
    const alone = source.split(`(function (${name}) {`).length === 2;
    if (!alone || constants.includes(null)) {
      return `${exported}var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({});`;
    }
    const members = constants.map((found) => `${found?.[1] ?? found?.[2]} = ${found?.[3]}`);
    return `${exported}enum ${name} {${members}}`;
  });
}
