/**
 * Quality against published data: `npm run eval -- DATA_FOLDER [--only NAME] [--wrong]`
 * prints one row a data set and system. `--only` takes one of the evaluations
 * below; `--wrong` lists what Glossator did not get right.
 */
import { parseArgs } from 'node:util';
import { evaluate as entities } from './entities.ts';
import { evaluate as numbers } from './numbers.ts';
import { howToInstall, missingPeers } from './peers.ts';
import { evaluate as sentences } from './sentences.ts';
import { type Row, table } from './table.ts';
import { evaluate as tokens } from './tokens.ts';

/** Each takes the data folder and yields no row for data that is not there. */
const evaluations: Readonly<Record<string, (dataFolder: string) => readonly Row[]>> = {
  numbers,
  entities,
  tokens,
  sentences,
};

const names = Object.keys(evaluations);
const usage = `usage: npm run eval -- DATA_FOLDER [--only ${names.join('|')}] [--wrong]`;

/** Runs what the arguments ask for and prints it; the exit code is 2 where they make no sense. */
function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string' }, wrong: { type: 'boolean' } },
  });
  const [dataFolder] = positionals;
  const chosen = values.only === undefined ? names : names.filter((name) => name === values.only);
  if (dataFolder === undefined || positionals.length > 1 || chosen.length === 0) {
    console.error(usage);
    return 2;
  }
  const rows = chosen.flatMap((name) => evaluations[name](dataFolder));
  if (rows.length === 0) {
    console.error(`eval: no data set for ${chosen.join(', ')} in ${dataFolder}`);
    return 2;
  }
  console.log(table(rows));
  if (values.wrong)
    for (const { set, system, wrong = [] } of rows)
      if (wrong.length > 0) console.log([`\n${set}, ${system}`, ...wrong].join('\n  '));
  const missing = missingPeers();
  if (missing.length > 0)
    console.log(`\nnot measured, not installed: ${missing.join(', ')} (${howToInstall})`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`eval: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
