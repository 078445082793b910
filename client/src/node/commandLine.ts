import { execFile } from 'node:child_process';
import type { Program } from './launcher.ts';

/** How a command line ended. */
export interface Ended {
  /** 0 where all went well, 2 where something could not be done. */
  readonly code: number;
  readonly out: string;
  /** What was said on standard error: a line each, without the program's name. */
  readonly said: readonly string[];
}

/** Runs the command line that the extension brings along, in a folder. */
export function runCommandLine(
  { node, cli }: Program,
  operands: readonly string[],
  cwd: string,
): Promise<Ended> {
  const options = {
    cwd,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    maxBuffer: 1 << 28,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    const child = execFile(node, [cli, ...operands], options, (error, out, stderr) => {
      const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
      const said = lines.map((line) => line.replace(/^glossator: /, ''));
      const failed = error ? (child.exitCode ?? 2) : 0;
      resolve({ code: failed, out, said: said.length > 0 || !error ? said : [error.message] });
    });
  });
}

/** How many lines a command line printed: one for each text that went through. */
export function linesOf({ out }: Ended): number {
  return out.split('\n').filter((line) => line !== '').length;
}
