import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseSidecar } from '../../server/src/core/tags/sidecar.ts';

const script = fileURLToPath(new URL('tagMany.ts', import.meta.url));

/** A tagger that runs, and what it has said so far. */
export interface Tagger {
  readonly process: ChildProcessWithoutNullStreams;
  /** Ids of the tags that it was told are written. */
  readonly ids: () => string[];
  readonly ended: Promise<void>;
}

/** Starts a process that tags a text `count` times with the command line. */
export function tagger(text: string, label: string, count: number): Tagger {
  const child = spawn(process.execPath, [script, text, label, String(count)]);
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  // An id whose line end has not come through may be half a one.
  return { process: child, ended, ids: () => said.split('\n').slice(0, -1) };
}

/**
 * Kills taggers at random moments, one after another over one sidecar, and
 * checks after each that the sidecar is whole, with every tag that was reported
 * as written and at most one more.
 * @returns how many kills hit a tagger that was not done yet
 */
export async function killRuns(
  count: number,
  random: () => number,
  progress: (done: number) => void = () => {},
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  const text = join(folder, 'a.txt');
  const sidecar = `${text}.tags.json`;
  await writeFile(text, 'One two three.\n'.repeat(50));
  let before: string[] = [];
  let hits = 0;
  try {
    for (let i = 0; i < count; i++) {
      const { process, ids, ended } = tagger(text, 'N', 10_000);
      const first = new Promise((resolve) => process.stdout.once('data', resolve));
      await Promise.race([first, ended]);
      assert.equal(process.exitCode, null, `run ${i}: the tagger works`);
      await sleep(random() * 30);
      if (process.exitCode === null) hits++;
      process.kill('SIGKILL');
      await ended;
      const source = await readFile(sidecar, 'utf8');
      const { value, problems } = parseSidecar(source);
      assert.deepEqual(problems, [], `run ${i}`);
      assert.ok(value && source.endsWith('\n}\n'), `run ${i}: a whole sidecar`);
      const now = new Set(value.tags.map(({ id }) => id));
      for (const id of [...before, ...ids()]) assert.ok(now.has(id), `run ${i}: tag ${id} is gone`);
      const more = now.size - before.length - ids().length;
      assert.ok(more === 0 || more === 1, `run ${i}: ${more} tags that nobody was told of`);
      before = [...now];
      if (before.length > 400) {
        await rm(sidecar);
        before = [];
      }
      progress(i + 1);
    }
    await leftClean(folder, text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return hits;
}

/** The next writer clears away what dead ones left behind. */
async function leftClean(folder: string, text: string): Promise<void> {
  await tagger(text, 'N', 1).ended;
  const left = (await readdir(folder)).filter((name) => name.startsWith('.'));
  assert.deepEqual(left, [], 'locks and temporary files are gone');
}
