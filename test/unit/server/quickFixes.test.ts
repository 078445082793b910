import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import { ROOT, TestClient } from './harness.ts';

let client: TestClient;
afterEach(() => client.stop());

const SIDECAR = 'a.txt.tags.json';

/** Opens a text with tags on the given words, of a text that may have been another. */
async function begin(
  text: string,
  tags: Record<string, unknown>[],
  { tagged = text, files = {} }: { tagged?: string; files?: Record<string, string> } = {},
) {
  const stored = tags.map(({ words, ...tag }, at) => {
    const quote = String(words);
    const start = tagged.indexOf(quote);
    const end = start + quote.length;
    const prefix = tagged.slice(Math.max(0, start - 32), start);
    const suffix = tagged.slice(end, end + 32);
    return { id: `t${at + 1}`, label: 'PER', start, end, quote, prefix, suffix, ...tag };
  });
  const sidecar = { glossator: 1, text: fingerprintOf(tagged), tags: stored };
  client = new TestClient({ 'a.txt': text, [SIDECAR]: JSON.stringify(sidecar), ...files });
  await client.start();
  await client.open('a.txt');
}

/** The tags in the sidecar now: label and words. */
function tags(): [string, string][] {
  const { tags: stored } = JSON.parse(client.content(SIDECAR) ?? '{}');
  return stored.map(({ label, quote }: { label: string; quote: string }) => [label, quote]);
}

/** Takes the fix of that title for the finding with the code. */
async function fix(code: string, title: string): Promise<void> {
  const uri = `${ROOT}/a.txt`;
  const reported = () => client.diagnostics.get(uri)?.find((one) => one.code === code);
  await client.until(() => reported() !== undefined, code);
  const diagnostic = reported();
  assert.ok(diagnostic);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
  const action = actions.find((offered) => offered.title === title);
  assert.ok(action?.command, actions.map((offered) => offered.title).join(', '));
  assert.deepEqual(
    action.diagnostics?.map((mended) => mended.code),
    [code],
  );
  const { command, arguments: args } = action.command;
  await client.request('workspace/executeCommand', { command, arguments: args });
}

describe('quick fixes', () => {
  it('change an unknown label', async () => {
    await begin('Oleg Syromolotov spoke.', [{ words: 'Oleg Syromolotov', label: 'PRE' }]);
    await fix('tag/label-unknown', 'Change the label to PER');
    assert.deepEqual(tags(), [['PER', 'Oleg Syromolotov']]);
  });

  it('give a tag the attribute that its label needs', async () => {
    const kind = { name: 'kind', type: 'choice', values: ['aircraft', 'missile'], required: true };
    const tagset = { labels: [{ name: 'WEAPON', attributes: [kind] }] };
    await begin('A Kalibr flew.', [{ words: 'Kalibr', label: 'WEAPON' }], {
      files: { 'glossator.json': JSON.stringify(tagset) },
    });
    await fix('tag/attribute', 'Set “kind” to “missile”');
    const [{ attributes }] = JSON.parse(client.content(SIDECAR) ?? '{}').tags;
    assert.deepEqual(attributes, { kind: 'missile' });
  });

  it('grow a tag that cuts a word', async () => {
    await begin('Oleg Syromolotov spoke.', [{ words: 'Oleg Syro' }]);
    await fix('tag/boundary', 'Grow the tag to “Oleg Syromolotov”');
    assert.deepEqual(tags(), [['PER', 'Oleg Syromolotov']]);
  });

  it('tag the mention that has no tag', async () => {
    await begin('Oleg Syromolotov spoke.\n\nThen Syromolotov left.', [
      { words: 'Oleg Syromolotov' },
    ]);
    await fix('entity/untagged-mention', 'Tag “Syromolotov” as PER');
    assert.deepEqual(tags(), [
      ['PER', 'Oleg Syromolotov'],
      ['PER', 'Syromolotov'],
    ]);
  });

  it('tag the full name of which the short form is tagged', async () => {
    await begin('They fight the Islamic State (IS).', [{ words: 'IS', label: 'ORG' }]);
    await fix('entity/untagged-mention', 'Tag “Islamic State” as ORG');
    assert.deepEqual(tags(), [
      ['ORG', 'Islamic State'],
      ['ORG', 'IS'],
    ]);
  });

  it('write the record that is missing', async () => {
    const words = [{ words: 'Oleg Syromolotov', entity: 'oleg-syromolotov' }];
    await begin('Oleg Syromolotov spoke.', words);
    await fix('entity/undefined', 'Write a record for “oleg-syromolotov”');
    const { entities } = JSON.parse(client.content('entities.json') ?? '{}');
    assert.deepEqual(
      entities.map(({ id, type, name }: Record<string, string>) => [id, type, name]),
      [['oleg-syromolotov', 'PER', 'Oleg Syromolotov']],
    );
  });

  it('remove a spare tag', async () => {
    await begin('Oleg Syromolotov spoke.', [
      { words: 'Oleg Syromolotov' },
      { words: 'Oleg Syromolotov' },
    ]);
    await fix('tag/duplicate', 'Remove the spare tag');
    assert.deepEqual(tags(), [['PER', 'Oleg Syromolotov']]);
  });

  it('keep tags where they moved', async () => {
    const tagged = 'Oleg Syromolotov spoke in Moscow.';
    const words = [{ words: 'Oleg Syromolotov' }, { words: 'Moscow', label: 'LOC' }];
    await begin(`A line was put before it.\n\n${tagged}`, words, { tagged });
    await fix('tag/moved', 'Keep all 2 tags where they are now');
    const { tags: stored } = JSON.parse(client.content(SIDECAR) ?? '{}');
    assert.deepEqual(
      stored.map(({ start }: { start: number }) => start),
      [27, 53],
    );
    await client.until(
      () => !client.diagnostics.get(`${ROOT}/a.txt`)?.some(({ code }) => code === 'tag/moved'),
      'the finding to go',
    );
  });
});
