import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTag } from '../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../server/src/core/tags/fingerprint.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../server/src/core/tags/sidecar.ts';
import type { FileOperations } from '../../server/src/node/operations.ts';
import { updateFile } from '../../server/src/node/write.ts';
import { faulty, interrupted } from './injected.ts';
import { textOf } from './words.ts';

/** More steps than any write has: a fault that comes later hits nothing. */
const STEPS = 24;
const CENTURY = 100 * 365 * 24 * 3600;

/** One way for a write to go wrong at one of its steps. */
interface Mishap {
  readonly name: string;
  readonly operations: (step: number, desk: Desk) => FileOperations;
  /** Whether afterwards there may be no file at all. */
  readonly removes?: boolean;
}

/** Where a sidecar is written. */
interface Desk {
  readonly folder: string;
  readonly file: string;
  readonly random: () => number;
}

const MISHAPS: readonly Mishap[] = [
  { name: 'killed within a step', operations: (step) => faulty(step, 'killed') },
  { name: 'killed between two steps', operations: (step) => faulty(step, 'killed after') },
  { name: 'disk full', operations: (step) => faulty(step, 'ENOSPC') },
  { name: 'disk broken', operations: (step) => faulty(step, 'EIO') },
  { name: 'no permission', operations: (step) => faulty(step, 'EACCES') },
  {
    name: 'file made read-only',
    operations: (step, { file }) => interrupted(step, () => chmod(file, 0o444).catch(() => {})),
  },
  {
    name: 'file vanished',
    operations: (step, { file }) => interrupted(step, () => rm(file, { force: true })),
    removes: true,
  },
  {
    name: 'clock jumped',
    operations: (step, { folder, random }) =>
      interrupted(step, async () => {
        for (const name of await readdir(folder)) {
          const time = (random() * 2 - 1) * CENTURY;
          await utimes(join(folder, name), time, time).catch(() => {});
        }
      }),
  },
];

/**
 * Writes a sidecar again and again while something goes wrong at a random step,
 * `count` times for every mishap: each time the old content is there afterwards
 * or the new one, and the next write works.
 * @returns how often the content was the new one, by mishap
 */
export async function disturbWrites(
  count: number,
  random: () => number,
): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  const desk = { folder, file: join(folder, 'a.txt.tags.json'), random };
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  const news = new Map<string, number>();
  for (const mishap of MISHAPS) {
    for (let run = 0; run < count; run++) {
      const isNew = await disturbed(mishap, desk, pid).catch((cause) => {
        throw new Error(`${mishap.name}, run ${run}, in ${folder}`, { cause });
      });
      news.set(mishap.name, (news.get(mishap.name) ?? 0) + Number(isNew));
    }
  }
  await rm(folder, { recursive: true, force: true });
  return news;
}

/** One write; answers whether its content is there afterwards. */
async function disturbed(mishap: Mishap, desk: Desk, deadPid: number): Promise<boolean> {
  const { folder, file, random } = desk;
  const old = sidecarOf(Math.floor(random() ** 3 * 300));
  const added = sidecarOf(Math.floor(random() ** 3 * 300) + 1);
  await writeFile(file, old);
  const step = Math.floor(random() * STEPS);
  await updateFile(file, () => added, mishap.operations(step, desk)).catch(() => undefined);
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null) assert.ok(mishap.removes, `step ${step}: the file is gone`);
  else assert.ok(content === old || content === added, `step ${step}: neither old nor new`);
  if (content !== null) assert.deepEqual(parseSidecar(content).problems, [], `step ${step}`);
  await bury(folder, deadPid);
  await chmod(file, 0o644).catch(() => {});
  await updateFile(file, () => 'next');
  assert.equal(await readFile(file, 'utf8'), 'next', `step ${step}: the next write`);
  return content === added;
}

/** What this process left behind as a killed one counts as that of a process that has ended. */
async function bury(folder: string, deadPid: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.lock')) continue;
    const [host, , id = '0'] = (await readFile(join(folder, name), 'utf8')).split(' ');
    await writeFile(join(folder, name), `${host} ${deadPid} ${id.padEnd(12, '0').slice(0, 12)}`);
  }
}

const text = textOf(0, 1000, '\n');

/** A sidecar of so many tags. */
function sidecarOf(count: number): string {
  let sidecar = emptySidecar(fingerprintOf(text));
  for (let i = 0; i < count; i++) {
    const draft = { id: `t${i}`, label: 'N', start: i, end: i + 1 };
    sidecar = addTag(sidecar, draft, text).sidecar;
  }
  return serialiseSidecar(sidecar);
}
