/** Writing Web Annotations, and reading what was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { FormatFile } from '../../../../../server/src/core/formats/format.ts';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { w3c } from '../../../../../server/src/core/formats/w3c.ts';
import { anyTagged, corpus } from '../arbitrary.ts';
import { type Raw, readFiles, written } from './annotations.ts';

test('a tag is an annotation with its quote and its place in code points', () => {
  const { files, page, items } = written('😀 Syria is near.', [
    {
      id: 'q3Zk81Xw',
      label: 'LOC',
      start: 3,
      end: 8,
      entity: 'syria',
      note: 'why?',
      by: 'ann',
      at: '2026-11-25T12:00:00Z',
      status: 'suggested',
      attributes: { kind: 'High', sure: true },
    },
  ]);
  assert.deepEqual(
    files.map(({ path, aside }) => [path, aside]),
    [
      ['news/a b.jsonld', undefined],
      ['news/a b.txt', true],
    ],
  );
  assert.equal(files[1].content, '😀 Syria is near.');
  assert.equal(page.type, 'AnnotationPage');
  assert.equal(page['@context'][0], 'http://www.w3.org/ns/anno.jsonld');
  assert.deepEqual(items, [
    {
      id: 'urn:glossator:q3Zk81Xw',
      type: 'Annotation',
      motivation: ['tagging', 'identifying'],
      creator: { name: 'ann' },
      created: '2026-11-25T12:00:00Z',
      body: [
        { type: 'TextualBody', value: 'LOC', format: 'text/plain', purpose: 'tagging' },
        {
          type: 'SpecificResource',
          source: 'https://www.wikidata.org/wiki/Q858',
          purpose: 'identifying',
          'glossator:entity': 'syria',
          name: 'Syria',
        },
        { type: 'TextualBody', value: 'why?', format: 'text/plain', purpose: 'commenting' },
      ],
      target: {
        source: 'a%20b.txt',
        selector: [
          { type: 'TextQuoteSelector', exact: 'Syria', prefix: '😀 ', suffix: ' is near.' },
          { type: 'TextPositionSelector', start: 2, end: 7 },
        ],
      },
      'glossator:attributes': { kind: 'High', sure: true },
      'glossator:status': 'suggested',
    },
  ]);
});

test('a tag in pieces has a target for each, a relation is a link that another annotation names', () => {
  const { items } = written(
    'not the old Sea',
    [
      {
        id: 'aaaaaaaa',
        label: 'LOC',
        start: 4,
        end: 15,
        fragments: [
          [4, 7],
          [12, 15],
        ],
      },
      { id: 'bbbbbbbb', label: 'MISC', start: 0, end: 3, entity: 'a/b' },
    ],
    [{ id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' }],
  );
  const [, pieces, link, name] = items;
  const targets = pieces.target as { selector: Raw[] }[];
  assert.deepEqual(
    targets.map(({ selector }) => [selector[0].exact, selector[1].start, selector[1].end]),
    [
      ['the', 4, 7],
      ['Sea', 12, 15],
    ],
  );
  assert.deepEqual((items[0].body as Raw[])[1], {
    type: 'SpecificResource',
    source: 'urn:glossator:entity:a%2Fb',
    purpose: 'identifying',
    'glossator:entity': 'a/b',
  });
  assert.deepEqual(link, {
    id: 'urn:glossator:cccccccc',
    type: 'Annotation',
    motivation: 'linking',
    body: 'urn:glossator:bbbbbbbb',
    target: 'urn:glossator:aaaaaaaa',
  });
  assert.deepEqual(name, {
    id: 'urn:glossator:cccccccc:label',
    type: 'Annotation',
    motivation: 'tagging',
    body: { type: 'TextualBody', value: 'near', format: 'text/plain', purpose: 'tagging' },
    target: 'urn:glossator:cccccccc',
  });
});

test('ids, entities and what is said of the text come back', () => {
  const { files, items } = written(
    'not the old Sea',
    [
      { id: 'aaaaaaaa', label: 'LOC', start: 12, end: 15, entity: 'syria' },
      { id: 'bbbbbbbb', label: 'MISC', start: 0, end: 3, entity: 'a/b' },
    ],
    [{ id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' }],
    { labels: ['news'], attributes: { source: 'web', year: 1988 } },
  );
  assert.deepEqual([items[0].motivation, items[0].target], ['classifying', 'a%20b.txt']);
  const { texts, entities, problems, losses } = readFiles(files);
  assert.deepEqual([problems, losses], [[], []]);
  assert.equal(texts[0].file, 'news/a b.txt');
  assert.deepEqual(texts[0].document, {
    labels: ['news'],
    attributes: { source: 'web', year: 1988 },
  });
  const { tags, relations } = imported(texts[0]).sidecar;
  assert.deepEqual(
    tags.map(({ id, entity }) => [id, entity]),
    [
      ['bbbbbbbb', 'a/b'],
      ['aaaaaaaa', 'syria'],
    ],
  );
  assert.deepEqual(relations, [
    { id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' },
  ]);
  assert.deepEqual(entities, [
    { id: 'a/b', type: 'MISC', name: 'not', aliases: [] },
    {
      id: 'syria',
      type: 'LOC',
      name: 'Syria',
      aliases: [],
      sameAs: ['https://www.wikidata.org/wiki/Q858'],
    },
  ]);
});

test('whatever is exported is found again in a text with carriage returns and a byte-order mark', () => {
  fc.assert(
    fc.property(anyTagged('a.txt', true), (text) => {
      const { files } = exported(w3c, [text], corpus);
      const [page, plain] = files;
      const changed = { path: 'a.txt', content: `\ufeff${plain.content.replaceAll('\n', '\r\n')}` };
      const places = (list: readonly FormatFile[]) => {
        const { texts, problems } = readFiles(list);
        assert.deepEqual(problems, []);
        const { sidecar } = imported(texts[0]);
        return sidecar.tags.map(({ start, end, quote }) => [start, end, quote]);
      };
      const quoted = text.sidecar.tags.every(({ quote }) => quote.trim() !== '');
      if (quoted) assert.deepEqual(places([page, changed]), places([page, plain]));
    }),
    { numRuns: 150 },
  );
});

test('an empty text has an empty page', () => {
  const { files, items } = written('', []);
  assert.deepEqual(items, []);
  const { texts, problems } = readFiles(files);
  assert.deepEqual([texts[0].text, texts[0].tags, problems], ['', [], []]);
});
