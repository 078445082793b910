import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { execute, shownTags, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, TestClient } from './harness.ts';

const TEXT = 'Putin met Erdoğan in Ankara on Monday, before the war.\n';
const SIDECAR = 'a.txt.tags.json';
const uri = `${ROOT}/${SIDECAR}`;

let client: TestClient;
afterEach(() => client.stop());

/** A text with three tags, its sidecar in an editor and on disk. */
async function begin(): Promise<void> {
  client = new TestClient({ 'a.txt': TEXT });
  await client.start();
  await client.open('a.txt');
  for (const word of ['Putin', 'Erdoğan', 'Ankara']) await tagWords(client, 'a.txt', word, 'X');
  await client.open(SIDECAR, 'glossator-tags');
  await tagsIn(client, 'a.txt');
}

const gone = () => client.until(() => tagsChanged() > 0, 'the news that the tags changed');
const tagsChanged = () =>
  client.notified.filter(({ method }) => method === 'glossator/tagsChanged').length;

/** Another program deletes the sidecar, and the server has noticed. */
async function deleteSidecar(): Promise<void> {
  client.notified.length = 0;
  await client.writeOutside(SIDECAR, null);
  await gone();
}

describe('a sidecar that is deleted on disk while an editor holds it', () => {
  it('takes its tags along, and the next tag does not bring them back', async () => {
    await begin();
    await deleteSidecar();
    assert.deepEqual(await shownTags(client, 'a.txt'), []);
    const { merged } = await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.deepEqual(merged, []);
    assert.deepEqual(await shownTags(client, 'a.txt'), ['EVENT:war']);
    await client.save(SIDECAR);
    await tagWords(client, 'a.txt', 'Monday', 'DATE');
    assert.deepEqual(await shownTags(client, 'a.txt'), ['DATE:Monday', 'EVENT:war']);
  });

  it('is not made again when the text is saved', async () => {
    await begin();
    await deleteSidecar();
    const before = client.content(SIDECAR);
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await client.change('a.txt', [{ range: top, text: 'So ' }]);
    await client.save('a.txt');
    await assert.rejects(execute(client, 'glossator.untag', { uri: `${ROOT}/a.txt`, id: 'none' }));
    assert.equal(client.content(SIDECAR), before);
    assert.equal(client.files.has(uri), false);
  });

  it('keeps what is unsaved in its editor; what both sides touched a person decides', async () => {
    await begin();
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    const [{ id }] = sidecarOf(client, SIDECAR).tags;
    await execute(client, 'glossator.relabel', { uri: `${ROOT}/a.txt`, id, label: 'PER' });
    await deleteSidecar();
    await client.until(() => sidecarOf(client, SIDECAR).tags.length === 2, 'the merge');
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Putin', 'EVENT:war']);
    assert.ok((await client.codes('a.txt')).includes('sidecar/conflict'));
  });

  it('has its tags again when it is there again', async () => {
    await begin();
    const content = client.content(SIDECAR) ?? '';
    await deleteSidecar();
    await client.writeOutside(SIDECAR, content);
    assert.deepEqual(await shownTags(client, 'a.txt'), ['X:Putin', 'X:Erdoğan', 'X:Ankara']);
  });

  it('counts as deleted only if it stays away: git removes a file before it writes it', async () => {
    await begin();
    const content = client.content(SIDECAR) ?? '';
    client.files.delete(uri);
    client.beforeReading = (read) => {
      if (read !== uri) return;
      client.beforeReading = () => client.files.set(uri, content);
    };
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'X:Putin',
      'X:Erdoğan',
      'X:Ankara',
      'EVENT:war',
    ]);
  });

  it('does not count as deleted where its folder cannot be read either', async () => {
    await begin();
    const files = [...client.files];
    client.files.clear();
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    for (const [name, content] of files) client.files.set(name, content);
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'X:Putin',
      'X:Erdoğan',
      'X:Ankara',
      'EVENT:war',
    ]);
  });

  it('was never there where an editor holds it before its first save', async () => {
    client = new TestClient({ 'a.txt': TEXT });
    await client.start();
    await client.open('a.txt');
    await client.open(SIDECAR, 'glossator-tags');
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Putin', 'EVENT:war']);
  });
});

describe('a sidecar that an editor is just writing in place', () => {
  it('is empty for a moment, which takes no tag away', async () => {
    await begin();
    client.files.set(uri, '');
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.equal((await shownTags(client, 'a.txt')).length, 4);
  });

  it('is half written for a moment: the change waits until it can be read', async () => {
    await begin();
    const whole = client.content(SIDECAR) ?? '';
    client.files.set(uri, whole.slice(0, 200));
    let reads = 0;
    client.beforeReading = (read) => {
      if (read === uri && ++reads === 3) client.files.set(uri, whole);
    };
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.equal((await shownTags(client, 'a.txt')).length, 4);
  });
});
