import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { execute, sidecarOf, tagsIn, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = 'Oleg Syromolotov met Putin in Ankara.\n\nLater Syromolotov left.\n';
const REGISTRY = 'entities.json';
const uri = `${ROOT}/a.txt`;

let client: TestClient;
afterEach(() => client.stop());

async function begin(registry?: string): Promise<void> {
  client = new TestClient({
    'a.txt': TEXT,
    'glossator.json': '{"glossator": 1}',
    ...(registry !== undefined && { [REGISTRY]: registry }),
  });
  await client.start();
  await client.open('a.txt');
}

const known = `{
  "glossator": 1,
  "entities": [
    {"id": "vladimir-putin", "type": "PER", "name": "Vladimir Putin", "aliases": ["Putin"]}
  ]
}
`;

describe('a record made from a mention', () => {
  it('makes the registry where there is none, and links the tag', async () => {
    await begin();
    const { ids } = await tagWords(client, 'a.txt', 'Oleg Syromolotov', 'PER');
    const made = await execute(client, 'glossator.createEntity', { uri, id: ids[0] });
    assert.equal(made.entity, 'oleg-syromolotov');
    assert.deepEqual(made.ids, ids);
    assert.deepEqual(made.sidecars, [`${ROOT}/${REGISTRY}`, `${uri}.tags.json`]);
    assert.deepEqual(JSON.parse(client.content(REGISTRY) ?? '').entities, [
      { id: 'oleg-syromolotov', type: 'PER', name: 'Oleg Syromolotov', aliases: [] },
    ]);
    assert.equal((await tagsIn(client, 'a.txt'))[0].entity, 'oleg-syromolotov');
  });

  it('is one more line in a registry that is there', async () => {
    await begin(known);
    const range = rangeOf(TEXT, 'Syromolotov', 2);
    const name = 'Oleg Syromolotov';
    await execute(client, 'glossator.createEntity', { uri, range, name, type: 'PER' });
    const lines = (client.content(REGISTRY) ?? '').split('\n');
    assert.equal(lines.length, known.split('\n').length + 1);
    const { entities } = JSON.parse(lines.join('\n'));
    assert.deepEqual(entities[1], {
      id: 'oleg-syromolotov',
      type: 'PER',
      name,
      aliases: ['Syromolotov'],
    });
  });

  it('has an id of its own where the name is taken, and refuses an id that is', async () => {
    await begin(known);
    const range = rangeOf(TEXT, 'Putin');
    const name = 'Vladimir Putin';
    const made = await execute(client, 'glossator.createEntity', { uri, range, name });
    assert.equal(made.entity, 'vladimir-putin-2');
    const taken = { uri, range, entityId: 'vladimir-putin' };
    await assert.rejects(execute(client, 'glossator.createEntity', taken), /already/);
  });

  for (const broken of ['{"entities": [', '{"glossator": 9, "entities": []}', '[]']) {
    it(`is refused where the registry is ${broken}`, async () => {
      await begin(broken);
      const range = rangeOf(TEXT, 'Putin');
      await assert.rejects(
        execute(client, 'glossator.createEntity', { uri, range }),
        /entities\.json cannot be read/,
      );
      assert.equal(client.content(REGISTRY), broken);
    });
  }
});

describe('an alias read off the text', () => {
  it('is added to its entity, and recognised from then on', async () => {
    await begin(known);
    const range = rangeOf(TEXT, 'Ankara');
    await execute(client, 'glossator.addAlias', { uri, range, entity: 'vladimir-putin' });
    assert.match(client.content(REGISTRY) ?? '', /"aliases": \["Putin", "Ankara"\]/);
    await client.until(
      () => client.notified.filter(({ method }) => method === 'glossator/corpusChanged').length > 1,
      'the corpus to be read again',
    );
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: range.start,
    });
    assert.match(JSON.stringify(hover), /Vladimir Putin/);
  });

  it('is refused where it is known, and for an entity that is not', async () => {
    await begin(known);
    const range = rangeOf(TEXT, 'Putin');
    const add = (entity: string) => execute(client, 'glossator.addAlias', { uri, range, entity });
    await assert.rejects(add('vladimir-putin'), /already/);
    await assert.rejects(add('nobody'), /no entity “nobody”/);
    assert.equal(client.content(REGISTRY), known);
  });
});

describe('renaming an entity', () => {
  it('is refused as long as a sidecar that names it cannot be read', async () => {
    await begin(known);
    const { ids } = await tagWords(client, 'a.txt', 'Putin', 'PER');
    await execute(client, 'glossator.link', { uri, id: ids[0], entity: 'vladimir-putin' });
    client.files.set(`${ROOT}/b.txt.tags.json`, '{"tags": [{"entity": "vladimir-putin"');
    const rename = client.request('textDocument/rename', {
      textDocument: { uri },
      position: rangeOf(TEXT, 'Putin').start,
      newName: 'putin',
    });
    await assert.rejects(rename, /b\.txt\.tags\.json cannot be read/);
  });

  it('changes the registry and every sidecar', async () => {
    await begin(known);
    const { ids } = await tagWords(client, 'a.txt', 'Putin', 'PER');
    await execute(client, 'glossator.link', { uri, id: ids[0], entity: 'vladimir-putin' });
    client.files.set(`${ROOT}/b.txt`, 'Putin.');
    client.files.set(
      `${ROOT}/b.txt.bob.tags.json`,
      (client.content('a.txt.tags.json') ?? '').replaceAll(ids[0], 'other123'),
    );
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: rangeOf(TEXT, 'Putin').start,
      newName: 'putin',
    });
    await client.takeEdit(edit);
    assert.match(client.content(REGISTRY) ?? '', /"id": "putin"/);
    for (const name of ['a.txt.tags.json', 'b.txt.bob.tags.json']) {
      assert.equal(sidecarOf(client, name).tags[0].entity, 'putin');
    }
  });
});
