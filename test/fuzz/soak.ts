/**
 * The long version of what CI tries in a minute:
 *
 *   npm run soak [-- PART…] [--runs N] [--data DATA_FOLDER]
 *
 *   inputs     reads 100,000 damaged sidecars, and takes every file of JSONTestSuite
 *              (DATA_FOLDER/torture/JSONTestSuite, where a folder is given) for one
 *   writes     1,000 writes for each way in which one can go wrong
 *   cli        kills the command line 1,000 times while it writes
 *   server     kills the language server 1,000 times amid an editor's work (needs a build)
 *   host       kills VS Code's extension host 1,000 times amid a person's work (needs a build)
 *
 * Without a PART all are run; --runs is for how many each of them does. SEED repeats a run.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kills } from '../faults/faults.ts';
import { chosenSeed, randomOf } from '../faults/injected.ts';
import { killRuns } from '../faults/processes.ts';
import { killServers } from '../faults/serverRuns.ts';
import { disturbWrites } from '../faults/writeRuns.ts';
import { readDamaged, readTestSuite } from './inputs.ts';

/** One part of the soak. */
interface Part {
  /** How many runs it has unless told otherwise. */
  readonly runs: number;
  /** Says in a line or several what came of it; rejects where something did not hold. */
  readonly run: (count: number, random: () => number) => Promise<string> | string;
}

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' }, data: { type: 'string' } },
  allowPositionals: true,
});

const parts: Readonly<Record<string, Part>> = {
  inputs: {
    runs: 100_000,
    run: async (count, random) => {
      const damaged = readDamaged(count, random);
      if (values.data === undefined) return damaged;
      const suite = join(values.data, 'torture', 'JSONTestSuite');
      return `${damaged}\n${await readTestSuite(suite)}`;
    },
  },
  writes: {
    runs: 1000,
    run: async (count, random) => {
      const lines = [...(await disturbWrites(count, random))].map(
        ([mishap, isNew]) => `  ${mishap}: ${count - isNew} old, ${isNew} new`,
      );
      return [`${count} disturbed writes of each kind, every sidecar old or new:`, ...lines].join(
        '\n',
      );
    },
  },
  cli: {
    runs: 1000,
    run: async (count, random) => {
      const { kills, hits } = await killRuns(count, random, progress(count, 'command lines'));
      return `${count} command lines killed, ${hits} at work, with ${listed(kills)}: every sidecar whole, no tag lost`;
    },
  },
  server: {
    runs: 1000,
    run: async (count, random) => {
      const tally = await killServers(count, random, progress(count, 'servers'));
      return `${count} servers killed, with ${listed(tally.kills)}; ${tally.answered} commands answered before, ${tally.unanswered} not: every sidecar whole, no tag lost`;
    },
  },
  host: {
    runs: 1000,
    run: async (count, random) => {
      const { killHosts } = await import('../faults/hostRuns.ts');
      const kills = await killHosts(count, random, progress(count, 'extension hosts'));
      return `${count} extension hosts killed, with ${listed(kills)}: every sidecar whole, no tag lost`;
    },
  },
};

function listed(kills: Kills): string {
  return Object.entries(kills)
    .map(([fault, count]) => `${fault} ${count}`)
    .join(', ');
}

/** Prints a line now and then. */
function progress(count: number, what: string): (done: number) => void {
  return (done) => {
    if (done % 100 === 0) console.log(`${done} of ${count} ${what} killed`);
  };
}

const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (unknown.length > 0 || (runs !== undefined && !(Number.isInteger(runs) && runs > 0))) {
  const names = Object.keys(parts).join(', ');
  console.error(
    `usage: npm run soak [-- PART…] [--runs N] [--data DATA_FOLDER]; parts are ${names}`,
  );
  process.exit(2);
}
const seed = chosenSeed();
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const started = performance.now();
  console.log(await part.run(runs ?? part.runs, randomOf(seed)));
  console.log(`(${name}: ${((performance.now() - started) / 1000).toFixed(0)} s)`);
}
