import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { LocationLink } from 'vscode-languageserver-protocol';
import { type TagsResult, tagsRequest } from '../../../server/src/protocol.ts';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const folder = join(import.meta.dirname, '../../../samples/seeds');
const files = Object.fromEntries(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const name = (start: string) =>
  Object.keys(files).find((file) => file.startsWith(start) && file.endsWith('.txt')) ?? '';

suite('the sample corpus', () => {
  const client = new TestClient(files);
  before(async () => {
    await client.start();
    for (const file of Object.keys(files)) if (file.endsWith('.txt')) await client.open(file);
  });
  after(() => client.stop());

  const cases: [text: string, passage: string, word: string, entity: string][] = [
    ['000', 'said Syromolotov', 'Syromolotov', 'oleg-syromolotov'],
    ['001', 'Oleg Syromolotov and Head', 'Syromolotov', 'oleg-syromolotov'],
    ['003', 'side of the IS.', 'IS', 'islamic-state'],
    ['002', 'on IS hakanud', 'IS', 'islamic-state'],
    ['000', 'The ISIL (', 'ISIL', 'islamic-state'],
    ['000', 'against the “Islamic state”', 'Islamic', 'islamic-state'],
    ['003', 'Putin noted', 'Putin', 'vladimir-putin'],
    ['002', 'ütles Putin Ankaras', 'Putin', 'vladimir-putin'],
    ['002', 'et Süürias', 'Süürias', 'syria'],
  ];
  for (const [start, passage, word, entity] of cases) {
    test(`defines ${word} of “${passage}” in ${start} by its record`, async () => {
      const file = name(start);
      const { line, character } = rangeOf(files[file], passage).start;
      const position = { line, character: character + passage.indexOf(word) + 1 };
      const links = await client.request<LocationLink[]>('textDocument/definition', {
        textDocument: { uri: `${ROOT}/${file}` },
        position,
      });
      const [{ targetUri, targetRange }] = links;
      assert.equal(targetUri, `${ROOT}/entities.json`);
      const record = files['entities.json'].split('\n')[targetRange.start.line];
      assert.ok(record.includes(`"id": "${entity}"`), record);
    });
  }

  test('defines Putin, who stands alone in 000, by a text that has his full name', async () => {
    const file = name('000');
    const { line, character } = rangeOf(files[file], 'Putin: Russia').start;
    const [{ targetUri, targetRange }] = await client.request<LocationLink[]>(
      'textDocument/definition',
      { textDocument: { uri: `${ROOT}/${file}` }, position: { line, character: character + 1 } },
    );
    assert.notEqual(targetUri, `${ROOT}/${file}`);
    const { start, end } = targetRange;
    const target = files[targetUri.slice(ROOT.length + 1)].split('\n')[start.line];
    assert.match(target.slice(start.character, end.character), /Putin$/);
  });

  test('has tags of one text, each where its sidecar says', async () => {
    const sidecars = Object.keys(files).filter((file) => file.endsWith('.tags.json'));
    assert.equal(sidecars.length, 1);
    const uri = `${ROOT}/${sidecars[0].replace(/\.tags\.json$/, '')}`;
    const { tags } = await client.request<TagsResult>(tagsRequest, { textDocument: { uri } });
    assert.ok(tags.length > 10);
    assert.deepEqual(
      tags.filter(({ status }) => status !== 'exact'),
      [],
    );
  });

  test('has things to find, and no mistakes in its own files', async () => {
    const expected: [text: string, code: string, what: string][] = [
      ['003', 'entity/spelling-variant', 'Bagdad and Baghdad'],
      ['003', 'number/format-mixed', '1,5 million and 7,000'],
      ['000', 'entity/inconsistent-case', 'Islamic state'],
      ['000', 'entity/abbreviation-conflict', 'IG, ISIS, ISIL'],
      ['004', 'tag/attribute', 'Kalibr without its kind'],
      ['004', 'tag/label-inconsistent', 'Islamic State'],
    ];
    for (const [start, code, what] of expected) {
      const findings = () => client.diagnostics.get(`${ROOT}/${name(start)}`) ?? [];
      await client.until(() => findings().some((finding) => finding.code === code), what);
    }
    for (const file of ['glossator.json', 'entities.json']) {
      assert.deepEqual(client.diagnostics.get(`${ROOT}/${file}`) ?? [], []);
    }
  });
});
