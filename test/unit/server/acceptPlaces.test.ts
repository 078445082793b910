import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTag } from '../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import { emptySidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import type { TagsResult } from '../../../server/src/protocol.ts';
import { execute, shownTags, sidecarOf } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const BEFORE = 'Putin met Erdoğan in Ankara, and later in the old town of Izmir.\n';
/** Everything moved, one name is spelt otherwise, and one place is gone. */
const AFTER = 'Yesterday Putin met Erdogan in Ankara, and later left.\n';
const uri = `${ROOT}/a.txt`;

function sidecar(words: readonly string[], status?: 'suggested'): string {
  const tags = words.map((word) => {
    const start = BEFORE.indexOf(word);
    const span = { start, end: start + word.length };
    return makeTag({ id: word, label: 'X', ...span, status }, BEFORE);
  });
  return serialiseSidecar({ ...emptySidecar(fingerprintOf(BEFORE)), tags });
}

async function open(text = AFTER): Promise<TestClient> {
  const client = new TestClient({
    'a.txt': text,
    'a.txt.tags.json': sidecar(['Putin', 'Erdoğan', 'the old town of Izmir']),
    'a.txt.ann.tags.json': sidecar(['Ankara'], 'suggested'),
  });
  await client.start();
  await client.open('a.txt');
  return client;
}

describe('glossator.acceptPlaces', () => {
  it('quotes what moved and changed anew in every layer, and leaves the lost and the reviews', async () => {
    const client = await open();
    const shown = await shownTags(client, 'a.txt');
    assert.ok(shown.includes('X:Erdogan (changed)') && shown.includes('X:Ankara (moved)'));
    const { ids } = await execute(client, 'glossator.acceptPlaces', { uri });
    assert.deepEqual(ids.sort(), ['Ankara', 'Erdoğan', 'Putin']);
    assert.deepEqual((await shownTags(client, 'a.txt')).sort(), [
      'X:Ankara',
      'X:Erdogan',
      'X:Putin',
      'X:lost the old town of Izmir',
    ]);
    assert.equal(sidecarOf(client, 'a.txt.ann.tags.json').tags[0].status, 'suggested');
    await execute(client, 'glossator.undo', { uri });
    assert.ok((await shownTags(client, 'a.txt')).includes('X:Erdogan (changed)'));
    client.stop();
  });

  it('changes nothing where no tag has moved', async () => {
    const client = await open(BEFORE);
    const before = client.content('a.txt.tags.json');
    const { ids } = await execute(client, 'glossator.acceptPlaces', { uri });
    assert.deepEqual(ids, []);
    assert.equal(client.content('a.txt.tags.json'), before);
    client.stop();
  });
});

describe('glossator/tags beside a position', () => {
  it('answers the one tag that comes next', async () => {
    const client = await open(BEFORE);
    const position = rangeOf(BEFORE, 'Putin').start;
    const beside = async (step: 1 | -1) => {
      const params = { textDocument: { uri }, beside: { position, step } };
      const { tags, total } = await client.request<TagsResult>('glossator/tags', params);
      return [tags.map(({ id }) => id), total];
    };
    assert.deepEqual(await beside(1), [['Erdoğan'], 4]);
    assert.deepEqual(await beside(-1), [['the old town of Izmir'], 4]);
    client.stop();
  });
});
