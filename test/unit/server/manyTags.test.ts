import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  Hover,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { contextOf } from '../../../server/src/core/tags/context.ts';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar, Tag } from '../../../server/src/core/tags/model.ts';
import { emptySidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { type TagsResult, tagCountsRequest, tagsRequest } from '../../../server/src/protocol.ts';
import { execute } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = 'A heading\n\nPutin met Erdoğan in Ankara.\n';
const SIDECAR = 'a.txt.tags.json';
const MANY = 100_000;
const uri = `${ROOT}/a.txt`;

/** A sidecar with so many tags over one word that whatever looks at each of them for each of them never ends. */
function heap(change: (tag: Tag, i: number) => Tag = (tag) => tag, count = MANY): Sidecar {
  const [start, end] = [TEXT.indexOf('Putin'), TEXT.indexOf(' met')];
  const context = contextOf(TEXT, { start, end });
  const tags = Array.from({ length: count }, (_, i) =>
    change({ id: `t${i}`, label: 'PER', start, end, ...context, entity: `e${i}` }, i),
  );
  return { ...emptySidecar(fingerprintOf(TEXT)), tags };
}

async function open(sidecar: Sidecar): Promise<TestClient> {
  const client = new TestClient({
    'a.txt': TEXT,
    [SIDECAR]: serialiseSidecar(sidecar),
    'glossator.json': '{"labels": [{"name": "PER"}, {"name": "LOC"}]}',
  });
  await client.start();
  await client.open('a.txt');
  return client;
}

const kept = (client: TestClient): Sidecar => JSON.parse(client.content(SIDECAR) ?? 'null');

/** The findings of one code, once there are that many; tags are read and checked while others have their turn. */
async function findings(client: TestClient, wanted: string, least = 1): Promise<Diagnostic[]> {
  const found = () => (client.diagnostics.get(uri) ?? []).filter(({ code }) => code === wanted);
  await client.until(() => found().length >= least, wanted);
  return found();
}

describe('100,000 tags over one word', () => {
  let client: TestClient;
  const { start } = rangeOf(TEXT, 'Putin');
  const at = { textDocument: { uri }, position: start };
  before(async () => {
    client = await open(heap());
  });
  after(() => client.stop());

  it('are told of in a few findings', async () => {
    const found = await findings(client, 'entity/undefined');
    assert.equal(found.length, 25);
    assert.deepEqual(await findings(client, 'tag/duplicate', 0), []);
  });

  it('are shown on hover by the first few and a count', async () => {
    const { contents } = await client.request<Hover>('textDocument/hover', at);
    const { value } = contents as MarkupContent;
    assert.equal(value.match(/\*\*Tag\*\*/g)?.length, 5);
    assert.match(value, /99,995 more tags here/);
  });

  it('are offered for changes by the first few', async () => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    });
    assert.equal(actions.filter(({ title }) => title.startsWith('Remove the tag')).length, 3);
  });

  it('are counted, not listed, in the outline', async () => {
    const [heading] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      [heading.name, heading.detail, heading.children?.length],
      ['A heading', '100,000 tags', 0],
    );
  });

  it('are listed a part at a time, and counted by label', async () => {
    const textDocument = { uri };
    const list = { label: 'PER' };
    const part = { list, from: 99_000, count: 1000 };
    const { tags, total } = await client.request<TagsResult>(tagsRequest, { textDocument, part });
    assert.deepEqual([tags.length, total], [1000, MANY]);
    const counts = await client.request(tagCountsRequest, { textDocument });
    assert.deepEqual(counts, {
      version: 1,
      review: 0,
      placed: MANY,
      labels: [{ label: 'PER', count: MANY }],
    });
  });

  it('are as many at a place as a client asks for', async () => {
    const range = { start, end: start };
    const params = { textDocument: { uri }, range, most: 20 };
    const { tags, total } = await client.request<TagsResult>(tagsRequest, params);
    assert.deepEqual([tags.length, total], [20, MANY]);
  });

  it('are all changed by one command, and changed back', async () => {
    const ids = kept(client).tags.map(({ id }) => id);
    const labels = () => new Set(kept(client).tags.map(({ label }) => label));
    await execute(client, 'glossator.relabel', { uri, ids, label: 'LOC' });
    assert.deepEqual([...labels()], ['LOC']);
    await execute(client, 'glossator.accept', { uri, ids });
    assert.ok(kept(client).tags.every(({ status }) => status === 'accepted'));
    await execute(client, 'glossator.undo', { uri });
    await execute(client, 'glossator.undo', { uri });
    assert.deepEqual([...labels()], ['PER']);
  });
});

describe('100,000 tags that relations hold together', () => {
  it('are removed with them and come back with them', async () => {
    const relations = Array.from({ length: MANY }, (_, i) => ({
      id: `r${i}`,
      label: 'same-as',
      from: `t${i}`,
      to: `t${(i + 1) % MANY}`,
    }));
    const client = await open({ ...heap(), relations });
    const ids = kept(client).tags.map(({ id }) => id);
    await execute(client, 'glossator.untag', { uri, ids });
    assert.deepEqual([kept(client).tags.length, kept(client).relations.length], [0, 0]);
    await execute(client, 'glossator.undo', { uri });
    assert.deepEqual([kept(client).tags.length, kept(client).relations.length], [MANY, MANY]);
    client.stop();
  });
});

describe('100,000 tags that reach far beyond their quotes', () => {
  const long = `${TEXT}${'Nothing more was said. '.repeat(12)}`;
  const sidecar = (): Sidecar => {
    const tags = heap((tag) => ({ ...tag, start: 0, end: long.length })).tags;
    return { ...emptySidecar(fingerprintOf(long)), tags };
  };
  const open = async (): Promise<TestClient> => {
    const client = new TestClient({ 'a.txt': long, [SIDECAR]: serialiseSidecar(sidecar()) });
    await client.start();
    await client.open('a.txt');
    return client;
  };

  it('are not all quoted anew, which would fill the memory', async () => {
    const client = await open();
    const before = client.content(SIDECAR);
    const ids = kept(client).tags.map(({ id }) => id);
    const units = (MANY * long.length).toLocaleString('en-GB');
    await assert.rejects(
      execute(client, 'glossator.accept', { uri, ids }),
      new RegExp(`a.txt.tags.json would have to quote ${units} characters.*nothing was written`),
    );
    assert.equal(client.content(SIDECAR), before);
    await execute(client, 'glossator.accept', { uri, ids: ids.slice(0, 1000) });
    assert.equal(kept(client).tags.filter(({ quote }) => quote === long).length, 1000);
    client.stop();
  });
});

describe('a merge that left 20,000 tags with two versions each', () => {
  it('is told of in a few findings, each with its lines', async () => {
    const rivals = heap(
      (tag, i) =>
        i % 2 === 0 ? tag : { ...tag, label: 'LOC', extra: { conflict: { of: `t${i - 1}` } } },
      40_000,
    );
    const client = await open(rivals);
    const found = await findings(client, 'sidecar/conflict');
    assert.equal(found.length, 25);
    assert.match(String(found[24].message), /19975 more sidecar\/conflict/);
    const lines = found[0].relatedInformation?.map(({ location }) => location.range.start.line);
    assert.deepEqual(lines, [5, 6]);
    client.stop();
  });
});
