/** Starting and stopping the embedded VS Code's server. Runs on a bare Node 18. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { endTree, projectEnvironment, projectNode, run, runFolder } from '../lib/processes.mjs';
import { ensureHost } from './install.mjs';

/**
 * @typedef {object} Host
 * @property {number} port
 * @property {string} token what a client must know to connect
 * @property {number | undefined} pid its process, whose children are the extension hosts
 * @property {string} dataFolder server data: extensions, settings, logs
 * @property {() => string} log what the server printed
 * @property {Promise<number>} ended its exit code, once it ends
 * @property {() => Promise<void>} stop ends it and removes a data folder that it made
 */

const settingsFile = 'data/User/settings.json';

/** Settings that put the extension into the web worker host, where vscode.dev runs it. */
export const inWebWorker = { 'remote.extensionKind': { 'glossator.glossator': ['web'] } };

/** Nothing that covers the text or asks for an account. */
const calm = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Starts a server on this machine only.
 * @param {object} [options]
 * @param {number} [options.port] default: any free one
 * @param {string} [options.dataFolder] default: a fresh one, removed at the end
 * @param {Record<string, unknown>} [options.settings] the person's settings;
 *   default: those that the data folder holds
 * @param {boolean} [options.restricted] ask for workspace trust
 * @returns {Promise<Host>} once it answers
 */
export async function startHost({ port, dataFolder, settings, restricted } = {}) {
  const folder = await ensureHost();
  const data = dataFolder ?? runFolder('host');
  if (settings || !existsSync(join(data, settingsFile))) await writeSettings(data, settings ?? {});
  const chosen = port ?? (await freePort());
  const token = randomUUID();
  const child = spawn(
    projectNode(),
    [
      join(folder, 'out/server-main.js'),
      '--host=127.0.0.1',
      `--port=${chosen}`,
      `--connection-token=${token}`,
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--enable-smoke-test-driver',
      `--server-data-dir=${data}`,
      ...(restricted ? [] : ['--disable-workspace-trust']),
    ],
    { env: projectEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      log += text;
    });
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  const atExit = () => endTree(child);
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    endTree(child);
    await ended;
    if (!dataFolder) await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const answered = await Promise.race([answers(chosen), ended.then(() => false)]);
  if (!answered) {
    await stop();
    throw new Error(`the embedded VS Code does not answer on port ${chosen}:\n${log}`);
  }
  return {
    port: chosen,
    token,
    pid: child.pid,
    dataFolder: data,
    log: () => log,
    ended,
    stop,
  };
}

/**
 * Installs a packaged extension into a data folder.
 * @param {string} vsix absolute path
 * @param {string} dataFolder
 */
export async function installExtension(vsix, dataFolder) {
  const folder = await ensureHost();
  return run(
    projectNode(),
    [
      join(folder, 'out/server-main.js'),
      `--install-extension=${vsix}`,
      `--server-data-dir=${dataFolder}`,
      '--accept-server-license-terms',
    ],
    { output: 'keep', timeout: 60_000 },
  );
}

/**
 * @param {string} dataFolder
 * @param {Record<string, unknown>} settings what the person has set
 */
async function writeSettings(dataFolder, settings) {
  const file = join(dataFolder, settingsFile);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...calm, ...settings }, null, 2)}\n`);
}

/** @returns {Promise<number>} a port that nothing listens on */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether it answered within a minute
 */
async function answers(port) {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const status = await new Promise((resolve) => {
      const request = get(
        { host: '127.0.0.1', port, path: '/version', timeout: 2000 },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', () => resolve(undefined));
      request.on('timeout', () => request.destroy());
    });
    if (status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
