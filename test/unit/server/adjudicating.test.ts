import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TagsResult } from '../../../server/src/protocol.ts';
import {
  all,
  ask,
  choose,
  counts,
  MAIN,
  open,
  said,
  TEXT,
  three,
  uri,
  versions,
} from './annotators.ts';
import { execute, shownTags, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

describe('glossator/disagreements', () => {
  it('says how the layers compare, and gives the places one by one', async () => {
    const client = await open(three);
    const found = await ask(client, { at: 0, open: true });
    assert.equal(counts(found), 'ann,ben,cas: 2 agreed, 0 of 2 decided');
    assert.deepEqual(found.place?.range, rangeOf(TEXT, 'Ben Jones'));
    assert.deepEqual(await versions(client, 0), ['ann,cas: PER Ben Jones', 'ben: ORG Jones']);
    assert.deepEqual(await versions(client, 1), ['ann,cas: ', 'ben: DATE Monday']);
    assert.equal((await ask(client, { at: 2 })).place, undefined);
    const { layers } = await client.request<TagsResult>('glossator/tags', {
      textDocument: { uri },
    });
    assert.deepEqual(layers, ['ann', 'ben', 'cas']);
    client.stop();
  });

  it('compares nothing where there are no two layers, or no such text', async () => {
    const client = await open({ ann: ['PER Ann Smith'], '': ['PER Ann'] });
    assert.equal(counts(await ask(client, { at: 0 })), 'ann: 0 agreed, 0 of 0 decided');
    const none = await client.request('glossator/disagreements', {
      textDocument: { uri: `${ROOT}/b.txt` },
    });
    assert.equal(none, null);
    client.stop();
  });

  it('names what it leaves out: a layer that cannot be read, one of suggestions only, lost tags', async () => {
    const client = await open(
      { ann: ['PER Ann Smith', 'LOC Tartu'], ben: ['PER Ann Smith'], cas: ['LOC Tartu'] },
      { 'a.txt.dan.tags.json': '{' },
    );
    const source = client.content('a.txt.cas.tags.json') ?? '';
    await client.writeOutside(
      'a.txt.cas.tags.json',
      source.replace('"}\n', '", "status": "suggested"}\n'),
    );
    await client.change('a.txt', [{ range: rangeOf(TEXT, 'Tartu'), text: '' }]);
    const left = async () => {
      const { layers, unreadable, suggested, lost, places } = await ask(client);
      return [layers.join(), unreadable.join(), suggested.join(), lost, places];
    };
    await client.until(() => true, 'the server');
    assert.deepEqual(await left(), ['ann,ben', 'dan', 'cas', 1, 0]);
    await client.writeOutside(MAIN, '{');
    assert.deepEqual((await ask(client)).unreadable, ['', 'dan']);
    client.stop();
  });

  it('follows the text: a tag lies where it lies now, also in a text that was changed elsewhere', async () => {
    const client = await open(three);
    await client.change('a.txt', [{ range: rangeOf('', ''), text: 'News. ' }]);
    const { place } = await ask(client, { at: 0 });
    assert.deepEqual(place?.range, rangeOf(`News. ${TEXT}`, 'Ben Jones'));
    assert.equal(place?.versions[0].tags[0].quote, 'Ben Jones');
    client.stop();

    const files = Object.fromEntries(
      ['ann', 'ben'].map((name) => [
        `a.txt.${name}.tags.json`,
        client.content(`a.txt.${name}.tags.json`) ?? '',
      ]),
    );
    const other = new TestClient({ ...files, 'a.txt': `Yesterday, ${TEXT}` });
    await other.start();
    await other.open('a.txt');
    await execute(other, 'glossator.adopt', { uri, agreed: ['ann', 'ben'] });
    await choose(other, 0, 'ben');
    assert.deepEqual(
      sidecarOf(other, MAIN).tags.map(({ start, quote }: { start: number; quote: string }) => [
        start,
        quote,
      ]),
      [
        [11, 'Ann Smith'],
        [29, 'Jones'],
        [38, 'Tartu'],
      ],
    );
    other.stop();
  });
});

describe('glossator.adopt', () => {
  it('takes over what all layers have alike, in one step', async () => {
    const client = await open(three);
    const { ids, sidecars } = await execute(client, 'glossator.adopt', { uri, agreed: all });
    assert.equal(ids.length, 2);
    assert.deepEqual(sidecars, [`${ROOT}/${MAIN}`]);
    const { tags } = sidecarOf(client, MAIN);
    assert.equal(said(tags), 'PER Ann Smith + LOC Tartu');
    assert.deepEqual(
      tags.map(({ by }: { by: string }) => by),
      ['ann', 'ann'],
    );
    assert.equal(counts(await ask(client)), 'ann,ben,cas: 0 agreed, 0 of 2 decided');
    assert.deepEqual((await execute(client, 'glossator.adopt', { uri, agreed: all })).ids, []);
    await execute(client, 'glossator.undo', { uri });
    assert.equal(said(sidecarOf(client, MAIN).tags), '');
    assert.equal((await ask(client)).agreed, 2);
    client.stop();
  });

  it('takes a version over, or turns all down, and the place counts as decided', async () => {
    const client = await open(three);
    await choose(client, 0, 'ben');
    assert.equal(said(sidecarOf(client, MAIN).tags), 'ORG Jones');
    assert.equal(said((await ask(client, { at: 0 })).place?.decided ?? []), 'ORG Jones');
    assert.equal((await ask(client, { at: 0, open: true })).place?.at, 1);
    await choose(client, 1, '', true);
    assert.equal((await ask(client, { at: 0, open: true })).place, undefined);
    const monday = sidecarOf(client, MAIN).tags.at(-1);
    assert.deepEqual([monday.quote, monday.status, monday.by], ['Monday', 'rejected', 'ben']);
    assert.equal((await ask(client, { at: 1 })).place?.decided[0]?.review, 'rejected');
    await execute(client, 'glossator.undo', { uri });
    assert.equal((await ask(client, { at: 0, open: true })).place?.at, 1);
    client.stop();
  });

  it('decides again instead of what was decided before, and one undo brings that back', async () => {
    const client = await open(three);
    await choose(client, 0, 'ben');
    await choose(client, 0, 'ann,cas');
    assert.equal(said(sidecarOf(client, MAIN).tags), 'PER Ben Jones');
    await choose(client, 0, '', true);
    const down = sidecarOf(client, MAIN).tags;
    assert.deepEqual(
      down.map(({ status }: { status: string }) => status),
      ['rejected', 'rejected'],
    );
    await execute(client, 'glossator.undo', { uri });
    const [{ label, status }, ...others] = sidecarOf(client, MAIN).tags;
    assert.deepEqual([label, status, others.length], ['PER', undefined, 0]);
    client.stop();
  });

  it('brings relations along', async () => {
    const client = await open(three);
    const tags = await tagsIn(client, 'a.txt');
    const idOf = (quote: string) =>
      tags.find((tag) => tag.layer === 'cas' && tag.quote === quote)?.id;
    const [id, to] = [idOf('Ben Jones'), idOf('Tartu')];
    await execute(client, 'glossator.relate', { uri, id, to, label: 'in', layer: 'cas' });
    await execute(client, 'glossator.adopt', { uri, agreed: all });
    await execute(client, 'glossator.adopt', { uri, tags: [{ layer: 'cas', ids: [id] }] });
    const { relations, tags: own } = sidecarOf(client, MAIN);
    const quote = (wanted: string) => own.find((tag: { id: string }) => tag.id === wanted)?.quote;
    assert.deepEqual(
      relations.map((one: { from: string; to: string }) => [quote(one.from), quote(one.to)]),
      [['Ben Jones', 'Tartu']],
    );
    client.stop();
  });

  it('leaves a doubtful tag in doubt: it keeps the words that were tagged', async () => {
    const client = await open(three);
    await client.change('a.txt', [{ range: rangeOf(TEXT, 'Smi'), text: 'Sm' }]);
    await client.change('a.txt', [{ range: rangeOf('Ann Smth', 'mt'), text: 'mot' }]);
    const before = (await shownTags(client, 'a.txt')).filter((tag) => tag.includes('Smoth'));
    assert.deepEqual(before, Array(3).fill('PER:Ann Smoth (changed)'));
    await execute(client, 'glossator.adopt', { uri, agreed: all });
    const [main] = (await tagsIn(client, 'a.txt')).filter(({ layer }) => layer === undefined);
    assert.deepEqual([main.status, main.quote], ['changed', 'Ann Smith']);
    client.stop();
  });

  it('refuses what is gone, unreadable or no argument of it', async () => {
    const client = await open({ ann: ['PER Ann Smith'] }, { 'a.txt.dan.tags.json': '{' });
    const refused = (argument: object, why: RegExp) =>
      assert.rejects(execute(client, 'glossator.adopt', { uri, ...argument }), why);
    await refused({}, /needs “tags” or “agreed”/);
    const alone = await execute(client, 'glossator.adopt', { uri, agreed: ['ann'] });
    assert.deepEqual(alone.ids, []);
    await refused({ agreed: true }, /“agreed” must be a list of .*layers’ names/);
    await refused({ agreed: ['ann', 'ben'] }, /no longer there/);
    await refused({ tags: [{ layer: '../ann', ids: [] }] }, /“tags” must be a list of objects/);
    await refused({ tags: [{ layer: 'ann', ids: ['nobody'] }] }, /no longer there/);
    await refused({ tags: [{ layer: 'ben', ids: ['nobody'] }] }, /no longer there/);
    await refused({ tags: [{ layer: 'dan', ids: ['nobody'] }] }, /cannot be read/);
    assert.equal(client.content(MAIN), undefined);
    const [{ id }] = await tagsIn(client, 'a.txt');
    await client.writeOutside(MAIN, '{');
    await refused({ tags: [{ layer: 'ann', ids: [id] }] }, /cannot be read/);
    assert.equal(client.content(MAIN), '{');
    client.stop();
  });

  it('takes what a layer holds now, though somebody else has just written it', async () => {
    const client = await open(three);
    const [{ id }] = (await tagsIn(client, 'a.txt')).filter(({ layer }) => layer === 'ben');
    const name = 'a.txt.ben.tags.json';
    const source = client.content(name) ?? '';
    client.files.set(`${ROOT}/${name}`, source.replace('"label": "PER"', '"label": "MISC"'));
    await execute(client, 'glossator.adopt', { uri, tags: [{ layer: 'ben', ids: [id] }] });
    assert.equal(said(sidecarOf(client, MAIN).tags), 'MISC Ann Smith');
    client.stop();
  });

  it('takes no tag that its layer has rejected meanwhile', async () => {
    const client = await open(three);
    const [{ id }] = (await tagsIn(client, 'a.txt')).filter(({ layer }) => layer === 'ben');
    await execute(client, 'glossator.reject', { uri, id, layer: 'ben' });
    const adopted = execute(client, 'glossator.adopt', {
      uri,
      tags: [{ layer: 'ben', ids: [id] }],
    });
    await assert.rejects(adopted, /no longer there/);
    client.stop();
  });

  it('accepts nothing for a layer that cannot be read any more', async () => {
    const client = await open(three);
    await execute(client, 'glossator.tag', {
      uri,
      range: rangeOf(TEXT, 'Monday'),
      label: 'DATE',
      layer: 'ann',
    });
    client.files.set(`${ROOT}/a.txt.cas.tags.json`, '<<<<<<< HEAD\n');
    const adopted = execute(client, 'glossator.adopt', { uri, agreed: all });
    await assert.rejects(adopted, /cas\.tags\.json cannot be read/);
    assert.equal(client.content(MAIN), undefined);
    client.stop();
  });

  it('lets the words of a tag that was turned down be tagged by hand', async () => {
    const client = await open(three);
    await choose(client, 1, '', true);
    const { ids } = await tagWords(client, 'a.txt', 'Monday', 'DATE');
    const [{ id, status }, ...others] = sidecarOf(client, MAIN).tags;
    assert.deepEqual([ids, status, others], [[id], 'accepted', []]);
    await execute(client, 'glossator.undo', { uri });
    assert.equal(sidecarOf(client, MAIN).tags[0].status, 'rejected');
    client.stop();
  });
});
