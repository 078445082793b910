import { randomInt } from 'node:crypto';
import type { FileOperations } from '../../server/src/node/operations.ts';
import { nodeOperations } from '../../server/src/node/operations.ts';

/** What happens at the step chosen. */
export type Fault =
  /** The process is gone: this call is half done, every later one does nothing. */
  | 'killed'
  /** The process is gone just behind the call. */
  | 'killed after'
  | 'ENOSPC'
  | 'EIO'
  | 'EACCES';

/** Thrown in place of the end of a process. */
export class Killed extends Error {}

/**
 * Node's file system, in which the call with number `step` (counted from 0)
 * goes wrong. `calls` tells how many were made.
 */
export function faulty(step: number, fault: Fault): FileOperations & { readonly calls: number } {
  let calls = 0;
  let dead = false;
  const guard =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>, half?: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead) throw new Killed();
      if (calls++ !== step) return call(...args);
      if (fault === 'killed' || fault === 'killed after') {
        dead = true;
        if (fault === 'killed after') await call(...args);
        else await half?.(...args);
        throw new Killed();
      }
      throw Object.assign(new Error(fault), { code: fault });
    };
  return {
    get calls() {
      return calls;
    },
    create: guard(nodeOperations.create, (path, content, how) =>
      nodeOperations.create(path, content.subarray(0, content.length >> 1), how),
    ),
    readFile: guard(nodeOperations.readFile),
    rename: guard(nodeOperations.rename),
    unlink: guard(nodeOperations.unlink),
    realpath: guard(nodeOperations.realpath),
    readlink: guard(nodeOperations.readlink),
    stat: guard(nodeOperations.stat),
    writable: guard(nodeOperations.writable),
    syncFolder: guard(nodeOperations.syncFolder),
  };
}

/** Node's file system, in which something happens just before the call with number `step`. */
export function interrupted(step: number, happen: () => Promise<void>): FileOperations {
  let calls = 0;
  const behind =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (calls++ === step) await happen();
      return call(...args);
    };
  return {
    create: behind(nodeOperations.create),
    readFile: behind(nodeOperations.readFile),
    rename: behind(nodeOperations.rename),
    unlink: behind(nodeOperations.unlink),
    realpath: behind(nodeOperations.realpath),
    readlink: behind(nodeOperations.readlink),
    stat: behind(nodeOperations.stat),
    writable: behind(nodeOperations.writable),
    syncFolder: behind(nodeOperations.syncFolder),
  };
}

/** Random numbers that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** The seed to use: that of the environment variable SEED, or a fresh one, printed so that a run can be repeated. */
export function chosenSeed(): number {
  const seed = Number(process.env.SEED ?? randomInt(0x100000000));
  console.log(`SEED=${seed}`);
  return seed;
}
