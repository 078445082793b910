import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Hover, WorkspaceSymbol } from 'vscode-languageserver-protocol';
import { TestClient } from './harness.ts';

const english = 'The president said that 160 troops would leave the city of Tallinn.';
const estonian = 'President ütles, et 160 sõdurit lahkuvad linnast ja et see on tähtis.';

describe('the languages of a session', () => {
  let client: TestClient;
  let asked: Set<string>;
  afterEach(() => client.connection.dispose());

  function clientOf(files: Record<string, string>): TestClient {
    const made = new TestClient(files);
    const { loadLanguage } = made;
    asked = new Set();
    made.loadLanguage = (code) => {
      asked.add(code);
      return loadLanguage(code);
    };
    return made;
  }

  /** What the hover of the number 160 says, or null. */
  async function numberIn(name: string): Promise<string | null> {
    const character = client.content(name)?.indexOf('160') ?? 0;
    const found = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: `file:///corpus/${name}` },
      position: { line: 0, character },
    });
    return found && JSON.stringify(found.contents);
  }

  it('are those of the texts that were opened', async () => {
    client = clientOf({ 'one.txt': english, 'two.txt': english, 'kolm.txt': estonian });
    await client.start({}, {}, []);
    for (const name of ['one.txt', 'two.txt']) {
      await client.open(name);
      assert.match((await numberIn(name)) ?? '', /troops/);
    }
    assert.deepEqual(asked, new Set(['en']));
    await client.open('kolm.txt');
    assert.match((await numberIn('kolm.txt')) ?? '', /sõdurit/);
    assert.deepEqual(asked, new Set(['en', 'et']));
  });

  it('are those of the configuration, as soon as it names others', async () => {
    client = clientOf({ 'glossator.json': '{"languages": ["en"]}', 'kolm.txt': estonian });
    await client.start();
    await client.open('kolm.txt');
    await numberIn('kolm.txt');
    assert.deepEqual(asked, new Set(['en']));
    await client.writeOutside('glossator.json', '{"languages": ["et"]}');
    await client.until(() => asked.has('et'), 'Estonian');
    assert.match((await numberIn('kolm.txt')) ?? '', /sõdurit/);
  });

  it('may be unreadable for the index, which is made when it is asked for again', async () => {
    client = clientOf({ 'kolm.txt': 'Kaitseminister ütles, et ta ei olnud eile Tallinnas.' });
    const { loadLanguage } = client;
    client.loadLanguage = () => Promise.reject(new Error('No language today.'));
    await client.start();
    const shown = () => client.notified.some(({ method }) => method === 'window/showMessage');
    await client.until(shown, 'the message');
    client.loadLanguage = loadLanguage;
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'Tall' });
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Tallinnas'],
    );
  });

  it('may be unreadable: the person is told, and opening the text again tries again', async () => {
    client = clientOf({ 'one.txt': english });
    const { loadLanguage } = client;
    client.loadLanguage = () => Promise.reject(new Error('No language today.'));
    await client.start({}, {}, []);
    await client.open('one.txt');
    const shown = () => client.notified.find(({ method }) => method === 'window/showMessage');
    await client.until(() => shown() !== undefined, 'the message');
    assert.deepEqual(shown()?.params, { type: 1, message: 'No language today.' });
    await client.change('one.txt', [{ text: `${english} More.` }]);
    await assert.rejects(numberIn('one.txt'), /No language today/);
    await client.close('one.txt');
    client.loadLanguage = loadLanguage;
    await client.open('one.txt');
    assert.match((await numberIn('one.txt')) ?? '', /troops/);
  });
});
