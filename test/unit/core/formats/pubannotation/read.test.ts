/** Reading PubAnnotation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { read, shown } from './documents.ts';

test('a document with relations, attributes of every type and an older modification', () => {
  const result = read({
    sourcedb: 'PubMed',
    sourceid: '123',
    project: 'genes',
    text: 'IRF-4 expression in CML',
    denotations: [
      { id: 'T1', span: { begin: 0, end: 5 }, obj: 'Protein' },
      { id: 'T2', span: { begin: 0, end: 16 }, obj: 'Gene expression' },
      { begin: 20, end: 23, obj: 'http://example.org/Disease' },
    ],
    relations: [{ id: 'R1', pred: 'theme of', subj: 'T1', obj: 'T2' }],
    attributes: [
      { id: 'A1', subj: 'T1', pred: 'score', obj: 0.5 },
      { id: 'A2', subj: 'T1', pred: 'flag' },
      { id: 'A3', subj: 'T1', pred: 'kind', obj: 'true' },
      { id: 'A4', subj: 'T1', pred: 'kind', obj: 'again' },
      { id: 'A5', subj: 'R1', pred: 'kind', obj: 'of a relation' },
    ],
    modifications: [{ id: 'M1', pred: 'Negation', obj: 'T2' }],
    namespaces: [{ prefix: '_base', uri: 'http://example.org/' }],
  });
  assert.deepEqual(shown(result), [
    [
      ['T1', 'Protein', 'IRF-4', { attributes: { score: 0.5, flag: true, kind: 'true' } }],
      ['T2', 'Gene_expression', 'IRF-4 expression', { attributes: { Negation: true } }],
      ['#3', 'http://example.org/Disease', 'CML'],
    ],
  ]);
  assert.deepEqual(result.texts[0].relations, [
    { label: 'theme_of', from: 'T1', to: 'T2', id: 'R1' },
  ]);
  assert.deepEqual(result.texts[0].document, {
    labels: [],
    attributes: { sourcedb: 'PubMed', sourceid: '123', project: 'genes' },
  });
  assert.deepEqual(result.tagset, {
    labels: [{ name: 'Gene_expression', title: 'Gene expression' }],
    relations: [{ name: 'theme_of', title: 'theme of' }],
  });
  assert.deepEqual(result.problems, []);
  assert.deepEqual(result.losses, [{ file: 'a.txt', what: 'attributes', count: 2 }]);
});

test('a tag in pieces, as a list of spans and as an older chain', () => {
  const text = 'ES and somatic cells';
  const bag = [
    {
      id: 'T1',
      span: [
        { begin: 15, end: 20 },
        { begin: 0, end: 2 },
      ],
      obj: 'Cell',
    },
    { id: 'T2', span: [{ begin: 7, end: 20 }], obj: 'Cell' },
  ];
  const chain = [
    { id: 'T1-0', span: { begin: 0, end: 2 }, obj: '_FRAGMENT' },
    { id: 'T1-1', span: { begin: 15, end: 20 }, obj: 'Cell' },
  ];
  const relations = [
    { id: 'C', pred: '_lexicallyChainedTo', subj: 'T1-1', obj: 'T1-0' },
    { id: 'R', pred: 'same', subj: 'T1-0', obj: 'T1-1' },
  ];
  const result = read({ text, denotations: bag }, { text, denotations: chain, relations });
  assert.deepEqual(shown(result), [
    [
      ['T1', 'Cell', 'ES…cells'],
      ['T2', 'Cell', 'somatic cells'],
    ],
    [['T1-1', 'Cell', 'ES…cells']],
  ]);
  assert.deepEqual(result.texts[1].relations, [
    { label: 'same', from: 'T1-1', to: 'T1-1', id: 'R' },
  ]);
});

test('offsets count code points, unless only UTF-16 units fit', () => {
  const text = '😀 Ann met Bob';
  const of = (...spans: [number, number][]) =>
    shown(
      read({
        text,
        denotations: spans.map(([begin, end]) => ({ span: { begin, end }, obj: 'P' })),
      }),
    );
  assert.deepEqual(of([2, 5], [10, 13]), [
    [
      ['#1', 'P', 'Ann'],
      ['#2', 'P', 'Bob'],
    ],
  ]);
  assert.deepEqual(of([3, 6], [11, 14]), [
    [
      ['#1', 'P', 'Ann'],
      ['#2', 'P', 'Bob'],
    ],
  ]);
  // Code points would give “nn ” here.
  assert.deepEqual(of([3, 6]), [[['#1', 'P', 'Ann']]]);
  // Neither is clean: code points.
  assert.deepEqual(of([3, 5]), [[['#1', 'P', 'nn']]]);
});

test('carriage returns and a byte-order mark count', () => {
  const text = '\ufeffA\r\nAnn\r\n';
  const result = read({ text, denotations: [{ span: { begin: 4, end: 7 }, obj: 'P' }] });
  assert.deepEqual(shown(result), [[['#1', 'P', 'Ann']]]);
  const { sidecar, text: kept } = imported(result.texts[0]);
  assert.equal(kept, 'A\nAnn\n');
  assert.deepEqual(
    [sidecar.tags[0].start, sidecar.tags[0].end, sidecar.tags[0].quote],
    [2, 5, 'Ann'],
  );
});

test('lists of documents are named by their source; tracks are layers', () => {
  const one = { sourcedb: 'PMC', sourceid: '7/../x', divid: 0, text: 'a', denotations: [] };
  const two = {
    text: 'Ann',
    tracks: [
      { project: 'my project', denotations: [{ id: 'T1', span: { begin: 0, end: 3 }, obj: 'P' }] },
      { project: 'my project', denotations: [{ id: 'T1', span: { begin: 0, end: 1 }, obj: 'Q' }] },
    ],
  };
  const result = read([one, two, 7]);
  assert.deepEqual(
    result.texts.map(({ file, layer, tags }) => [file, layer, tags.map(({ label }) => label)]),
    [
      ['PMC-7_.._x-0.txt', undefined, []],
      ['a-2.txt', 'my_project', ['P']],
      ['a-2.txt', 'my_project-2', ['Q']],
    ],
  );
  assert.deepEqual(result.problems, [
    { path: 'a.json', message: 'Document 3 of this list has no “text”; it is left out.' },
  ]);
});

test('a configuration for TextAE gives labels, colours, attributes and names of entities', () => {
  const config = {
    'entity types': [
      { id: 'Protein', color: '#00F', default: true },
      { id: 'https://example.org/P1', color: 'red', label: 'Thy-1' },
      { id: 'https://example.org/*', color: '#FF0000' },
    ],
    'relation types': [{ id: 'themeOf', color: '#0000FF' }],
    'attribute types': [
      { pred: 'kind', 'value type': 'selection', values: [{ id: 'a' }, { id: 'b' }] },
      { pred: 'score', 'value type': 'numeric', default: 0 },
      { pred: '_entity', 'value type': 'selection', values: [{ id: 'irf', label: 'IRF' }] },
    ],
  };
  const result = read(config, {
    text: 'IRF',
    denotations: [{ id: 'T1', span: { begin: 0, end: 3 }, obj: 'Protein' }],
    attributes: [
      { subj: 'T1', pred: 'kind', obj: 'b' },
      { subj: 'T1', pred: '_entity', obj: 'irf' },
    ],
  });
  assert.deepEqual(result.tagset, {
    labels: [
      {
        name: 'Protein',
        colour: '#0000FF',
        attributes: [{ name: 'kind', type: 'choice', values: ['a', 'b'] }],
      },
      { name: 'https://example.org/P1', title: 'Thy-1' },
    ],
    relations: [{ name: 'themeOf' }],
  });
  assert.deepEqual(result.entities, [{ id: 'irf', type: 'Protein', name: 'IRF', aliases: [] }]);
  assert.deepEqual(shown(result), [
    [['T1', 'Protein', 'IRF', { entity: 'irf', attributes: { kind: 'b' } }]],
  ]);
  assert.deepEqual(result.problems, []);
});

test('what is wrong is said, what has no place is counted, and the rest is read', () => {
  const result = read(
    {
      text: 'Ann',
      denotations: [
        { id: 'T1', span: { begin: 0, end: 3 }, obj: 'P', score: 1 },
        { id: 'T2', span: { begin: 2, end: 1 }, obj: 'P' },
        { id: 'T3', span: { begin: '0', end: 1 }, obj: 'P' },
        { id: 'T4', span: { begin: 0, end: 1 } },
        'T5',
      ],
      relations: [{ id: 'R1', subj: 'T1', obj: 'T1' }],
      attributes: [{ subj: 'T9', pred: 'kind', obj: 'x' }],
      blocks: [{ id: 'B1', span: { begin: 0, end: 3 }, obj: 'title' }],
      typesettings: [{ span: { begin: 0, end: 1 }, style: 'bold' }],
      private: 1,
    },
    '{"text": "a",\n "denotations": [}',
    '',
  );
  assert.deepEqual(shown(result), [[['T1', 'P', 'Ann']]]);
  assert.deepEqual(result.losses, [
    { file: 'a.txt', what: 'extra', count: 2 },
    { file: 'a.txt', what: 'other', count: 2 },
  ]);
  assert.deepEqual(
    result.problems
      .slice(0, 6)
      .map(({ path, line, message }) => `${path}:${line ?? ''} ${message}`),
    [
      'a.json: a.txt: The denotation “T2” ends (1) before it begins (2); it is left out.',
      'a.json: a.txt: The denotation “T3” needs a “span” whose “begin” and “end” are whole numbers; it is left out.',
      'a.json: a.txt: The denotation “T4” has no “obj”, its label; it is left out.',
      'a.json: a.txt: The denotation “#5” is no object; it is left out.',
      'a.json: a.txt: The attribute “kind” is of “T9”, which is not there; it is left out.',
      'a.json: a.txt: The relation “R1” needs “subj”, “pred” and “obj”; it is left out.',
    ],
  );
  assert.deepEqual(
    result.problems.slice(6).map(({ path, line }) => [path, line]),
    [
      ['b.json', 2],
      ['c.json', 1],
    ],
  );
});
