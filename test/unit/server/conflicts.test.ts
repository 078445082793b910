import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction, Command, Diagnostic } from 'vscode-languageserver-protocol';
import { parseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { execute, shownTags, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = 'Putin met Erdoğan in Ankara.\n';
const SIDECAR = 'a.txt.tags.json';
const uri = `${ROOT}/a.txt`;

let client: TestClient;
afterEach(() => client.stop());

/** One tag, then two sides that relabel it differently: one in the editor, one on the disk. */
async function disagree(): Promise<void> {
  client = new TestClient({ 'a.txt': TEXT, 'glossator.json': '{"glossator": 1}' });
  await client.start();
  await client.open('a.txt');
  await tagWords(client, 'a.txt', 'Ankara', 'LOC');
  await client.open(SIDECAR, 'glossator-tags');
  await tagsIn(client, 'a.txt');
  const base = client.content(SIDECAR) ?? '';
  await client.change(SIDECAR, [{ text: base.replace('LOC', 'ORG') }]);
  await client.writeOutside(SIDECAR, base.replace('LOC', 'PER'));
  await client.until(() => (client.content(SIDECAR) ?? '').includes('conflict'), 'the merge');
}

function conflictsOf(name: string): Diagnostic[] {
  const found = client.diagnostics.get(`${ROOT}/${name}`) ?? [];
  return found.filter(({ code }) => code === 'sidecar/conflict');
}

async function actions(name: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri: `${ROOT}/${name}` },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
}

function run({ command, arguments: [argument] = [] }: Command) {
  return execute(client, command, argument);
}

describe('two sides that gave one tag different labels', () => {
  it('become one finding where the tag lies, with both versions', async () => {
    await disagree();
    await client.until(() => conflictsOf('a.txt').length > 0, 'the finding');
    const [finding] = conflictsOf('a.txt');
    assert.deepEqual(finding.range, rangeOf(TEXT, 'Ankara'));
    assert.match(String(finding.message), /“Ankara” has 2 versions/);
    const places = (finding.relatedInformation ?? []).map(({ location, message }) => {
      const line = (client.content(SIDECAR) ?? '').split('\n')[location.range.start.line];
      return [location.uri, message, /"label": "(\w+)"/.exec(line)?.[1]];
    });
    assert.deepEqual(places.toSorted(), [
      [`${ROOT}/${SIDECAR}`, 'Version: ORG', 'ORG'],
      [`${ROOT}/${SIDECAR}`, 'Version: PER', 'PER'],
    ]);
  });

  for (const [label, other] of [
    ['ORG', 'PER'],
    ['PER', 'ORG'],
  ]) {
    it(`are settled by keeping ${label}, which an undo takes back`, async () => {
      await disagree();
      await client.until(() => conflictsOf('a.txt').length > 0, 'the finding');
      const offered = await actions('a.txt', conflictsOf('a.txt')[0]);
      const keep = offered.find(({ title }) => title === `Keep ${label}`);
      assert.ok(keep?.command, offered.map(({ title }) => title).join());
      await run(keep.command);
      assert.deepEqual(await shownTags(client, 'a.txt'), [`${label}:Ankara`]);
      await client.until(() => conflictsOf('a.txt').length === 0, 'the finding to go');
      await execute(client, 'glossator.undo', { uri });
      assert.deepEqual((await shownTags(client, 'a.txt')).toSorted(), [
        ...[`${label}:Ankara`, `${other}:Ankara`].toSorted(),
      ]);
    });
  }

  it('can both be kept, as tags of their own', async () => {
    await disagree();
    await client.until(() => conflictsOf('a.txt').length > 0, 'the finding');
    const offered = await actions('a.txt', conflictsOf('a.txt')[0]);
    const both = offered.find(({ title }) => title === 'Keep all versions');
    assert.ok(both?.command);
    await run(both.command);
    assert.deepEqual((await shownTags(client, 'a.txt')).toSorted(), ['ORG:Ankara', 'PER:Ankara']);
    assert.ok(!(client.content(SIDECAR) ?? '').includes('conflict'));
  });

  it('can be settled in the sidecar itself', async () => {
    await disagree();
    await client.until(() => conflictsOf(SIDECAR).length > 0, 'the finding');
    const offered = await actions(SIDECAR, conflictsOf(SIDECAR)[0]);
    const keep = offered.find(({ title }) => title === 'Keep PER');
    assert.ok(keep?.command);
    await run(keep.command);
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Ankara']);
  });

  it('refuse a choice that is none', async () => {
    await disagree();
    const [{ id }] = sidecarOf(client, SIDECAR).tags;
    const choose = (keep: unknown) => execute(client, 'glossator.resolve', { uri, id, keep });
    await assert.rejects(choose(7), /no such version|settled already/);
    await assert.rejects(choose(-1), /“keep” must be/);
    await assert.rejects(
      execute(client, 'glossator.resolve', { uri, id: 'none', keep: 0 }),
      /settled already/,
    );
  });
});

describe('a sidecar that git left conflict markers in', () => {
  /** Two branches that each added a tag behind the same one. */
  async function markers(): Promise<string> {
    client = new TestClient({ 'a.txt': TEXT, 'glossator.json': '{"glossator": 1}' });
    await client.start();
    await client.open('a.txt');
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    const ours = (client.content(SIDECAR) ?? '').split('\n');
    await execute(client, 'glossator.undo', { uri });
    await tagWords(client, 'a.txt', 'Ankara', 'LOC');
    const theirs = (client.content(SIDECAR) ?? '').split('\n');
    const at = ours.findIndex((line, i) => line !== theirs[i]);
    const conflict = ['<<<<<<< ours', ours[at], '=======', theirs[at], '>>>>>>> theirs'];
    const source = [...ours.slice(0, at), ...conflict, ...ours.slice(at + 1)].join('\n');
    await client.writeOutside(SIDECAR, source);
    return source;
  }

  it('is a finding at the first marker, and nothing is written', async () => {
    const source = await markers();
    await client.until(() => conflictsOf(SIDECAR).length > 0, 'the finding');
    const [{ range }] = conflictsOf(SIDECAR);
    assert.equal(source.split('\n')[range.start.line], '<<<<<<< ours');
    await assert.rejects(tagWords(client, 'a.txt', 'met', 'X'), /cannot be read/);
    assert.equal(client.content(SIDECAR), source);
  });

  it('is offered to be merged, and holds every tag of both sides then', async () => {
    await markers();
    await client.until(() => conflictsOf(SIDECAR).length > 0, 'the finding');
    const [merge] = await actions(SIDECAR, conflictsOf(SIDECAR)[0]);
    assert.equal(merge.title, 'Merge both sides, tag by tag');
    await client.takeEdit(merge.edit ?? {});
    await client.writeOutside(SIDECAR, client.content(SIDECAR) ?? '');
    const { value } = parseSidecar(client.content(SIDECAR) ?? '');
    assert.deepEqual(
      value?.tags.map(({ quote }) => quote),
      ['Putin', 'Erdoğan', 'Ankara'],
    );
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Putin', 'PER:Erdoğan', 'LOC:Ankara']);
  });
});
