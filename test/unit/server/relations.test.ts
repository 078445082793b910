import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import type { CorpusResult } from '../../../server/src/protocol.ts';
import { execute, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = 'Deputy Minister Oleg Syromolotov spoke in Sochi.\n';
const uri = `${ROOT}/a.txt`;
const configuration = JSON.stringify({
  labels: [{ name: 'PER' }, { name: 'ROLE' }, { name: 'OFFICE', parent: 'ROLE' }, { name: 'LOC' }],
  relations: [
    { name: 'holds', title: 'holds the office', from: ['PER'], to: ['ROLE'] },
    { name: 'near' },
  ],
});

/** A text with an office, a person and a place tagged, and one tag of another layer; their ids. */
async function open() {
  const client = new TestClient({ 'a.txt': TEXT, 'glossator.json': configuration });
  await client.start();
  await client.open('a.txt');
  const [office] = (await tagWords(client, 'a.txt', 'Deputy Minister', 'OFFICE')).ids;
  const [person] = (await tagWords(client, 'a.txt', 'Oleg Syromolotov', 'PER')).ids;
  const [place] = (await tagWords(client, 'a.txt', 'Sochi', 'LOC')).ids;
  const [other] = (await tagWords(client, 'a.txt', 'Sochi', 'LOC', { layer: 'ann' })).ids;
  return { client, office, person, place, other };
}

describe('glossator.relate', () => {
  it('writes one line more, shows it at both tags, and is taken back', async () => {
    const { client, office, person } = await open();
    const before = client.content('a.txt.tags.json') ?? '';
    const relate = { uri, id: person, to: office, label: 'holds' };
    assert.deepEqual((await execute(client, 'glossator.relate', relate)).ids, [person]);
    const after = client.content('a.txt.tags.json') ?? '';
    assert.equal(after.split('\n').filter((line) => line.includes('"holds"')).length, 1);
    const { relations } = sidecarOf(client, 'a.txt.tags.json');
    const [{ id }] = relations;
    assert.deepEqual(relations, [{ id, label: 'holds', from: person, to: office }]);

    const tags = await tagsIn(client, 'a.txt');
    const seen = (tag: string) => tags.find((one) => one.id === tag)?.relations;
    const range = rangeOf(TEXT, 'Deputy Minister');
    const minister = { id: office, label: 'OFFICE', quote: 'Deputy Minister', range };
    assert.deepEqual(seen(person), [{ id, label: 'holds', out: true, other: minister }]);
    assert.deepEqual(
      seen(office)?.map(({ out, other }) => [out, other.quote]),
      [[false, 'Oleg Syromolotov']],
    );

    await execute(client, 'glossator.undo', { uri });
    assert.deepEqual(JSON.parse(client.content('a.txt.tags.json') ?? ''), JSON.parse(before));
    client.stop();
  });

  it('says so once only: the same relation again changes nothing', async () => {
    const { client, office, person } = await open();
    const relate = { uri, id: person, to: office, label: 'holds' };
    await execute(client, 'glossator.relate', relate);
    const before = client.content('a.txt.tags.json');
    assert.deepEqual((await execute(client, 'glossator.relate', relate)).ids, []);
    assert.equal(client.content('a.txt.tags.json'), before);
    client.stop();
  });

  it('refuses a tag with itself, with one of another layer, with one that is not there', async () => {
    const { client, person, other } = await open();
    const before = client.content('a.txt.tags.json');
    const refused = (to: string, why: RegExp) =>
      assert.rejects(
        execute(client, 'glossator.relate', { uri, id: person, to, label: 'near' }),
        why,
      );
    await refused(person, /from one tag to another/);
    await refused(other, /different layers/);
    await refused('nobody', /no longer there/);
    await assert.rejects(
      execute(client, 'glossator.relate', { uri, id: person, label: 'near' }),
      /needs “to”/,
    );
    assert.equal(client.content('a.txt.tags.json'), before);
    client.stop();
  });

  it('goes with a tag, and comes back with it', async () => {
    const { client, office, person, place } = await open();
    await execute(client, 'glossator.relate', { uri, id: person, to: office, label: 'holds' });
    await execute(client, 'glossator.relate', { uri, id: person, to: place, label: 'near' });
    const before = sidecarOf(client, 'a.txt.tags.json').relations;
    await execute(client, 'glossator.untag', { uri, id: office });
    assert.deepEqual(sidecarOf(client, 'a.txt.tags.json').relations, [before[1]]);
    await execute(client, 'glossator.undo', { uri });
    const { relations } = sidecarOf(client, 'a.txt.tags.json');
    const sorted = (all: { id: string }[]) => all.map(({ id }) => id).sort();
    assert.deepEqual(sorted(relations), sorted(before));
    client.stop();
  });
});

describe('glossator.unrelate', () => {
  it('takes one relation away, and is taken back', async () => {
    const { client, office, person, place } = await open();
    await execute(client, 'glossator.relate', { uri, id: person, to: office, label: 'holds' });
    await execute(client, 'glossator.relate', { uri, id: person, to: place, label: 'near' });
    const [first, second] = sidecarOf(client, 'a.txt.tags.json').relations;
    await execute(client, 'glossator.unrelate', { uri, id: first.id });
    assert.deepEqual(sidecarOf(client, 'a.txt.tags.json').relations, [second]);
    await assert.rejects(
      execute(client, 'glossator.unrelate', { uri, id: first.id }),
      /no longer there/,
    );
    await execute(client, 'glossator.undo', { uri });
    assert.equal(sidecarOf(client, 'a.txt.tags.json').relations.length, 2);
    client.stop();
  });
});

describe('relations', () => {
  it('stand in the hover of both tags, with the way to the other one', async () => {
    const { client, office, person } = await open();
    await execute(client, 'glossator.relate', { uri, id: person, to: office, label: 'holds' });
    const hovered = async (words: string) => {
      const params = { textDocument: { uri }, position: rangeOf(TEXT, words).start };
      const { contents } = await client.request<Hover>('textDocument/hover', params);
      return (contents as MarkupContent).value;
    };
    assert.match(await hovered('Oleg'), /holds the office → \[“Deputy Minister”\]\(.*#L1/);
    assert.match(await hovered('Deputy'), /holds the office ← \[“Oleg Syromolotov”\]/);
    client.stop();
  });

  it('are told to a client with the labels that they may lead between, kinds included', async () => {
    const { client } = await open();
    const { relations } = await client.request<CorpusResult>('glossator/corpus', { uri });
    assert.deepEqual(relations, [
      {
        name: 'holds',
        title: 'holds the office',
        from: ['PER'],
        to: ['ROLE', 'OFFICE'],
      },
      { name: 'near', title: 'near' },
    ]);
    client.stop();
  });
});
