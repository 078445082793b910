/**
 * Opens the sample corpus in VS Code with the extension of this checkout.
 * Works straight after `git clone`, on Node 18 or later.
 *
 *   npm start [-- --embedded] [-- --port N] [-- --folder F]
 *
 *   --embedded   the VS Code from npm in a browser, even where `code` is installed
 *   --port N     where the embedded one listens (default: any free port)
 *   --folder F   another folder than samples/seeds
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startHost } from './host/server.mjs';
import { workbenchUrl } from './host/workbench.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { onPath, onWindows, projectNode, run } from './lib/processes.mjs';
import { cacheFolder, inRoot, root } from './lib/root.mjs';

/** The oldest VS Code that loads the extension: `engines.vscode` of package.json. */
const oldest = [1, 100];

/**
 * Opens the folder in the VS Code that is installed here.
 * @param {string} folder
 * @returns {Promise<boolean>} false if there is none that will do
 */
async function openInstalled(folder) {
  const code = onPath(['code']);
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!code || !screen) return false;
  const version = await run(code, ['--version'], { output: 'keep', env: process.env });
  const [major = 0, minor = 0] = version.output.split('.').map(Number);
  const fits = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (version.code !== 0 || !fits) {
    console.log(`${code} is older than ${oldest.join('.')}: opening the embedded VS Code.`);
    return false;
  }
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const { code: exit } = await run(code, args, { env: process.env });
  if (exit === 0) console.log(`Opened ${folder} in ${code}.`);
  return exit === 0;
}

/**
 * Opens the folder in the embedded VS Code and stays until Ctrl-C.
 * @param {string} folder
 * @param {number | undefined} port
 */
async function openEmbedded(folder, port) {
  const samples = folder === inRoot('samples/seeds');
  const host = await startHost({
    port,
    dataFolder: `${cacheFolder}/start`,
    restricted: !samples,
  });
  const address = workbenchUrl({ host, folder, extension: root });
  console.log(`\nVS Code runs at\n\n  ${address}\n\nCtrl-C ends it.`);
  showInBrowser(address);
  const end = () => host.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  process.exitCode = await host.ended;
}

/**
 * Opens an address in the default browser; whoever has none reads the address.
 * @param {string} address
 */
function showInBrowser(address) {
  const [program, ...args] = onWindows
    ? ['rundll32', 'url.dll,FileProtocolHandler', address]
    : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

async function main() {
  const { values } = parseArgs({
    options: {
      embedded: { type: 'boolean' },
      port: { type: 'string' },
      folder: { type: 'string', default: inRoot('samples/seeds') },
    },
  });
  const folder = resolve(values.folder);
  await ensureInstalled();
  const built = await run(projectNode(), [inRoot('scripts/build.mjs')]);
  if (built.code !== 0) throw new Error('the build failed');
  if (!values.embedded && (await openInstalled(folder))) return;
  await openEmbedded(folder, values.port ? Number(values.port) : undefined);
}

try {
  await main();
} catch (error) {
  console.error(`start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
