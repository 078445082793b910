import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  type CommandResult,
  ServerCommand,
  type TagsResult,
} from '../../../server/src/protocol.ts';
import { rangeOf, TestClient } from './harness.ts';

const TEXT = 'Putin met Erdoğan in Ankara.\n\nLater Putin left Ankara.\n';
const SIDECAR = 'a.txt.tags.json';

let client: TestClient;
afterEach(() => client.stop());

async function begin(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  client = new TestClient({ 'a.txt': TEXT, ...files });
  await client.start();
  return client.open('a.txt');
}

function execute(command: string, argument: unknown): Promise<CommandResult> {
  return client.request('workspace/executeCommand', { command, arguments: [argument] });
}

/** The sidecar as the person sees it, parsed. */
function sidecar(name = SIDECAR) {
  return JSON.parse(client.content(name) ?? 'null');
}

function tag(uri: string, words: string, label: string, nth = 1, more = {}) {
  const range = rangeOf(client.content('a.txt') ?? '', words, nth);
  return execute(ServerCommand.tag, { uri, range, label, ...more });
}

describe('tagging by way of the client', () => {
  it('makes the sidecar and answers with the new tag’s id', async () => {
    const uri = await begin();
    const { ids, sidecars } = await tag(uri, 'Erdoğan', 'PER', 1, { by: 'ann' });
    assert.equal(ids.length, 1);
    assert.deepEqual(sidecars, [`${uri}.tags.json`]);
    const [made] = sidecar().tags;
    assert.equal(made.id, ids[0]);
    assert.deepEqual(
      [made.label, made.start, made.end, made.quote, made.by],
      ['PER', 10, 17, 'Erdoğan', 'ann'],
    );
    assert.equal(made.prefix, 'Putin met ');
    assert.equal(sidecar().text.length, TEXT.length);
  });

  it('makes the same tag once only, but another label or entity is another tag', async () => {
    const uri = await begin();
    await tag(uri, 'Putin', 'PER');
    assert.deepEqual((await tag(uri, 'Putin', 'PER')).ids, []);
    await tag(uri, 'Putin', 'MISC');
    await tag(uri, 'Putin', 'PER', 1, { entity: 'vladimir-putin' });
    assert.equal(sidecar().tags.length, 3);
    // What made nothing leaves nothing to take back: undo goes to the last tag that was made.
    await tag(uri, 'Putin', 'MISC');
    await execute(ServerCommand.undo, { uri });
    const { tags } = sidecar();
    assert.deepEqual(tags.map(({ label }: { label: string }) => label).sort(), ['MISC', 'PER']);
    assert.ok(tags.every(({ entity }: { entity?: string }) => entity === undefined));
  });

  it('grows a selection to whole tokens, and leaves it as it is where that is asked for', async () => {
    const uri = await begin();
    await tag(uri, 'ut', 'PER');
    await tag(uri, 'nka', 'LOC', 1, { exact: true });
    assert.deepEqual(
      sidecar().tags.map(({ quote }: { quote: string }) => quote),
      ['Putin', 'nka'],
    );
  });

  it('tags the word at a bare cursor, and refuses where there is none', async () => {
    const uri = await begin();
    const cursor = { line: 0, character: 12 };
    await execute(ServerCommand.tag, { uri, range: { start: cursor, end: cursor }, label: 'PER' });
    assert.equal(sidecar().tags[0].quote, 'Erdoğan');
    const blank = { line: 1, character: 0 };
    await assert.rejects(
      execute(ServerCommand.tag, { uri, range: { start: blank, end: blank }, label: 'PER' }),
      /no text to tag/,
    );
  });

  it('adds exactly one line to the sidecar for one more tag', async () => {
    const uri = await begin();
    await tag(uri, 'Ankara', 'LOC', 1);
    await tag(uri, 'Ankara', 'LOC', 2);
    const before = (client.content(SIDECAR) ?? '').split('\n');
    await tag(uri, 'Erdoğan', 'PER');
    const after = (client.content(SIDECAR) ?? '').split('\n');
    const added = after.filter((line) => !before.includes(line));
    assert.equal(added.length, 1);
    assert.equal(after.length, before.length + 1);
  });

  it('relabels, links, notes, describes, judges and removes a tag', async () => {
    const uri = await begin();
    const { ids } = await tag(uri, 'Putin', 'LOC');
    const [id] = ids;
    await execute(ServerCommand.relabel, { uri, id, label: 'PER' });
    await execute(ServerCommand.link, { uri, id, entity: 'vladimir-putin' });
    await execute(ServerCommand.note, { uri, id, note: 'head of state' });
    await execute(ServerCommand.attribute, { uri, id, name: 'sure', value: true });
    await execute(ServerCommand.attribute, { uri, id, name: 'role', value: 'speaker' });
    await execute(ServerCommand.attribute, { uri, id, name: 'role', value: null });
    await execute(ServerCommand.reject, { uri, id });
    const [changed] = sidecar().tags;
    assert.deepEqual(
      [changed.label, changed.entity, changed.note, changed.attributes, changed.status],
      ['PER', 'vladimir-putin', 'head of state', { sure: true }, 'rejected'],
    );
    await execute(ServerCommand.untag, { uri, id });
    assert.deepEqual(sidecar().tags, []);
  });

  it('tags all mentions in every text of the corpus, once', async () => {
    const uri = await begin({ 'b.txt': 'Putin again. Rasputin is another.' });
    const { ids } = await tag(uri, 'Putin', 'PER');
    await execute(ServerCommand.tagAll, { uri, id: ids[0] });
    assert.deepEqual(
      sidecar().tags.map(({ start }: { start: number }) => start),
      [0, 36],
    );
    assert.deepEqual(
      sidecar('b.txt.tags.json').tags.map(({ quote, start }: { quote: string; start: number }) => [
        quote,
        start,
      ]),
      [['Putin', 0]],
    );
    const again = await execute(ServerCommand.tagAll, { uri, id: ids[0] });
    assert.deepEqual(again.ids, []);
  });

  it('takes back what a command did to other texts only', async () => {
    const uri = await begin({ 'b.txt': 'Erdoğan again, and Erdoğan.' });
    const { ids } = await tag(uri, 'Erdoğan', 'PER');
    await execute(ServerCommand.tagAll, { uri, id: ids[0] });
    assert.equal(sidecar('b.txt.tags.json').tags.length, 2);
    await execute(ServerCommand.undo, { uri });
    assert.equal(sidecar('b.txt.tags.json').tags.length, 0);
    assert.equal(sidecar().tags.length, 1);
  });

  it('takes the last change back, and the one before it', async () => {
    const uri = await begin();
    const { ids } = await tag(uri, 'Putin', 'LOC');
    await execute(ServerCommand.relabel, { uri, id: ids[0], label: 'PER' });
    await execute(ServerCommand.undo, { uri });
    assert.equal(sidecar().tags[0].label, 'LOC');
    await execute(ServerCommand.undo, { uri });
    assert.deepEqual(sidecar().tags, []);
    await assert.rejects(execute(ServerCommand.undo, { uri }), /no tag change/);
  });

  it('takes the commands of one step back together, whatever ran between them', async () => {
    const uri = await begin();
    const { ids } = await tag(uri, 'Putin', 'LOC', 1, { step: 'one' });
    await tag(uri, 'Ankara', 'LOC', 1, { step: 'two' });
    await execute(ServerCommand.relabel, { uri, id: ids[0], label: 'PER', step: 'one' });
    await tag(uri, 'Putin', 'PER', 2, { step: 'one', layer: 'bob' });
    await tag(uri, 'Putin', 'PER', 2, { step: 'one' });
    const left = () => sidecar().tags.map(({ quote }: { quote: string }) => quote);
    assert.deepEqual(left(), ['Putin', 'Ankara', 'Putin']);
    await execute(ServerCommand.undo, { uri });
    assert.deepEqual(left(), ['Ankara']);
    assert.deepEqual(sidecar('a.txt.bob.tags.json').tags, []);
    await execute(ServerCommand.undo, { uri });
    assert.deepEqual(left(), []);
    await assert.rejects(execute(ServerCommand.undo, { uri }), /no tag change/);
  });

  it('writes a layer into a file of its own, and refuses a name that would leave the folder', async () => {
    const uri = await begin();
    await tag(uri, 'Putin', 'PER', 1, { layer: 'bob' });
    assert.equal(sidecar('a.txt.bob.tags.json').tags.length, 1);
    assert.equal(client.content(SIDECAR), undefined);
    await assert.rejects(tag(uri, 'Putin', 'PER', 1, { layer: '../x' }), /layer/);
  });

  it('changes nothing where the editor refuses the edit', async () => {
    const uri = await begin();
    client.refuseEdits = true;
    await assert.rejects(tag(uri, 'Putin', 'PER'), /did not take/);
    client.refuseEdits = false;
    const { tags } = await client.request<TagsResult>('glossator/tags', { textDocument: { uri } });
    assert.deepEqual(tags, []);
  });
});

describe('sidecars that must not be written', () => {
  for (const [what, content] of Object.entries({
    'no JSON': '{"glossator": 1, "tags": [',
    'of another version': '{"glossator": 99, "tags": []}',
    'empty but for a bracket': '[',
  })) {
    it(`leaves one that is ${what} as it is, and says so`, async () => {
      const uri = await begin({ [SIDECAR]: content });
      await assert.rejects(tag(uri, 'Putin', 'PER'), /cannot be read/);
      assert.equal(client.content(SIDECAR), content);
      assert.ok((await client.codes(SIDECAR)).includes('sidecar/invalid'));
    });
  }

  it('refuses to tag a text that is not UTF-8', async () => {
    const uri = await begin({ 'latin.txt': Uint8Array.of(0x45, 0x72, 0x64, 0x6f, 0xf0) });
    const latin = uri.replace('a.txt', 'latin.txt');
    await client.open('latin.txt');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    await assert.rejects(execute(ServerCommand.tag, { uri: latin, range, label: 'PER' }), /UTF-8/);
    assert.equal(client.content('latin.txt.tags.json'), undefined);
  });
});

describe('tags of a text that is edited', () => {
  it('follow the text, and the sidecar follows when the text is saved', async () => {
    const uri = await begin();
    await tag(uri, 'Erdoğan', 'PER');
    const start = { line: 0, character: 0 };
    await client.change('a.txt', [{ range: { start, end: start }, text: 'Today ' }]);
    const { tags } = await client.request<TagsResult>('glossator/tags', { textDocument: { uri } });
    assert.deepEqual([tags[0].range.start.character, tags[0].status], [16, 'exact']);
    await client.save('a.txt');
    await client.until(() => sidecar().tags[0].start === 16, 'the sidecar to follow');
    assert.equal(sidecar().text.length, TEXT.length + 6);
    assert.equal(sidecar().tags[0].prefix, 'Today Putin met ');
  });

  it('are lost with their text, stay in the sidecar, and come back with it', async () => {
    const uri = await begin();
    await tag(uri, 'Erdoğan', 'PER');
    const range = rangeOf(TEXT, 'Erdoğan ');
    const tags = () => client.request<TagsResult>('glossator/tags', { textDocument: { uri } });
    await client.change('a.txt', [{ range, text: '' }]);
    assert.equal((await tags()).tags[0].status, 'lost');
    assert.equal((await tags()).tags[0].quote, 'Erdoğan');
    await client.save('a.txt');
    assert.equal(sidecar().tags.length, 1);
    const at = range.start;
    await client.change('a.txt', [{ range: { start: at, end: at }, text: 'Erdoğan ' }]);
    const [back] = (await tags()).tags;
    assert.equal(back.status, 'exact');
    assert.deepEqual(back.range, rangeOf(TEXT, 'Erdoğan'));
  });

  it('take in what somebody else wrote into the sidecar meanwhile', async () => {
    const uri = await begin();
    await tag(uri, 'Putin', 'PER');
    const other = sidecar();
    other.tags.push({ ...other.tags[0], id: 'other123', start: 10, end: 17, quote: 'Erdoğan' });
    await client.writeOutside(SIDECAR, JSON.stringify(other));
    await tag(uri, 'Ankara', 'LOC');
    assert.deepEqual(
      sidecar().tags.map(({ quote }: { quote: string }) => quote),
      ['Putin', 'Erdoğan', 'Ankara'],
    );
  });
});
