import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { execute, shownTags, sidecarOf, tagWords } from './commands.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const TEXT = 'Putin met Erdoğan in Ankara.\n\nLater Putin left Ankara.\n';
const SIDECAR = 'a.txt.tags.json';
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let client: TestClient;
afterEach(() => client.stop());

async function begin(files: Record<string, string | Uint8Array> = {}, capabilities?: object) {
  client = new TestClient({ 'a.txt': TEXT, ...files });
  await client.start(capabilities);
  return client.open('a.txt');
}

/** What the tags in the sidecar cover in the text as the person sees it. */
function covered(sidecar = SIDECAR, text = 'a.txt'): string[] {
  const content = (client.content(text) ?? '').replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return sidecarOf(client, sidecar).tags.map(({ start, end }: { start: number; end: number }) =>
    content.slice(start, end),
  );
}

describe('a tag command while the person types', () => {
  it('tags the words it was given for, wherever they are by then', async () => {
    await begin();
    const tagged = tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    await client.change('a.txt', [{ range: top, text: 'Today ' }]);
    await tagged;
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Erdoğan']);
    await client.save('a.txt');
    await client.until(() => covered()[0] === 'Erdoğan', 'the sidecar to follow');
  });

  it('follows what is typed while the editor is asked to take the edit', async () => {
    await begin();
    client.beforeApplying = () => client.change('a.txt', [{ range: top, text: 'Today ' }]);
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    client.beforeApplying = async () => {};
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PER:Erdoğan']);
    await tagWords(client, 'a.txt', 'Ankara', 'LOC');
    assert.deepEqual(covered(), ['Erdoğan', 'Ankara']);
  });

  it('refuses where its words were deleted meanwhile', async () => {
    await begin();
    client.beforeApplying = () =>
      client.change('a.txt', [{ range: rangeOf(TEXT, 'met Erdoğan in '), text: '' }]);
    const first = tagWords(client, 'a.txt', 'Putin', 'PER');
    const second = tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    await first;
    await assert.rejects(second, /deleted meanwhile/);
    assert.deepEqual(covered(), ['Putin']);
  });

  it('takes several commands at once in their order', async () => {
    await begin();
    await Promise.all([
      tagWords(client, 'a.txt', 'Putin', 'PER'),
      tagWords(client, 'a.txt', 'Ankara', 'LOC'),
      tagWords(client, 'a.txt', 'Erdoğan', 'PER'),
      tagWords(client, 'a.txt', 'Putin', 'PER', { nth: 2 }),
    ]);
    assert.deepEqual(covered(), ['Putin', 'Erdoğan', 'Ankara', 'Putin']);
  });
});

describe('a sidecar that is open in an editor', () => {
  it('keeps what the person wrote there and has not saved', async () => {
    await begin();
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    await client.open(SIDECAR, 'glossator-tags');
    const edited = (client.content(SIDECAR) ?? '').replace('"PER"', '"PERSON"');
    await client.change(SIDECAR, [{ text: edited }]);
    await tagWords(client, 'a.txt', 'Ankara', 'LOC');
    assert.deepEqual(await shownTags(client, 'a.txt'), ['PERSON:Putin', 'LOC:Ankara']);
  });

  it('is read anew where the person changes it while the editor is asked', async () => {
    await begin();
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    await client.open(SIDECAR, 'glossator-tags');
    client.beforeApplying = async () => {
      client.beforeApplying = async () => {};
      const edited = (client.content(SIDECAR) ?? '').replace('"PER"', '"PERSON"');
      await client.change(SIDECAR, [{ text: edited }]);
    };
    await tagWords(client, 'a.txt', 'Ankara', 'LOC');
    assert.deepEqual(
      sidecarOf(client, SIDECAR).tags.map(({ label }: { label: string }) => label),
      ['PERSON', 'LOC'],
    );
  });
});

describe('saving a text', () => {
  it('brings every layer along, and says which sidecars want saving', async () => {
    const uri = await begin();
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    await tagWords(client, 'a.txt', 'Ankara', 'LOC', { layer: 'bob' });
    await client.change('a.txt', [{ range: top, text: 'Today ' }]);
    await client.save('a.txt');
    const saved = () =>
      client.notified
        .filter(({ method }) => method === 'glossator/sidecarsEdited')
        .flatMap(({ params }) => (params as { uris: string[] }).uris);
    await client.until(() => saved().length === 2, 'both sidecars');
    assert.deepEqual(saved(), [`${uri}.tags.json`, `${uri}.bob.tags.json`]);
    assert.deepEqual([...covered(), ...covered('a.txt.bob.tags.json')], ['Putin', 'Ankara']);
  });

  it('leaves the sidecars alone where nothing moved', async () => {
    await begin();
    await tagWords(client, 'a.txt', 'Putin', 'PER');
    client.lastEdit = undefined;
    await client.save('a.txt');
    await shownTags(client, 'a.txt');
    assert.equal(client.lastEdit, undefined);
  });

  it('tells the person where the editor takes no edit, and catches up with the next save', async () => {
    await begin();
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    client.refuseEdits = true;
    await client.change('a.txt', [{ range: top, text: 'Today ' }]);
    await client.save('a.txt');
    const told = () => client.notified.some(({ method }) => method === 'window/showMessage');
    await client.until(told, 'a message');
    client.refuseEdits = false;
    await client.save('a.txt');
    await client.until(() => covered()[0] === 'Erdoğan', 'the sidecar to follow');
  });
});

describe('a text that is not UTF-8', () => {
  const latin = Uint8Array.of(0x45, 0x72, 0x64, 0x6f, 0xf0, 0x61, 0x6e);

  it('says so at its start, is not tagged, and is once it was saved as UTF-8', async () => {
    await begin({ 'glossator.json': '{"glossator": 1}' });
    await client.writeOutside('a.txt', latin);
    const reported = () =>
      (client.diagnostics.get(`${ROOT}/a.txt`) ?? []).filter(({ message }) =>
        /a\.txt is not UTF-8 text/.test(String(message)),
      );
    await client.until(() => reported().length === 1, 'the finding');
    await assert.rejects(tagWords(client, 'a.txt', 'Erdoğan', 'PER'), /not UTF-8/);
    assert.equal(client.content(SIDECAR), undefined);
    await client.save('a.txt');
    await client.until(() => reported().length === 0, 'the finding to go');
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    assert.deepEqual(covered(), ['Erdoğan']);
  });
});

describe('clients that take less', () => {
  it('get plain edits where they know no documentChanges', async () => {
    await begin({}, {});
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    assert.ok(client.lastEdit?.changes);
    assert.equal(client.lastEdit.documentChanges, undefined);
    assert.deepEqual(covered(), ['Erdoğan']);
  });

  it('are asked to make the file only where they can', async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create'] };
    await begin({}, { workspace: { workspaceEdit } });
    await tagWords(client, 'a.txt', 'Erdoğan', 'PER');
    const [made, edit] = client.lastEdit?.documentChanges ?? [];
    assert.equal('kind' in made && made.kind, 'create');
    assert.ok(edit && 'edits' in edit);
  });
});

describe('line ends, marks and letters', () => {
  for (const [what, form] of Object.entries({
    LF: (text: string) => text,
    CRLF: (text: string) => text.replaceAll('\n', '\r\n'),
    'a byte-order mark and CRLF': (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  })) {
    it(`one sidecar fits a checkout with ${what}`, async () => {
      await begin();
      await tagWords(client, 'a.txt', 'Ankara', 'LOC', { nth: 2 });
      const sidecar = client.content(SIDECAR) ?? '';
      client.stop();
      await begin({ 'a.txt': form(TEXT), [SIDECAR]: sidecar });
      assert.deepEqual(await shownTags(client, 'a.txt'), ['LOC:Ankara']);
      await client.change('a.txt', [{ text: TEXT }]);
      await client.change('a.txt', [{ text: form(TEXT) }]);
      assert.deepEqual(await shownTags(client, 'a.txt'), ['LOC:Ankara']);
    });
  }

  for (const [text, cut, whole] of [
    ['The 👩‍👩‍👧 is here', '👩', '👩‍👩‍👧'],
    ['A flag 🇪🇪 there', '🇪', '🇪🇪'],
    ['cafe\u0301 noir', 'cafe', 'cafe\u0301'],
    ['שלום עולם', 'שלום', 'שלום'],
    ['東京は大きい', '東京', '東京'],
    ['👍🏽 yes', '👍', '👍🏽'],
  ]) {
    it(`cuts no grapheme of ${whole}, even where exactly “${cut}” is asked for`, async () => {
      await begin({ 'a.txt': text });
      await tagWords(client, 'a.txt', cut, 'X', { exact: true });
      assert.deepEqual(covered(), [whole]);
    });
  }
});

describe('commands that must not be carried out', () => {
  const range = rangeOf(TEXT, 'Erdoğan');
  for (const [what, argument, reason] of [
    ['no argument', undefined, /one argument object/],
    ['no uri', { label: 'PER', range }, /needs “uri”/],
    ['no label', { uri: 'U', range }, /needs “label”/],
    ['an empty label', { uri: 'U', range, label: ' ' }, /“label” must be/],
    ['a label with a line end', { uri: 'U', range, label: 'A\nB' }, /“label” must be/],
    ['a label that is no text', { uri: 'U', range, label: { a: 1 } }, /“label” must be/],
    ['no range', { uri: 'U', label: 'PER' }, /needs “range”/],
    ['a range of text', { uri: 'U', label: 'PER', range: { start: 'a', end: 'b' } }, /“range”/],
    [
      'a fractional position',
      { uri: 'U', label: 'PER', range: { start: { line: 0.5, character: 0 }, end: range.end } },
      /“range”/,
    ],
    ['a layer that leaves the folder', { uri: 'U', range, label: 'PER', layer: '../x' }, /layer/],
    ['a text elsewhere', { uri: 'file:///etc/x.txt', range, label: 'PER' }, /is not open/],
    [
      'a path that climbs out of the folder',
      { uri: 'file:///corpus/%2e%2e/etc/x.txt', range, label: 'PER' },
      /is not open/,
    ],
    ['a sidecar', { uri: 'S', range, label: 'PER' }, /no \.txt file/],
    ['a text that is not there', { uri: 'N', range, label: 'PER' }, /cannot be read/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const uri = await begin({ [SIDECAR]: '' });
      const uris: Record<string, string> = {
        U: uri,
        S: `${uri}.tags.json`,
        N: uri.replace('a.txt', 'none.txt'),
      };
      const given =
        argument && 'uri' in argument
          ? { ...argument, uri: uris[argument.uri] ?? argument.uri }
          : argument;
      await assert.rejects(execute(client, 'glossator.tag', given), reason);
      assert.equal(client.lastEdit, undefined);
    });
  }

  it('refuses a command that it does not know, and tags that are not there', async () => {
    const uri = await begin();
    await assert.rejects(execute(client, 'glossator.format', { uri }), /no command/);
    for (const command of ['untag', 'accept', 'reject', 'tagAll']) {
      const gone = execute(client, `glossator.${command}`, { uri, id: '../../etc' });
      await assert.rejects(gone, /no longer there/);
    }
  });

  it('takes ranges past the end as the end, and refuses where nothing is left', async () => {
    const uri = await begin();
    const far = { line: 1e9, character: 1e9 };
    const argument = { uri, range: { start: far, end: far }, label: 'X', exact: true };
    await assert.rejects(execute(client, 'glossator.tag', argument), /no text to tag/);
    const all = { start: { line: -5, character: -5 }, end: far };
    await execute(client, 'glossator.tag', { uri, range: all, label: 'X', exact: true });
    assert.deepEqual(covered(), [TEXT]);
  });
});
