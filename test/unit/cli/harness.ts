import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../../server/src/cli/run.ts';

/** How a command line ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as it is started by itself. */
export const program = fileURLToPath(new URL('../../../server/src/cli/main.ts', import.meta.url));

/** A folder of its own for every test of a file, with short words for what the tests do there. */
export class Desk {
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(join(tmpdir(), 'glossator-'));
    });
    afterEach(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** The content of a JSON file. */
  json(name: string) {
    return JSON.parse(this.read(name));
  }

  /** Runs `glossator` with these arguments inside this process. */
  async glossator(...args: string[]): Promise<Ended> {
    return this.fed('', ...args);
  }

  /** The same with something on standard input. */
  async fed(input: string | Uint8Array, ...args: string[]): Promise<Ended> {
    let out = '';
    let err = '';
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const code = await run(args, {
      cwd: this.folder,
      now: () => new Date('2026-11-25T12:00:00Z'),
      stdin: async function* () {
        // In two pieces, so that a character may be cut.
        yield bytes.subarray(0, bytes.length >> 1);
        yield bytes.subarray(bytes.length >> 1);
      },
      write: async (text) => {
        out += text;
      },
      error: (line) => {
        err += `${line}\n`;
      },
    });
    return { code, out, err };
  }

  /** Runs `glossator` as a process of its own. */
  async spawned(...args: string[]): Promise<Ended> {
    return this.command(process.execPath, program, ...args);
  }

  /** Runs any program in the folder. */
  async command(file: string, ...args: string[]): Promise<Ended> {
    const child = spawn(file, args, { cwd: this.folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve(status ?? -1));
    });
    return { code, out, err };
  }
}
