import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'node:test';
import {
  type CorpusResult,
  corpusRequest,
  type MentionsResult,
  mentionsRequest,
} from '../../../server/src/protocol.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const good = '{"labels": [{"name": "PER", "colour": "red"}, {"name": "CITY"}]}';
const bad = '{"labels": [{"name": "PER", "color": "red"}, {"name": "CITY"}]}';
const text = 'They met in Bagdad. Later they met in Baghdad again.\n';

suite('glossator.json', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = new TestClient({
      'glossator.json': bad,
      'a.txt': text,
      'drafts/b.txt': text,
    });
    await client.start();
  });
  afterEach(() => client.stop());

  const problems = () => client.diagnostics.get(`${ROOT}/glossator.json`) ?? [];
  const labels = async () => {
    const corpus = await client.request<CorpusResult>(corpusRequest, { uri: `${ROOT}/a.txt` });
    return corpus.labels.map(({ name, colour }) => [name, colour]);
  };

  /** Waits until these texts, and no others, are known to mention the name. */
  const mentioned = async (entity: string, names: readonly string[]) => {
    let texts: string[] = [];
    for (let tries = 0; tries < 100; tries++) {
      const { locations } = await client.request<MentionsResult>(mentionsRequest, { entity });
      texts = [...new Set(locations.map(({ uri }) => uri.slice(ROOT.length + 1)))].sort();
      if (texts.join() === names.join()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.deepEqual(texts, names);
  };

  test('has its mistakes underlined in place, and everything else holds', async () => {
    await client.open('a.txt');
    assert.deepEqual(await client.codes('glossator.json'), ['config/invalid']);
    assert.deepEqual(problems()[0].range, rangeOf(bad, '"color"'));
    assert.match(String(problems()[0].message), /Did you mean “colour”/);
    // Without a colour of its own a label has the palette's next.
    assert.deepEqual(await labels(), [
      ['PER', 'blue'],
      ['CITY', 'orange'],
    ]);
  });

  test('holds as it is typed: once mended, the finding goes and the label has its colour', async () => {
    await client.open('a.txt');
    await client.codes('glossator.json');
    await client.open('glossator.json', 'json');
    await client.change('glossator.json', [{ range: rangeOf(bad, 'color'), text: 'colour' }]);
    await client.until(() => problems().length === 0, 'the finding to go');
    assert.deepEqual((await labels())[0], ['PER', 'red']);
    await client.change('glossator.json', [{ text: '[' }]);
    await client.until(() => problems().length > 0, 'the finding to come');
    assert.deepEqual((await labels())[0], ['PER', 'red'], 'what held last holds on');
  });

  test('turns rules off and leaves texts out', async () => {
    await client.writeOutside('glossator.json', good);
    await client.open('a.txt');
    const spelling = () =>
      (client.diagnostics.get(`${ROOT}/a.txt`) ?? []).some(
        ({ code }) => code === 'entity/spelling-variant',
      );
    await client.until(spelling, 'the finding');
    await mentioned('Baghdad', ['a.txt', 'drafts/b.txt']);
    const set = '"exclude": ["drafts/"], "rules": {"entity/spelling-variant": "off"}';
    await client.writeOutside('glossator.json', good.replace(/\}$/, `, ${set}}`));
    await client.until(() => !spelling(), 'the finding to go');
    await mentioned('Baghdad', ['a.txt']);
  });
});
