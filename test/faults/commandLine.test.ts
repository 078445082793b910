import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseSidecar } from '../../server/src/core/tags/sidecar.ts';
import { chosenSeed, randomOf } from './injected.ts';
import { killRuns, tagger } from './processes.ts';

const program = fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url));
let folder = '';
let text = '';
let sidecar = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-'));
  text = join(folder, 'a.txt');
  sidecar = `${text}.tags.json`;
  writeFileSync(text, 'One two three.\n'.repeat(2000));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('several command lines that tag one text at once', () => {
  it('lose no tag, however many they are and whenever they start', {
    timeout: 120_000,
  }, async () => {
    const workers = fc.array(
      fc.record({ tags: fc.integer({ min: 1, max: 12 }), wait: fc.nat(80) }),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    const property = fc.asyncProperty(workers, async (plan) => {
      const running = plan.map(async ({ tags, wait }, i) => {
        await new Promise((resolve) => setTimeout(resolve, wait));
        const one = tagger(text, `L${i}`, tags);
        await one.ended;
        return one.ids();
      });
      const ids = (await Promise.all(running)).flat();
      assert.equal(
        ids.length,
        plan.reduce((sum, { tags }) => sum + tags, 0),
      );
      const { value } = parseSidecar(readFileSync(sidecar, 'utf8'));
      assert.deepEqual(value?.tags.map(({ id }) => id).sort(), ids.sort());
      rmSync(sidecar);
      assert.deepEqual(readdirSync(folder), ['a.txt']);
    });
    await fc.assert(property, { numRuns: 4, seed: chosenSeed() | 0, endOnFailure: true });
  });
});

describe('a command line that is killed while it writes', () => {
  it('leaves the sidecar as it was or as it was to be', { timeout: 120_000 }, async () => {
    const { hits } = await killRuns(12, randomOf(chosenSeed()));
    assert.ok(hits >= 11, `${hits} of 12 taggers were killed at work`);
  });
});

describe('a command line that cannot write', () => {
  /** Tags with a shell that sets limits first. */
  const tagUnder = (limit: string) =>
    spawnSync(
      'sh',
      ['-c', `${limit}; exec "$0" "$@"`, process.execPath, program, 'tag', text, 'N', '0', '3'],
      {
        encoding: 'utf8',
      },
    );

  it('says that a file may not grow so large, and leaves all as it was', () => {
    const tag = JSON.stringify({
      id: 'a',
      label: 'N',
      start: 0,
      end: 3,
      quote: 'One',
      note: 'x'.repeat(20_000),
    });
    writeFileSync(
      sidecar,
      `{"glossator": 1, "text": {"sha256": "", "length": 30000}, "tags": [${tag}]}`,
    );
    const before = readFileSync(sidecar, 'utf8');
    const { status, stderr } = tagUnder('ulimit -f 8');
    assert.equal(status, 2);
    assert.match(
      stderr,
      /a\.txt\.tags\.json: The file would be larger than the system allows; it is as it was\.\n$/,
    );
    assert.equal(readFileSync(sidecar, 'utf8'), before);
    assert.deepEqual(readdirSync(folder).sort(), ['a.txt', 'a.txt.tags.json']);
  });

  it('gives a new sidecar the permissions that the person wants', () => {
    assert.equal(tagUnder('umask 027').status, 0);
    assert.equal(statSync(sidecar).mode & 0o777, 0o640);
  });
});
