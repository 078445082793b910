import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, type FileOperations } from './operations.ts';

/**
 * A lock that somebody else left unchanged for so many milliseconds belongs to
 * a process that is gone. Measured with the monotonic clock, so that a clock
 * that is set anew neither breaks a lock nor keeps one.
 */
const STALE = 3000;

/** A lock as its holder sees it. */
export interface Lock {
  /** Random; names the holder's temporary file. */
  readonly id: string;
  /** Whether the lock is still this holder's own. */
  held(): Promise<boolean>;
}

/** The file that a new content is written to before it is renamed to `path`. */
export function temporaryOf(path: string, id: string): string {
  return join(dirname(path), `.${basename(path)}.${id}.tmp`);
}

/** Ids of the locks that this process holds or waits for. */
const own = new Set<string>();

/** A random name part. */
export function randomId(): string {
  return randomBytes(6).toString('hex');
}

/**
 * Runs `work` while holding the advisory lock `.NAME.lock` beside the file;
 * other processes wait. A lock whose process is dead is taken over at once,
 * any other one when it has stood still for three seconds, so that none can be
 * left blocking; the dead holder's temporary file goes with its lock.
 */
export async function withLock<T>(
  path: string,
  work: (lock: Lock) => Promise<T>,
  operations: FileOperations,
): Promise<T> {
  const file = join(dirname(path), `.${basename(path)}.lock`);
  const id = randomId();
  const token = `${hostname()} ${process.pid} ${id}`;
  const held = async () => (await contentOf(file, operations)) === token;
  own.add(id);
  try {
    await acquire(path, file, token, operations);
    return await work({ id, held });
  } finally {
    if (await held().catch(() => false)) await operations.unlink(file).catch(() => undefined);
    own.delete(id);
  }
}

async function acquire(
  path: string,
  lock: string,
  token: string,
  operations: FileOperations,
): Promise<void> {
  let seen: string | null = null;
  let since = 0;
  const content = new TextEncoder().encode(token);
  for (let pause = 1; ; pause = Math.min(20, pause + 1)) {
    try {
      return await operations.create(lock, content, { durable: false });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = await contentOf(lock, operations);
    if (holder === null) continue;
    if (holder !== seen) [seen, since] = [holder, performance.now()];
    const stood = performance.now() - since;
    if (isDead(holder) || stood > STALE) {
      await breakLock(path, lock, holder, stood, operations);
    } else {
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}

/**
 * Takes an abandoned lock away, with the temporary file of its holder. A file
 * `.NAME.lock.break` keeps others from taking away the next holder's lock
 * meanwhile; one that was left behind itself goes after another three seconds.
 */
async function breakLock(
  path: string,
  lock: string,
  holder: string,
  stood: number,
  operations: FileOperations,
): Promise<void> {
  const claim = `${lock}.break`;
  try {
    await operations.create(claim, new Uint8Array(), { durable: false });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (stood > 2 * STALE) await operations.unlink(claim).catch(() => undefined);
    else await sleep(10);
    return;
  }
  try {
    if ((await contentOf(lock, operations)) !== holder) return;
    const id = HOLDER.exec(holder)?.[3];
    if (id) await operations.unlink(temporaryOf(path, id)).catch(() => undefined);
    await operations.unlink(lock);
  } finally {
    await operations.unlink(claim).catch(() => undefined);
  }
}

/** What a lock file holds: machine, process, id. */
const HOLDER = /^(\S+) (\d+) ([0-9a-f]{12})$/;

/** Whether the lock's holder ran on this machine and has ended. */
function isDead(holder: string): boolean {
  const [, host, pid, id] = HOLDER.exec(holder) ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return !own.has(id);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

async function contentOf(path: string, operations: FileOperations): Promise<string | null> {
  try {
    return Buffer.from(await operations.readFile(path)).toString();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
