import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that runs JavaScript, and the command line that it is to run; absolute paths. */
export interface Program {
  readonly node: string;
  readonly cli: string;
}

/**
 * The shell script by which git starts Glossator's command line. VS Code and
 * the extension move with every version; the script stays where it is and is
 * written anew. Where it leads nowhere any more, git merges and compares line
 * by line.
 */
export function launcherScript({ node, cli }: Program): string {
  return `#!/bin/sh
# Starts Glossator's command line, for git. The extension writes this file anew when it starts.
node=${quoted(node)}
cli=${quoted(cli)}
if test -f "$node" && test -f "$cli"; then
  ELECTRON_RUN_AS_NODE=1 exec "$node" "$cli" "$@"
fi
case $1 in
  merge) exec git merge-file "$3" "$2" "$4" ;;
  *) exec cat "$2" ;;
esac
`;
}

/** Where the script lies in a folder of the extension's own. */
export function launcherIn(folder: string): string {
  return join(folder, 'glossator.sh');
}

/** Writes the script, unless it reads so already. */
export function writeLauncher(folder: string, program: Program): void {
  const file = launcherIn(folder);
  const script = launcherScript(program);
  if (existsSync(file) && readFileSync(file, 'utf8') === script) return;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, script, { mode: 0o755 });
  renameSync(draft, file);
}

/** Brings the script up to date where there is one. Where it cannot be written, git does without. */
export function refreshLauncher(folder: string, program: Program): void {
  if (!existsSync(launcherIn(folder))) return;
  try {
    writeLauncher(folder, program);
  } catch (error) {
    console.warn(`Glossator: ${launcherIn(folder)} could not be written.`, error);
  }
}

/** One word of a shell's command line. Windows' shells of git take slashes, too. */
function quoted(path: string): string {
  return `'${forwardSlashes(path).replaceAll("'", "'\\''")}'`;
}

function forwardSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
