import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type {
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { ROOT, rangeOf, TestClient } from './harness.ts';

const seeds = {
  a: '000_5c454f63fb3e0dfe.txt',
  b: '001_245da891d738f4bc.txt',
  et: '002_9f77b97cff9770ad.txt',
  d: '003_2fe8f3eb97d82892.txt',
};
const read = (name: string) => readFileSync(`samples/seeds/${name}`, 'utf8');
const text = Object.fromEntries(Object.values(seeds).map((name) => [name, read(name)]));

/** Where a definition of `words` in a seed leads: the text at each target. */
async function definitionOf(client: TestClient, name: string, words: string, nth = 1) {
  const { start } = rangeOf(text[name], words, nth);
  const position = { line: start.line, character: start.character + 1 };
  const links = await client.request<LocationLink[] | null>('textDocument/definition', {
    textDocument: { uri: `${ROOT}/${name}` },
    position,
  });
  return (links ?? []).map(({ targetUri, targetSelectionRange: range }) => {
    const file = targetUri.slice(ROOT.length + 1);
    const line = (client.content(file) ?? '').split('\n')[range.start.line];
    return {
      file,
      words: line.slice(range.start.character, range.end.character),
      line: range.start.line,
    };
  });
}

describe('a corpus without a registry', () => {
  const client = new TestClient({ ...text, 'glossator.json': '{}' });
  before(async () => {
    await client.start();
    for (const name of Object.values(seeds)) await client.open(name);
  });
  after(() => client.stop());

  it('defines a surname by the full name', async () => {
    const [first] = await definitionOf(client, seeds.a, 'Syromolotov', 2);
    assert.deepEqual([first.file, first.words], [seeds.a, 'Oleg Syromolotov']);
  });

  it('defines an abbreviation by its expansion', async () => {
    const [is] = await definitionOf(client, seeds.d, 'IS terrorist');
    assert.equal(is.words, 'Islamic State');
    const [isil] = await definitionOf(client, seeds.a, 'ISIL');
    assert.equal(isil.words, 'Islamic state');
  });

  it('defines an Estonian inflected name by the first mention of the name', async () => {
    const [first] = await definitionOf(client, seeds.et, 'Süürias on loodud');
    assert.match(first.words, /^Süüria/);
  });

  it('says nothing where there is no name', async () => {
    assert.deepEqual(await definitionOf(client, seeds.a, 'destroyed'), []);
  });

  it('finds the references in every text', async () => {
    const { start } = rangeOf(text[seeds.d], 'Putin');
    const found = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri: `${ROOT}/${seeds.d}` },
      position: start,
      context: { includeDeclaration: true },
    });
    const files = new Set(found.map(({ uri }) => uri.slice(ROOT.length + 1)));
    assert.ok(files.has(seeds.d) && files.has(seeds.et), [...files].join());
  });

  it('explains a number in one hover', async () => {
    const { start } = rangeOf(text[seeds.d], '7,000 CIS');
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: `${ROOT}/${seeds.d}` },
      position: start,
    });
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /7,000/);
    assert.match(value, /cardinal/);
    assert.match(value, /[Uu]p to/);
    assert.match(value, /Token `7,000`/);
  });

  it('colours names and numbers of a range only', async () => {
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: `${ROOT}/${seeds.a}` },
      range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } },
    });
    assert.ok(data.length > 0 && data.length % 5 === 0);
    assert.equal(data[0], 4);
  });

  it('lists headings in the outline, and names in the workspace symbols', async () => {
    const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: `${ROOT}/${seeds.a}` },
    });
    assert.ok(outline.some(({ name }) => name === 'Recruitment through social networks'));
    const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'syromol',
    });
    assert.ok(symbols.some(({ name }) => name === 'Oleg Syromolotov'));
  });

  it('survives positions past the end', async () => {
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: `${ROOT}/${seeds.a}` },
      position: { line: 99_999, character: 99_999 },
    });
    assert.ok(hover === null || hover.contents);
  });
});

describe('a corpus with a registry', () => {
  const registry = {
    glossator: 1,
    entities: [
      { id: 'oleg-syromolotov', type: 'PER', name: 'Oleg Syromolotov', aliases: ['Syromolotov'] },
    ],
  };
  const client = new TestClient({ ...text, 'entities.json': JSON.stringify(registry, null, 1) });
  before(async () => {
    await client.start();
    await client.open(seeds.b);
  });
  after(() => client.stop());

  it('defines a mention by its record first', async () => {
    const [record] = await definitionOf(client, seeds.b, 'Oleg Syromolotov');
    assert.equal(record.file, 'entities.json');
  });
});

describe('clients that can do little', () => {
  it('get plain text hovers and bare locations', async () => {
    const client = new TestClient({ ...text });
    await client.start({});
    await client.open(seeds.a);
    const at = {
      textDocument: { uri: `${ROOT}/${seeds.a}` },
      position: rangeOf(text[seeds.a], 'Syromolotov', 2).start,
    };
    const hover = await client.request<Hover>('textDocument/hover', at);
    const contents = hover.contents as MarkupContent;
    assert.equal(contents.kind, 'plaintext');
    assert.doesNotMatch(contents.value, /\*\*|\\\./);
    const [location] = await client.request<Location[]>('textDocument/definition', at);
    assert.ok(location.range);
    client.stop();
  });

  it('get positions in UTF-8 where they offer nothing else', async () => {
    const client = new TestClient({ 'a.txt': 'é é Oleg Syromolotov spoke. Syromolotov left.' });
    const { capabilities } = await client.start({ general: { positionEncodings: ['utf-8'] } });
    assert.equal(capabilities.positionEncoding, 'utf-8');
    await client.open('a.txt');
    const [location] = await client.request<Location[]>('textDocument/definition', {
      textDocument: { uri: `${ROOT}/a.txt` },
      position: { line: 0, character: 35 },
    });
    assert.equal(location.range.start.character, 6);
    client.stop();
  });
});
