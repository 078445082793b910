import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { ThreadedProse } from '../../../server/src/node/prose/runner.ts';
import type { StartProse } from '../../../server/src/prose.ts';
import { Prose } from '../../../server/src/state/prose.ts';
import { fullClient, ROOT, rangeOf, TestClient } from './harness.ts';

const thread = new URL('../../../server/src/node/prose/worker.ts', import.meta.url);
const text = 'All is well.\n\nParis in the the spring.\n';
const configuration = (...retext: unknown[]) => JSON.stringify({ retext });

describe('retext plugins that glossator.json names', () => {
  let client: TestClient;
  let started: string[];
  afterEach(async () => {
    await client.request('shutdown', null);
    client.stop();
  });

  /** Opens the text in a corpus with these plugins; they are found from this project. */
  async function open(plugins: unknown[], trusted = true): Promise<void> {
    started = [];
    const start: StartProse = (folder, names) => {
      started.push(folder);
      return new ThreadedProse(thread, process.cwd(), names);
    };
    const files = { 'a.txt': text, 'glossator.json': configuration(...plugins) };
    client = new TestClient(files, { prose: () => new Prose(start) });
    await client.start(fullClient, { trusted });
    await client.open('a.txt');
  }
  const of = (name: string, code: string): Diagnostic[] =>
    (client.diagnostics.get(`${ROOT}/${name}`) ?? []).filter((found) => found.code === code);
  const repeated = () => of('a.txt', 'retext-repeated-words:the');

  it('report beside the rules, with a page and a fix', async () => {
    await open(['retext-repeated-words']);
    await client.until(() => repeated().length > 0, 'the plugin');
    const [found] = repeated();
    assert.deepEqual(found.range, rangeOf(text, 'the the'));
    assert.equal(found.source, 'glossator');
    assert.match(found.codeDescription?.href ?? '', /retext-repeated-words/);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: `${ROOT}/a.txt` },
      range: found.range,
      context: { diagnostics: [found], only: ['quickfix'] },
    });
    const fix = actions.find(({ title }) => title === 'Replace it with “the”');
    assert.deepEqual(fix?.edit?.changes?.[`${ROOT}/a.txt`], [
      { range: found.range, newText: 'the' },
    ]);
    assert.deepEqual(fix?.diagnostics, [found]);
    assert.deepEqual(started, [ROOT]);
  });

  it('follow the text as it is typed, and are asked anew about what changed', async () => {
    await open(['retext-repeated-words']);
    await client.until(() => repeated().length > 0, 'the plugin');
    const top = { line: 0, character: 0 };
    await client.change('a.txt', [{ range: { start: top, end: top }, text: 'One one.\n\n' }]);
    await client.until(() => of('a.txt', 'retext-repeated-words:one').length > 0, 'the edit');
    assert.deepEqual(repeated()[0].range, rangeOf(`One one.\n\n${text}`, 'the the'));
    await client.change('a.txt', [{ text: 'All is well.\n' }]);
    await client.until(() => repeated().length === 0, 'the findings to go');
  });

  it('never start where the workspace is not trusted', async () => {
    await open(['retext-repeated-words'], false);
    await client.codes('a.txt');
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(started, []);
    assert.deepEqual(repeated(), []);
  });

  it('that cannot be had are named where glossator.json names them; others run', async () => {
    await open(['retext-nowhere', 'retext-repeated-words']);
    const problems = () => of('glossator.json', 'config/invalid');
    await client.until(() => problems().length > 0 && repeated().length > 0, 'the finding');
    const source = configuration('retext-nowhere', 'retext-repeated-words');
    assert.deepEqual(problems()[0].range, rangeOf(source, '"retext-nowhere"'));
    assert.match(String(problems()[0].message), /“retext-nowhere” is not installed here/);
    await client.writeOutside('glossator.json', configuration('retext-repeated-words'));
    await client.until(() => problems().length === 0, 'the finding to go');
    await client.until(() => repeated().length === 1, 'the plugin that is left');
  });
});
