/**
 * Lets esbuild leave out what the language server protocol's packages hold but
 * nobody asks for. They are published as the CommonJS that TypeScript writes,
 * which a bundler must take whole; its shape is regular, so it can be turned
 * back into the ES module that it was written as. What of Node is seldom needed is
 * loaded when it is.
 */
import { readFile } from 'node:fs/promises';
import { inRoot } from './root.mjs';
import { leavesOut } from './unused.mjs';

const packages =
  /node_modules[\\/]vscode-(jsonrpc|languageserver(-protocol|-types)?)[\\/]lib[\\/].*\.js$/;

/** The packages that a server is made of. */
const folders = ['jsonrpc', 'languageserver-protocol', 'languageserver'].map((name) =>
  inRoot(`node_modules/vscode-${name}/lib`),
);

/** Parts of Node that take long to load and that a server at its standard input and output never uses. */
const rarelyUsed = ['net', 'crypto', 'child_process'];

/** Behind this line stands the module; before it, helpers of TypeScript's. */
const marker = 'Object.defineProperty(exports, "__esModule", { value: true });\n';

/**
 * @param {string} [server] folder with the sources of the server that is built; what it never
 *   calls of the packages is left out too
 * @returns {import('esbuild').Plugin}
 */
export function shakeable(server) {
  return {
    name: 'shakeable',
    setup({ onStart, onLoad }) {
      let shorter = (/** @type {string} */ source) => source;
      onStart(async () => {
        if (server) shorter = await leavesOut(folders, server);
      });
      onLoad({ filter: packages }, async ({ path }) => {
        const source = shorter(await readFile(path, 'utf8'));
        return { contents: namespaces(source.includes(marker) ? toModule(source) : source) };
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
      /^(?:const|var) (\w+) = (?:__import\w+\()?require\("([^"]+)"\)\)?;$/gm,
      (_, name, from) => {
        imported[name] = from;
        if (rarelyUsed.includes(from)) return '';
        return `import * as ${name} from "${from}";`;
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
      rarelyUsed.includes(imported[name]) ? `require("${imported[name]}").` : used,
    );
}

/**
 * Marks what TypeScript makes of an enum or a namespace as free of side effects.
 * @param {string} source
 * @returns {string}
 */
function namespaces(source) {
  return source.replace(
    /^export var (\w+);\n\(function \(\1\) \{\n([\s\S]*?)^\}\)\(\1 \|\| \(\1 = \{\}\)\);/gm,
    'export var $1 = /* @__PURE__ */ (function ($1) {\n$2return $1;\n})({});',
  );
}
