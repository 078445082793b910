/** Who may import whom: core ← features ← languageService ← server ← entry points. */

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const core = '^server/src/core/';
const languages = '^server/src/core/languages/';
const features = '^server/src/features/';
const service = '^server/src/languageService\\.ts$';
const server = '^server/src/server\\.ts$';
const entries = '^server/src/(node|browser|cli)/';
const vscode = '(^|/)vscode';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycles', 'Imports go one way.', {}, { circular: true }),
    forbid('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'core-is-pure',
      'The core knows neither Node nor VS Code nor LSP.',
      { path: core },
      { dependencyTypes: ['core'] },
    ),
    forbid('core-knows-no-editor', 'See core-is-pure.', { path: core }, { path: vscode }),
    forbid(
      'core-imports-core',
      'Nothing of the project lies below the core.',
      { path: core },
      { path: '^(server|client|test|bench|scripts)/', pathNot: core },
    ),
    forbid(
      'languages-on-demand',
      'A language is loaded when a text is in it: see core/languages/load.ts.',
      { path: '^server/src/', pathNot: languages },
      { path: languages, pathNot: `${languages}(language|entityData|functionWords|load)\\.ts$` },
    ),
    forbid(
      'features-below-service',
      'A feature is a plain function over core values.',
      { path: features },
      { path: [service, server, entries, '^client/'] },
    ),
    forbid(
      'service-below-server',
      'The composition root knows no transport.',
      { path: service },
      { path: [server, entries, '^client/'] },
    ),
    forbid(
      'nothing-imports-an-entry',
      'node/, browser/ and cli/ start the program; nothing is built on them.',
      { path: '^server/src/', pathNot: entries },
      { path: entries },
    ),
    forbid(
      'cli-needs-no-server',
      'The command line uses the core and the files of Node.',
      { path: '^server/src/cli/' },
      { path: [server, '^server/src/browser/', '^client/'] },
    ),
    forbid(
      'client-knows-the-protocol-only',
      'Client and server meet in server/src/protocol.ts.',
      { path: '^client/' },
      { path: '^server/', pathNot: '^server/src/protocol\\.ts$' },
    ),
    forbid(
      'client-imports-vscode-only',
      'No other package in the client.',
      { path: '^client/' },
      { path: 'node_modules', pathNot: 'node_modules/(@types/)?(vscode|@vscode/)' },
    ),
    forbid(
      'server-knows-no-client',
      'The server serves any editor.',
      { path: '^server/' },
      { path: ['^client/', 'node_modules/@types/vscode/', '^vscode$'] },
    ),
    forbid(
      'node-and-browser-apart',
      'What one entry needs, the other has not.',
      { path: '^server/src/(node|browser)/' },
      { path: '^server/src/(node|browser|cli)/', pathNot: '^server/src/$1/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'node', 'browser', 'import', 'require', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
