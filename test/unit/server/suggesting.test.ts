import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type CommandResult, ServerCommand } from '../../../server/src/protocol.ts';
import { Refusal } from '../../../server/src/state/refusal.ts';
import type { Suggest } from '../../../server/src/suggester.ts';
import { fullClient, ROOT, TestClient } from './harness.ts';

const TEXT = 'Oleg Syromolotov flew to Moscow.\n';
const uri = `${ROOT}/a.txt`;
const argument = { uri, model: '/models/tiny' };
const person = { start: 0, end: 16, label: 'PER', score: 0.9 };
const unsure = { start: 25, end: 31, label: 'LOC', score: 0.3 };

function run(client: TestClient, command: string, given: object): Promise<CommandResult> {
  return client.request('workspace/executeCommand', { command, arguments: [given] });
}

function tagsOf(client: TestClient) {
  return JSON.parse(client.content('a.txt.tags.json') ?? 'null').tags;
}

/** A started client with the text open, whose server asks this model. */
async function clientWith(suggest: Suggest | undefined, trusted = true): Promise<TestClient> {
  const client = new TestClient({ 'a.txt': TEXT }, { suggest });
  await client.start(fullClient, { trusted });
  await client.open('a.txt');
  return client;
}

suite('glossator.suggest', () => {
  test('adds what the model is sure of as tags to be judged, and undo takes them back', async () => {
    const asked: unknown[] = [];
    const client = await clientWith(async ({ model, corpus, text, language }) => {
      asked.push({ model, corpus, text, language: language.code });
      return [person, unsure];
    });
    const { ids } = await run(client, ServerCommand.suggest, argument);
    assert.equal(ids.length, 1);
    assert.deepEqual(asked, [{ model: '/models/tiny', corpus: ROOT, text: TEXT, language: 'en' }]);
    const [tag] = tagsOf(client);
    const { label, quote, status, by } = tag;
    assert.deepEqual(
      { label, quote, status, by },
      { label: 'PER', quote: 'Oleg Syromolotov', status: 'suggested', by: 'model tiny' },
    );
    await run(client, ServerCommand.undo, { uri });
    assert.deepEqual(tagsOf(client), []);
    client.stop();
  });

  test('writes nothing where the model finds nothing', async () => {
    const client = await clientWith(async () => [unsure]);
    const { ids } = await run(client, ServerCommand.suggest, argument);
    assert.deepEqual(ids, []);
    assert.equal(client.files.has(`${uri}.tags.json`), false);
    client.stop();
  });

  test('leaves a text alone that changed while the model read it', async () => {
    const client = await clientWith(async () => {
      await client.change('a.txt', [{ text: `Now ${TEXT}` }]);
      // An answer shows that the server has got so far.
      await client.request('glossator/tags', { textDocument: { uri } });
      return [person];
    });
    await assert.rejects(
      run(client, ServerCommand.suggest, argument),
      /changed while the model read/,
    );
    assert.equal(client.files.has(`${uri}.tags.json`), false);
    client.stop();
  });

  test('says what the model lacks', async () => {
    const client = await clientWith(async () => {
      throw new Refusal('/models/tiny is no model: it has no config.json.');
    });
    await assert.rejects(run(client, ServerCommand.suggest, argument), /has no config\.json/);
    client.stop();
  });

  test('runs no model in a workspace that is not trusted, nor where none can run', async () => {
    for (const client of [
      await clientWith(async () => [person], false),
      await clientWith(undefined),
    ]) {
      await assert.rejects(
        run(client, ServerCommand.suggest, argument),
        /only in a trusted workspace/,
      );
      client.stop();
    }
  });
});
