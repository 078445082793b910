import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { run } from '../../scripts/lib/processes.mjs';
import { writeTinyModel } from './tinyModel.ts';

const root = join(import.meta.dirname, '../..');
const text =
  'Oleg Syromolotov flew to Moscow. “Syria”, he said, comes first.\r\nThen Moscow 🙂 Moscow.\n';

let folder = '';
let corpus = '';
const model = () => join(folder, 'tiny');

/** Runs the built command line in the corpus, whose folder finds the installed library. */
async function glossator(...args: string[]) {
  return run(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd: corpus,
    output: 'keep',
    timeout: 60_000,
  });
}

/** The tags of the sidecar, each as `label: text in the canonical text`. */
async function tagged(): Promise<string[]> {
  const sidecar = JSON.parse(await readFile(join(corpus, 'a.txt.tags.json'), 'utf8'));
  const canonical = text.replaceAll('\r\n', '\n');
  return sidecar.tags.map(
    ({
      label,
      status,
      start,
      end,
    }: {
      label: string;
      status: string;
      start: number;
      end: number;
    }) => `${status} ${label}: ${canonical.slice(start, end)}`,
  );
}

suite('suggestions of a model of one’s own', () => {
  before(async () => {
    await ensureInstalled('test/model', { scripts: false });
    folder = await mkdtemp(join(tmpdir(), 'glossator-model-'));
    // Below this folder, so that the corpus finds the library in node_modules above it.
    corpus = await mkdtemp(join(import.meta.dirname, 'corpus-'));
    await writeFile(join(corpus, 'a.txt'), text);
    await writeTinyModel(model(), {
      Oleg: 'B-PER',
      Syromolotov: 'I-PER',
      Moscow: 'B-LOC',
      Syria: 'B-LOC',
    });
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(corpus, { recursive: true, force: true });
  });

  test('are added once, with the offsets of the canonical text', async () => {
    const { code, output } = await glossator('suggest', '--model', model(), 'a.txt');
    assert.equal(output, 'a.txt: 5 suggested\n');
    assert.equal(code, 0);
    assert.deepEqual(await tagged(), [
      'suggested PER: Oleg Syromolotov',
      'suggested LOC: Moscow',
      'suggested LOC: Syria',
      'suggested LOC: Moscow',
      'suggested LOC: Moscow',
    ]);
    const again = await glossator('suggest', '--model', model(), 'a.txt');
    assert.equal(again.output, 'a.txt: 0 suggested\n');
  });

  test('are left out below the score that was asked for', async () => {
    await rm(join(corpus, 'a.txt.tags.json'), { force: true });
    const { output } = await glossator('suggest', '--model', model(), '--min', '0.99', 'a.txt');
    assert.equal(output, 'a.txt: 0 suggested\n');
    await assert.rejects(readFile(join(corpus, 'a.txt.tags.json')));
  });

  test('a folder that is no model is named, and what it lacks', async () => {
    const { code, output } = await glossator('suggest', '--model', corpus, 'a.txt');
    assert.equal(code, 2);
    assert.match(output, /^glossator: .* is no model: it has no config\.json\.\n$/);
  });

  test('weights that cannot be read are said so, in one line', async () => {
    const broken = join(folder, 'broken');
    await cp(model(), broken, { recursive: true });
    await writeFile(join(broken, 'onnx/model.onnx'), 'no weights');
    const { code, output } = await glossator('suggest', '--model', broken, 'a.txt');
    assert.equal(code, 2);
    assert.match(output, /cannot be loaded: /);
    assert.equal(
      output
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('glossator:')).length,
      1,
    );
  });

  test('without the library the person is told how to install it', async () => {
    const { code, output } = await run(
      process.execPath,
      [join(root, 'dist/cli.js'), 'suggest', '--model', model(), join(corpus, 'a.txt')],
      { cwd: folder, output: 'keep' },
    );
    assert.equal(code, 2);
    assert.match(output, /npm install @huggingface\/transformers/);
  });
});
