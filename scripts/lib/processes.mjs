/** Starting and ending other programs. Runs on a bare Node 18. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, extname, join } from 'node:path';
import { cacheFolder, inRoot } from './root.mjs';

export const onWindows = process.platform === 'win32';

/**
 * The Node that the project brings along (the `node` package), where it is
 * installed; else the one that runs this.
 * @returns {string} absolute path
 */
export function projectNode() {
  const own = inRoot('node_modules/node/bin', onWindows ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * An environment whose PATH finds the project's Node and tools first.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(extra = {}) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [dirname(projectNode()), inRoot('node_modules/.bin'), process.env[name] ?? ''];
  return { ...process.env, [name]: folders.join(delimiter), ...extra };
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] default: projectEnvironment()
 * @property {'show' | 'keep' | 'both'} [output] pass it on, collect it, or both
 * @property {number} [timeout] milliseconds until the program is ended
 */

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code (1 if a signal
 *   ended it, 127 if it could not be started) and what it printed, if kept
 */
export function run(program, args, { cwd, env, output = 'show', timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: cwd ?? inRoot(),
      env: env ?? projectEnvironment(),
      stdio: [
        'ignore',
        output === 'show' ? 'inherit' : 'pipe',
        output === 'show' ? 'inherit' : 'pipe',
      ],
      // .cmd files are no programs; Windows starts them through its shell only.
      shell: onWindows && ['.cmd', '.bat'].includes(extname(program).toLowerCase()),
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ data) => {
        text += data;
        if (output === 'both') process.stdout.write(data);
      });
    }
    const timer = timeout
      ? setTimeout(() => {
          text += `\nended after ${timeout / 1000} s\n`;
          endTree(child);
        }, timeout)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${text}${error.message}\n` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output: text });
    });
  });
}

/**
 * Runs npm, with the Node that runs this.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  const env = options.env ?? process.env;
  if (script?.endsWith('npm-cli.js'))
    return run(process.execPath, [script, ...args], { ...options, env });
  return run(onWindows ? 'npm.cmd' : 'npm', args, { ...options, env });
}

/**
 * Ends a program and what it started. On POSIX the program must lead a process
 * group of its own (`detached`) for its children to end too.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endTree(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (onWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    child.kill('SIGTERM');
  }
}

/**
 * The first of some programs that is on the PATH.
 * @param {readonly string[]} names without extension
 * @returns {string | undefined} absolute path
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(delimiter);
  const endings = onWindows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      if (folder === '' || folder.startsWith(inRoot('node_modules'))) continue;
      const found = endings.map((ending) => join(folder, name + ending)).find(existsSync);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * A fresh folder for one run, inside the cache.
 * @param {string} purpose
 * @returns {string} absolute path; not created
 */
export const runFolder = (purpose) =>
  join(cacheFolder, 'runs', `${purpose}-${process.pid}-${Date.now().toString(36)}`);
