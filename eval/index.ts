/**
 * Quality against published data: `npm run eval -- DATA_FOLDER [--only NAME] [--wrong]`
 * prints one row a data set and system. `--only` takes one of the evaluations
 * below; `--wrong` lists what Glossator did not get right.
 */
import { parseArgs } from 'node:util';
import { howToInstall, missingPeers } from './peers.ts';
import { type Row, table } from './table.ts';

/** Takes the data folder and yields no row for data that is not there. */
interface Evaluation {
  evaluate(dataFolder: string): readonly Row[];
}

const evaluations: Readonly<Record<string, () => Promise<Evaluation>>> = {
  numbers: () => import('./numbers.ts'),
  entities: () => import('./entities.ts'),
  tokens: () => import('./tokens.ts'),
  sentences: () => import('./sentences.ts'),
};

const names = Object.keys(evaluations);
const usage = `usage: npm run eval -- DATA_FOLDER [--only ${names.join('|')}] [--wrong]`;

/** Runs what the arguments ask for and prints it; the exit code is 2 where they make no sense. */
async function main(args: string[]): Promise<number> {
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
  const rows: Row[] = [];
  for (const name of chosen) rows.push(...(await evaluations[name]()).evaluate(dataFolder));
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
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`eval: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
