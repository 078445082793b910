import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { anyTime, FAULTS, type Fault, jumpingClock, type Kills, noKills } from './faults.ts';
import { tagsIn } from './ledger.ts';

const script = fileURLToPath(new URL('tagMany.ts', import.meta.url));

/** A tagger that runs, and what it has said so far. */
export interface Tagger {
  readonly process: ChildProcessWithoutNullStreams;
  /** Ids of the tags that it was told are written. */
  readonly ids: () => string[];
  readonly ended: Promise<void>;
}

/** Starts a process that tags a text `count` times with the command line, while something is wrong. */
export function tagger(
  text: string,
  label: string,
  count: number,
  fault: Fault = 'nothing else',
): Tagger {
  const share = fault === 'full disk' ? '0.2' : '0';
  const child = spawn(process.execPath, [
    ...(fault === 'jumping clock' ? jumpingClock : []),
    ...[script, text, label, String(count), share],
  ]);
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  // An id whose line end has not come through may be half a one.
  return { process: child, ended, ids: () => said.split('\n').slice(0, -1) };
}

/**
 * Kills taggers at random moments, one after another over one sidecar, each
 * with something else going wrong besides, and checks after each that the
 * sidecar is whole, with every tag that was reported as written and at most one
 * more. A run that fails keeps its folder.
 * @returns how many kills there were by what else went wrong, and how many hit a tagger that was not done yet
 */
export async function killRuns(
  count: number,
  random: () => number,
  progress: (done: number) => void = () => {},
): Promise<{ kills: Kills; hits: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'glossator-'));
  const text = join(folder, 'a.txt');
  const sidecar = `${text}.tags.json`;
  await writeFile(text, 'One two three.\n'.repeat(50));
  const kills = noKills();
  let before: readonly string[] = [];
  let hits = 0;
  for (let run = 0; run < count; run++) {
    const fault = FAULTS[Math.floor(random() * FAULTS.length)];
    const { process, ids, ended } = tagger(text, 'N', 10_000, fault);
    try {
      await Promise.race([new Promise((resolve) => process.stdout.once('data', resolve)), ended]);
      assert.equal(process.exitCode, null, 'the tagger works');
      await sleep(random() * 15);
      const mend = await disturb(fault, sidecar, random);
      await sleep(random() * 15);
      if (process.exitCode === null) hits++;
      process.kill('SIGKILL');
      await ended;
      await mend();
      before = await expectWhole(sidecar, before, ids(), fault === 'vanished file');
    } catch (cause) {
      throw new Error(`kill ${run + 1}, ${fault}, in ${folder}`, { cause });
    }
    kills[fault]++;
    if (before.length > 400) {
      await rm(sidecar);
      before = [];
    }
    progress(run + 1);
  }
  await leftClean(folder, text);
  await rm(folder, { recursive: true, force: true });
  return { kills, hits };
}

/** Lets something go wrong with a sidecar; returns what ends it. */
async function disturb(
  fault: Fault,
  sidecar: string,
  random: () => number,
): Promise<() => Promise<void>> {
  const folder = dirname(sidecar);
  if (fault === 'read-only file') await chmod(sidecar, 0o444);
  if (fault === 'read-only folder') await chmod(folder, 0o555);
  if (fault === 'vanished file') await rm(sidecar);
  if (fault === 'jumping clock') await utimes(sidecar, anyTime(random), anyTime(random));
  return async () => {
    await chmod(folder, 0o755);
    await chmod(sidecar, 0o644).catch(() => {});
  };
}

/**
 * A whole sidecar has every tag of before and every one that was reported, and
 * at most one that was not; where it had vanished, none of them for sure.
 * @returns the ids of its tags
 */
async function expectWhole(
  sidecar: string,
  before: readonly string[],
  reported: readonly string[],
  vanished: boolean,
): Promise<string[]> {
  const source = await readFile(sidecar, 'utf8').catch(() => null);
  assert.ok(source !== '' && (source !== null || vanished), 'there is a sidecar');
  const ids = tagsIn(source ?? '').map(({ id }) => id);
  const told = new Set([...before, ...reported]);
  const found = new Set(ids);
  for (const id of vanished ? [] : told) assert.ok(found.has(id), `tag ${id} is gone`);
  const more = ids.filter((id) => !told.has(id));
  assert.ok(more.length <= 1, `${more.length} tags that nobody was told of`);
  return ids;
}

/** The next writer clears away what dead ones left behind. */
async function leftClean(folder: string, text: string): Promise<void> {
  await tagger(text, 'N', 1).ended;
  const left = (await readdir(folder)).filter((name) => name.startsWith('.'));
  assert.deepEqual(left, [], 'locks and temporary files are gone');
}
