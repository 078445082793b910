import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { shownTags, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = `The minister met Putin in Ankara on Monday.
Nothing else was said about the meeting at all.

Later Putin left Ankara for Moscow, where he spoke about the war in the south of the country.
`;
const SIDECAR = 'a.txt.tags.json';
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let client: TestClient;
afterEach(() => client.stop());

/** Opens the text with four tags in it. */
async function begin(): Promise<void> {
  client = new TestClient({ 'a.txt': TEXT, 'glossator.json': '{"glossator": 1}' });
  await client.start();
  await client.open('a.txt');
  await tagWords(client, 'a.txt', 'minister', 'MISC');
  await tagWords(client, 'a.txt', 'Ankara', 'LOC');
  await tagWords(client, 'a.txt', 'Putin', 'PER', { nth: 2 });
  await tagWords(client, 'a.txt', 'Moscow', 'LOC');
}

/** Opens the sidecar in an editor; the server has seen that once it answers the next request. */
async function openSidecar(): Promise<void> {
  await client.open(SIDECAR, 'glossator-tags');
  await tagsIn(client, 'a.txt');
}

const all = ['MISC:minister', 'LOC:Ankara', 'PER:Putin', 'LOC:Moscow'];

/** Another program writes the file, and the editor, which has nothing unsaved in it, reads it again. */
async function reread(name: string, text: string): Promise<void> {
  const before = client.content(name) ?? '';
  await client.writeOutside(name, text);
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let behind = 0;
  const most = Math.min(before.length, text.length) - start;
  while (behind < most && before.at(-1 - behind) === text.at(-1 - behind)) behind++;
  const position = (offset: number) => {
    const lines = before.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
  };
  const range = { start: position(start), end: position(before.length - behind) };
  await client.change(name, [{ range, text: text.slice(start, text.length - behind) }]);
}

async function settled(expected: string[]): Promise<void> {
  let shown: string[] = [];
  for (let tries = 0; tries < 100; tries++) {
    shown = (await shownTags(client, 'a.txt')).map((tag) => tag.replace(/ \(moved\)$/, ''));
    if (String(shown) === String(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.deepEqual(shown, expected);
}

describe('a text that somebody else changed while it is open', () => {
  const pulled = TEXT.replace('The minister', 'On Tuesday, as we hear, the minister')
    .replace('\n\nLater', '\n\nA paragraph that was put in.\n\nMuch later')
    .replace('spoke about', 'talked about');

  it('has every tag found again in a short text too', async () => {
    const short = 'Putin met Erdoğan in Ankara, as Ankara says.\n';
    client = new TestClient({ 'a.txt': short, 'glossator.json': '{"glossator": 1}' });
    await client.start();
    await client.open('a.txt');
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    await tagWords(client, 'a.txt', 'Ankara', 'LOC');
    await reread('a.txt', 'Yesterday Putin saw Erdoğan in Ankara, as TASS says.\n');
    await settled(['PER:Erdoğan', 'LOC:Ankara']);
  });

  it('has every tag found again, though the editor gave one great edit', async () => {
    await begin();
    await reread('a.txt', pulled);
    await settled(all);
  });

  it('has its tags back when the change is taken back', async () => {
    await begin();
    const gone = `${'Quite another text that has none of the words. '.repeat(8)}\n`;
    await reread('a.txt', gone);
    await settled(['MISC:lost minister', 'LOC:lost Ankara', 'PER:lost Putin', 'LOC:lost Moscow']);
    await reread('a.txt', TEXT);
    await settled(all);
    assert.ok((await tagsIn(client, 'a.txt')).every(({ status }) => status === 'exact'));
  });

  it('loses the tags that a person replaced, since that person saw them go', async () => {
    await begin();
    const range = { ...top, end: { line: 5, character: 0 } };
    await client.change('a.txt', [{ range, text: pulled }]);
    const shown = await shownTags(client, 'a.txt');
    assert.equal(shown.filter((tag) => tag.includes('lost')).length, 4);
  });

  it('keeps a lost tag in the sidecar, with its quote, when it is saved', async () => {
    await begin();
    await client.change('a.txt', [{ range: rangeOf(TEXT, ' in Ankara'), text: '' }]);
    await client.save('a.txt');
    const lost = () =>
      sidecarOf(client, SIDECAR).tags.find(({ quote }: { quote: string }) => quote === 'Ankara');
    await client.until(() => lost().start === lost().end, 'the tag to be kept as lost');
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'MISC:minister',
      'LOC:lost Ankara',
      'PER:Putin',
      'LOC:Moscow',
    ]);
  });
});

describe('a text that was changed while nobody looked', () => {
  it('has its tags found when it is opened', async () => {
    await begin();
    const sidecar = client.content(SIDECAR) ?? '';
    client.stop();
    const changed = TEXT.replace('The minister', 'Our minister').replace(' in Ankara', '');
    client = new TestClient({ 'a.txt': changed, [SIDECAR]: sidecar });
    await client.start();
    await client.open('a.txt');
    await settled(['MISC:minister', 'LOC:lost Ankara', 'PER:Putin', 'LOC:Moscow']);
  });
});

describe('a sidecar that somebody else changed', () => {
  it('is shown as it is now', async () => {
    await begin();
    await client.writeOutside(SIDECAR, (client.content(SIDECAR) ?? '').replace('MISC', 'ROLE'));
    await settled(['ROLE:minister', 'LOC:Ankara', 'PER:Putin', 'LOC:Moscow']);
  });

  it('came with its text: the offsets it has for that text hold, whichever comes first', async () => {
    await begin();
    const sidecar = client.content(SIDECAR) ?? '';
    const text = `Putin. Putin. ${'And so on and on. '.repeat(12)}${TEXT}`;
    client.stop();
    client = new TestClient({ 'a.txt': text, [SIDECAR]: sidecar });
    await client.start();
    await client.open('a.txt');
    await tagWords(client, 'a.txt', 'Putin', 'PER', { nth: 2 });
    const later = client.content(SIDECAR) ?? '';
    client.stop();
    for (const order of [
      ['a.txt', SIDECAR],
      [SIDECAR, 'a.txt'],
    ]) {
      await begin();
      for (const name of order) {
        if (name === 'a.txt') await reread(name, text);
        else await client.writeOutside(name, later);
      }
      await settled(['PER:Putin', ...all]);
      client.stop();
    }
  });

  it('is merged with what its editor holds unsaved, tag by tag', async () => {
    await begin();
    await openSidecar();
    const base = client.content(SIDECAR) ?? '';
    await client.change(SIDECAR, [{ text: base.replace('MISC', 'ROLE') }]);
    const other = JSON.parse(base);
    other.tags.push({
      ...other.tags[0],
      id: 'other123',
      label: 'WHO',
      start: 17,
      end: 22,
      quote: 'Putin',
    });
    other.tags = other.tags.filter(({ quote }: { quote: string }) => quote !== 'Moscow');
    await client.writeOutside(SIDECAR, JSON.stringify(other));
    await client.until(() => (client.content(SIDECAR) ?? '').includes('other123'), 'the merge');
    await settled(['ROLE:minister', 'WHO:Putin', 'LOC:Ankara', 'PER:Putin']);
    const merged = () =>
      client.notified
        .filter(({ method }) => method === 'glossator/sidecarsEdited')
        .flatMap(({ params }) => (params as { merged: string[] }).merged);
    await client.until(() => merged().length > 0, 'the request to save');
    assert.deepEqual(merged(), [`${ROOT}/${SIDECAR}`]);
  });

  it('is merged by the next command where the editor has not read it again yet', async () => {
    await begin();
    await openSidecar();
    const base = client.content(SIDECAR) ?? '';
    client.files.set(`${ROOT}/${SIDECAR}`, base.replace('MISC', 'ROLE'));
    const { merged } = await tagWords(client, 'a.txt', 'Monday', 'DATE');
    assert.deepEqual(merged, [`${ROOT}/${SIDECAR}`]);
    await settled(['ROLE:minister', 'LOC:Ankara', 'DATE:Monday', 'PER:Putin', 'LOC:Moscow']);
  });

  it('is not written over where it can no longer be read', async () => {
    await begin();
    await openSidecar();
    const base = client.content(SIDECAR) ?? '';
    await client.change(SIDECAR, [{ text: base.replace('MISC', 'ROLE') }]);
    await client.writeOutside(SIDECAR, '{"glossator": 1, "tags": [');
    await assert.rejects(tagWords(client, 'a.txt', 'Monday', 'DATE'), /cannot be read/);
    assert.equal(client.content(SIDECAR), base.replace('MISC', 'ROLE'));
    await client.until(
      () =>
        (client.diagnostics.get(`${ROOT}/${SIDECAR}`) ?? []).some(({ message }) =>
          /changed on disk/.test(String(message)),
        ),
      'a finding',
    );
  });
});

describe('a server that was killed', () => {
  it('carries on over what is unsaved in text and sidecar', async () => {
    await begin();
    await openSidecar();
    await client.change('a.txt', [{ range: top, text: 'As we hear, ' }]);
    await tagWords(client, 'a.txt', 'Monday', 'DATE');
    await client.change('a.txt', [{ range: top, text: 'So, ' }]);
    const before = await shownTags(client, 'a.txt');
    await client.restart();
    await settled(before);
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    await client.save('a.txt');
    await client.save(SIDECAR);
    const content = client.content('a.txt') ?? '';
    await client.until(
      () =>
        sidecarOf(client, SIDECAR).tags.every(
          ({ start, end, quote }: { start: number; end: number; quote: string }) =>
            content.slice(start, end) === quote,
        ),
      'sidecar and text to fit',
    );
    assert.equal(sidecarOf(client, SIDECAR).tags.length, 6);
  });
});
