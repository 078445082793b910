import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { addTag, relabel, removeTag } from '../../../server/src/core/tags/edits.ts';
import type { Sidecar } from '../../../server/src/core/tags/model.ts';
import { parseSidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { shownTags, tagsIn, tagWords } from './commands.ts';
import { ROOT, TestClient } from './harness.ts';

const TEXT = 'Putin met Erdoğan in Ankara on Monday, before the war.\n';
const SIDECAR = 'a.txt.tags.json';
const uri = `${ROOT}/${SIDECAR}`;

let client: TestClient;
afterEach(() => client.stop());

/** A text with three tags; nothing is open, and no server knows of it yet. */
async function begin(): Promise<string> {
  client = new TestClient({ 'a.txt': TEXT });
  await client.start();
  await client.open('a.txt');
  for (const word of ['Putin', 'Erdoğan', 'Ankara']) await tagWords(client, 'a.txt', word, 'X');
  const sidecar = client.content(SIDECAR) ?? '';
  client.stop();
  client = new TestClient({ 'a.txt': TEXT, [SIDECAR]: sidecar });
  await client.start();
  return sidecar;
}

function changed(source: string, change: (sidecar: Sidecar) => Sidecar): string {
  const { value } = parseSidecar(source);
  assert.ok(value);
  return serialiseSidecar(change(value));
}

function idOf(sidecar: Sidecar, word: string): string {
  return sidecar.tags.find(({ quote }) => quote === word)?.id ?? '';
}

const adding = (word: string) => (sidecar: Sidecar) => {
  const start = TEXT.indexOf(word);
  return addTag(sidecar, { label: 'Y', start, end: start + word.length }, TEXT).sidecar;
};
const removing = (word: string) => (sidecar: Sidecar) => removeTag(sidecar, idOf(sidecar, word));
const calling = (word: string, label: string) => (sidecar: Sidecar) =>
  relabel(sidecar, idOf(sidecar, word), label);

/** What another program makes of the sidecar in the moment in which an editor opens it. */
const others = (sidecar: Sidecar) =>
  removing('Erdoğan')(calling('Putin', 'PER')(adding('Monday')(sidecar)));

/** Opens the sidecar in an editor that shows this; the server has seen that once it answers. */
async function openShowing(shown: string): Promise<void> {
  await client.open(SIDECAR, 'glossator-tags', shown);
  await tagsIn(client, 'a.txt');
}

describe('a sidecar that another program writes just as an editor opens it', () => {
  it('is merged from what the server last saw of it', async () => {
    const before = await begin();
    await client.open('a.txt');
    await tagsIn(client, 'a.txt');
    client.files.set(uri, changed(before, others));
    await openShowing(before);
    const { merged } = await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.deepEqual(merged, [uri]);
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'PER:Putin',
      'X:Ankara',
      'Y:Monday',
      'EVENT:war',
    ]);
  });

  it('is merged where the editor opens it to take the first tag of the session', async () => {
    const before = await begin();
    await client.open('a.txt');
    client.beforeApplying = async () => {
      client.beforeApplying = async () => {};
      client.files.set(uri, changed(before, others));
      await client.open(SIDECAR, 'glossator-tags', before);
    };
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    await tagWords(client, 'a.txt', 'before', 'WHEN');
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'PER:Putin',
      'X:Ankara',
      'Y:Monday',
      'WHEN:before',
      'EVENT:war',
    ]);
  });

  it('is merged where the editor tells of it only with the tag in it', async () => {
    const before = await begin();
    await client.open('a.txt');
    client.beforeApplying = async () => {
      client.beforeApplying = async () => {};
      client.files.set(uri, changed(before, others));
      await client.open(SIDECAR, 'glossator-tags', changed(before, adding('before')));
    };
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    const shown = await shownTags(client, 'a.txt');
    for (const tag of ['PER:Putin', 'X:Ankara', 'Y:Monday', 'Y:before', 'EVENT:war']) {
      assert.ok(shown.includes(tag), `${tag} is in ${shown}`);
    }
  });

  it('loses no tag where nothing is known of what the editor began from', async () => {
    const before = await begin();
    client.files.set(uri, changed(before, others));
    await client.open(SIDECAR, 'glossator-tags', before);
    await client.open('a.txt');
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    const shown = await shownTags(client, 'a.txt');
    // Which of the two labels is the newer one nobody can tell: a person decides.
    assert.deepEqual(shown.sort(), [
      'EVENT:war',
      'PER:Putin',
      'X:Ankara',
      'X:Erdoğan',
      'X:Putin',
      'Y:Monday',
    ]);
    assert.ok((await client.codes('a.txt')).includes('sidecar/conflict'));
  });
});

describe('an editor that opens a sidecar with unsaved changes', () => {
  const unsaved = (sidecar: Sidecar) => removing('Ankara')(adding('Monday')(sidecar));

  it('is left as it is until something is tagged; then what it lacks comes back', async () => {
    const before = await begin();
    const shown = changed(before, unsaved);
    await client.open('a.txt');
    client.restart();
    await client.open(SIDECAR, 'glossator-tags', shown);
    await client.open('a.txt');
    await tagsIn(client, 'a.txt');
    assert.equal(client.content(SIDECAR), shown);
    assert.equal(client.lastEdit, undefined);
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'X:Putin',
      'X:Erdoğan',
      'X:Ankara',
      'Y:Monday',
      'EVENT:war',
    ]);
  });

  it('has its deletion carried out when the person saves', async () => {
    const before = await begin();
    await client.open(SIDECAR, 'glossator-tags', changed(before, unsaved));
    await client.open('a.txt');
    await client.save(SIDECAR);
    await tagWords(client, 'a.txt', 'war', 'EVENT');
    assert.deepEqual(await shownTags(client, 'a.txt'), [
      'X:Putin',
      'X:Erdoğan',
      'Y:Monday',
      'EVENT:war',
    ]);
  });

  it('takes in at once what another program writes later', async () => {
    const before = await begin();
    await client.open(SIDECAR, 'glossator-tags', changed(before, unsaved));
    await client.open('a.txt');
    await tagsIn(client, 'a.txt');
    await client.writeOutside(SIDECAR, changed(before, adding('war')));
    await client.until(() => (client.content(SIDECAR) ?? '').includes('"war"'), 'the merge');
    const shown = await shownTags(client, 'a.txt');
    for (const tag of ['X:Putin', 'X:Erdoğan', 'Y:Monday', 'Y:war']) {
      assert.ok(shown.includes(tag), `${tag} is in ${shown}`);
    }
  });
});

describe('an editor and a disk that differ when the editor opens', () => {
  const words = ['Putin', 'Erdoğan', 'Ankara', 'Monday', 'before', 'war'];
  const step = fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const, 'relabel' as const),
    word: fc.constantFrom(...words),
  });
  const steps = fc.array(step, { maxLength: 4 });

  function after(source: string, changes: { kind: string; word: string }[]): string {
    return changed(source, (sidecar) =>
      changes.reduce((now, { kind, word }) => {
        if (kind === 'add') return adding(word)(now);
        if (idOf(now, word) === '') return now;
        return kind === 'remove' ? removing(word)(now) : calling(word, `L${word}`)(now);
      }, sidecar),
    );
  }

  const ids = (source: string) => parseSidecar(source).value?.tags.map(({ id }) => id) ?? [];

  it('lose no tag that either holds, whatever each did, whichever is opened first', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, fc.boolean(), async (editors, disks, textFirst) => {
        const before = await begin();
        const [shown, disk] = [after(before, editors), after(before, disks)];
        client.files.set(uri, disk);
        if (textFirst) await client.open('a.txt');
        await client.open(SIDECAR, 'glossator-tags', shown);
        if (!textFirst) await client.open('a.txt');
        await tagWords(client, 'a.txt', 'met', 'NEW');
        const kept = new Set(ids(client.content(SIDECAR) ?? ''));
        for (const id of [...ids(shown), ...ids(disk)]) {
          assert.ok(kept.has(id), `${id} is kept`);
        }
        client.stop();
      }),
      { numRuns: 60 },
    );
  });
});
