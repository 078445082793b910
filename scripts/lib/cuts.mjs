/**
 * What a server never comes to in the language server protocol's packages,
 * though they name it, and so no search for names that nobody calls finds it:
 *
 * - Tracing. The server writes no trace, so nobody asks the connection for one.
 * - Progress: no answer comes in parts or says how far it is.
 * - Several capabilities registered at once.
 * - The queue of messages not yet handled, a linked list with every move there
 *   is. A Map keeps its entries in the order in which they came just as well.
 * - Under Node, what finds the client by the command line: the server has its
 *   own way (`node/connect.ts`).
 * - Messages as bytes: under Node the server reads and writes them itself
 *   (`node/messages.ts`), in a browser they are objects.
 *
 * Each cut must find what it is for, or the build fails: after an update of the
 * packages somebody has to look again.
 */

/** Whatever of this the server names one day, it needs the code again that is cut here. */
const unnamed =
  /\b(?:tracer|telemetry|notebooks|setTrace|(?:Set|Log)TraceNotification|Bulk(?:Unr|R)egistration|(?:on|send)Progress|StreamMessage(?:Read|Writ)er|(?:[wW]orkDone|[rR]esult)Progress\w*)\b/;

/** @typedef {readonly [what: RegExp, becomes: string]} Cut */

/** @type {readonly Cut[]} */
const bytes = [
  [/^class (?:MessageBuffer|(?:Read|Writ)ableStreamWrapper) [\s\S]*?^\}\n/gm, ''],
  [/^ {4}(?:messageBuffer|applicationJson|stream): Object\.freeze\(\{\n[\s\S]*?^ {4}\}\),\n/gm, ''],
];

/** @type {readonly Cut[]} */
const progress = [
  [
    /, this\.attachWorkDoneProgress\(params\), this\.attachPartialResultProgress\(\S+, params\)(?=\);)/g,
    '',
  ],
];

/** @type {readonly [file: string, cuts: readonly Cut[]][]} */
const cuts = [
  [
    'vscode-jsonrpc/lib/common/connection.js',
    [
      [
        /^( {4}function \w+)\(.*\) \{\n {8}if \((?:!tracer \|\| )?trace === Trace\.Off.*\{\n {12}return;\n[\s\S]*?^ {4}\}\n/gm,
        '$1() {}\n',
      ],
      [/^ {4}let trace(?:Format|r)?(?: = .*)?;\n/gm, ''],
      [/^ {4}function stringifyTrace\([\s\S]*?^ {4}\}\n/m, ''],
      [/^ {8}trace: async [\s\S]*?^ {8}\},\n/m, ''],
      [
        /^ {4}connection\.onNotification\((?:LogTrace|Progress)Notification\.[\s\S]*?^ {4}\}\);\n/gm,
        '',
      ],
      [/^ {8}onProgress: [\s\S]*?^ {8}onUnhandledProgress: .*\n/m, ''],
      [/^ {4}const (?:progressHandlers|unhandledProgressEmitter) = .*\n/gm, ''],
    ],
  ],
  [
    'vscode-jsonrpc/lib/common/linkedMap.js',
    [
      [
        /^class LinkedMap \{\n[\s\S]*?^\}\n/m,
        `class LinkedMap extends Map {
    shift() {
        for (const [key, value] of this) {
            this.delete(key);
            return value;
        }
    }
}
`,
      ],
    ],
  ],
  [
    'vscode-languageserver/lib/common/server.js',
    [
      [/^ {8}(?:onProgress|sendProgress): .*\n/gm, ''],
      [
        /, \(0, progress_1\.attachWorkDone\)\(connection, params\), (?:undefined|\(0, progress_1\.attachPartialResult\)\(connection, params\))(?=\);)/g,
        '',
      ],
      [/^ {4}const (?:tracer|telemetry|notebooks) = \(factories && .*\n/gm, ''],
      [/^ {8}get (?:tracer|telemetry|notebooks)\(\) \{ return \w+; \},\n/gm, ''],
      [/(?<=^ {4}const allRemotes = \[logger), tracer, telemetry(, .*), notebooks(?=\];$)/m, '$1'],
      [
        /^( {4}register\(typeOrRegistrations, registerOptionsOrType), registerOptions\) \{\n[\s\S]*?^ {4}\}\n/m,
        '$1) {\n        return this.registerSingle2(typeOrRegistrations, registerOptionsOrType);\n    }\n',
      ],
      [/^ {8}if \(Is\.string\(params\.trace\)\) \{\n.*\n {8}\}\n/m, ''],
      [/^ {4}connection\.onNotification\(\S+\.SetTraceNotification\.[\s\S]*?^ {4}\}\);\n/m, ''],
    ],
  ],
  ['vscode-languageserver/lib/common/semanticTokens.js', progress],
  ['vscode-languageserver/lib/common/diagnostic.js', progress],
  [
    'vscode-languageserver/lib/node/main.js',
    [
      [/^ {4}if \(!input && !output && process\.argv[\s\S]*?^ {4}\}\n/m, ''],
      [/^ {8}if \(stdio\) \{\n.*\n {8}\}\n/m, ''],
    ],
  ],
  [
    'vscode-jsonrpc/lib/node/main.js',
    [
      [/(?<=^ {4}const reader = )isReadableStream\(input\) .* : (?=input;$)/m, ''],
      [/(?<=^ {4}const writer = )isWritableStream\(output\) .* : (?=output;$)/m, ''],
    ],
  ],
  ['vscode-jsonrpc/lib/node/ril.js', bytes],
  ['vscode-jsonrpc/lib/browser/ril.js', bytes],
];

/**
 * Fails where the server names what it has no code for.
 * @param {string} source
 */
export function refuseNamed(source) {
  const [name] = unnamed.exec(source) ?? [];
  if (name) throw new Error(`The server names ${name}, whose code scripts/lib/cuts.mjs leaves out`);
}

/**
 * A file of a package without what the server never comes to.
 * @param {string} path
 * @param {string} source
 * @returns {string}
 */
export function cut(path, source) {
  const [file, found = []] = cuts.find(([name]) => path.replaceAll('\\', '/').endsWith(name)) ?? [];
  return found.reduce((left, [what, becomes]) => {
    const shorter = left.replace(what, becomes);
    if (shorter === left)
      throw new Error(`${file} has changed: scripts/lib/cuts.mjs finds no ${what}`);
    return shorter;
  }, source);
}
