import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotator } from './annotator.ts';
import { type Kills, noKills } from './faults.ts';

/** How many runs a desk lasts: texts and sidecars grow, and a server has ever more to read. */
const RUNS_A_DESK = 12;

/** What came of a number of runs. */
export interface ServerTally {
  readonly kills: Kills;
  /** Commands that were answered before a kill, and those that never were. */
  readonly answered: number;
  readonly unanswered: number;
}

/**
 * Kills the server at random moments of tagging, typing and saving, one run
 * after another, and checks after each kill what `Annotator.check` says. A run
 * that fails keeps its folder and names it.
 */
export async function killServers(
  count: number,
  random: () => number,
  progress: (done: number) => void = () => {},
): Promise<ServerTally> {
  const kills = noKills();
  let [answered, unanswered] = [0, 0];
  for (let done = 0; done < count; ) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'glossator-')));
    const annotator = new Annotator(folder, random);
    try {
      await annotator.begin();
      for (let run = 0; run < RUNS_A_DESK && done < count; run++) {
        const outcome = await annotator.run();
        kills[outcome.fault]++;
        answered += outcome.answered;
        unanswered += outcome.unanswered;
        progress(++done);
      }
    } catch (error) {
      throw new Error(`kill ${done + 1} in ${annotator.report()}`, { cause: error });
    } finally {
      await annotator.end();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, answered, unanswered };
}
