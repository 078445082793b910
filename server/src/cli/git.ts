import { execFile } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { updateFile } from '../node/write.ts';
import { UsageError } from './command.ts';

const run = promisify(execFile);

/** Name of the merge driver and of the diff driver in git's configuration. */
const DRIVER = 'glossator';
const ATTRIBUTES = `*.tags.json merge=${DRIVER} diff=${DRIVER}`;

/**
 * Makes a repository merge and compare sidecars with Glossator: two drivers in
 * its own configuration and a line in its `.gitattributes`. Where the program
 * is no longer there, git merges and compares line by line, as without it.
 * @param cwd a folder of the repository
 * @param program the command line that starts Glossator; its files are absolute paths
 * @returns the `.gitattributes` that names the drivers
 * @throws {UsageError} where there is no repository, or no git
 */
export async function installDrivers(cwd: string, program: readonly string[]): Promise<string> {
  const top = (await git(cwd, 'rev-parse', '--show-toplevel')).trim();
  const command = program.map(quoted).join(' ');
  const files = program.filter((word) => isAbsolute(word));
  const isThere = files.map((file) => `test -f ${quoted(file)}`).join(' && ');
  const either = (one: string, other: string) => `if ${isThere}; then ${one}; else ${other}; fi`;
  const merging = either(`${command} merge %O %A %B --path %P`, 'git merge-file %A %O %B');
  const showing = either(`${command} textconv "$1"`, 'cat "$1"');
  const settings = {
    [`merge.${DRIVER}.name`]: 'Glossator: tags are merged one by one',
    [`merge.${DRIVER}.driver`]: merging,
    [`diff.${DRIVER}.textconv`]: `show() { ${showing}; }; show`,
  };
  for (const [name, value] of Object.entries(settings)) await git(top, 'config', name, value);
  const attributes = join(top, '.gitattributes');
  await updateFile(attributes, (text) => {
    if (text?.split(/\r?\n/).includes(ATTRIBUTES)) return null;
    const before = text === null || text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return `${before ?? ''}${ATTRIBUTES}\n`;
  });
  return attributes;
}

/**
 * Merges three versions of a file line by line, as git does without a driver,
 * and leaves conflict markers in `ours`. Answers whether there are none.
 */
export async function mergeLines(base: string, ours: string, theirs: string): Promise<boolean> {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
  return run('git', ['merge-file', ...labels, ours, base, theirs]).then(
    () => true,
    () => false,
  );
}

async function git(cwd: string, ...operands: string[]): Promise<string> {
  try {
    return (await run('git', operands, { cwd })).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new UsageError(`git ${operands[0]}: ${said.split('\n')[0] || 'git cannot be run.'}`);
  }
}

/** One word of a shell's command line; git runs drivers through `sh` on every system. */
function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
