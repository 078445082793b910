import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { run } from '../../server/src/cli/run.ts';
import { serialiseSidecar } from '../../server/src/core/tags/sidecar.ts';
import { decodeUtf8 } from '../../server/src/core/text/canonical.ts';
import { anySidecar } from '../unit/core/tags/arbitrary.ts';
import { expectSound } from './expectations.ts';
import { mutated } from './mutate.ts';

/** No input may keep anybody waiting for longer (milliseconds). */
const LONGEST = 1000;

/**
 * Reads so many damaged sidecars; new ones to damage are made every 500.
 * @returns what came of it, in a line
 */
export function readDamaged(count: number, random: () => number): string {
  let [read, longest, sources] = [0, 0, [] as Uint8Array[]];
  for (let i = 0; i < count; i++) {
    if (i % 500 === 0) {
      const seed = Math.floor(random() * 2 ** 31);
      const samples = fc.sample(anySidecar, { numRuns: 25, seed });
      sources = samples.map((sidecar) => new TextEncoder().encode(serialiseSidecar(sidecar)));
    }
    const source = decodeUtf8(mutated(sources[i % sources.length], random));
    if (source === null) continue;
    const first = timed(source);
    // Another process may have had the processor meanwhile: what is slow is tried again.
    const took = first.took < LONGEST ? first.took : Math.min(first.took, timed(source).took);
    longest = Math.max(longest, took);
    if (first.sound) read++;
  }
  assert.ok(longest < LONGEST, `an input took ${longest} ms`);
  return `${count} damaged sidecars: ${read} read and kept whole, the others refused; the slowest took ${Math.round(longest)} ms`;
}

/** Whether a source can be read, and the milliseconds that it takes. */
function timed(source: string): { sound: boolean; took: number } {
  const started = performance.now();
  const sound = expectSound(source);
  return { sound, took: performance.now() - started };
}

/**
 * Takes every JSON file of a folder for a sidecar: tagging its text is refused, at a line and column, and not a byte changes.
 * @returns what came of it, in a line
 */
export async function readTestSuite(folder: string): Promise<string> {
  const desk = mkdtempSync(join(tmpdir(), 'glossator-'));
  const sidecar = join(desk, 'a.txt.tags.json');
  writeFileSync(join(desk, 'a.txt'), 'One two three.');
  let count = 0;
  try {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.json')) continue;
      const bytes = readFileSync(join(folder, name));
      writeFileSync(sidecar, bytes);
      const source = decodeUtf8(bytes);
      if (source !== null) assert.equal(expectSound(source), false, name);
      let said = '';
      const io = {
        cwd: desk,
        now: () => new Date(),
        stdin: async function* () {},
        write: async () => {},
        error: (line: string) => {
          said += `${line}\n`;
        },
      };
      assert.equal(await run(['tag', 'a.txt', 'N', '0', '3'], io), 2, name);
      assert.match(said, /a\.txt\.tags\.json:(?:\d+:\d+:)? [^\n]+\.\n$/, name);
      assert.equal(await run(['check', 'a.txt'], io), 1, name);
      assert.ok(readFileSync(sidecar).equals(bytes), `${name} is as it was`);
      assert.deepEqual(readdirSync(desk).sort(), ['a.txt', 'a.txt.tags.json']);
      count++;
    }
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
  return `${count} files of JSONTestSuite: each refused at its line and column, none changed`;
}
