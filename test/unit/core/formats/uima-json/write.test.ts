/** Writing UIMA CAS JSON, and reading what was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { CORE, FIELD, NAMED_ENTITY, type Raw, read, shown, written } from './cas.ts';

test('a tag is a named entity, its offsets in UTF-16 units, its entity a concept', () => {
  const { structures } = written('😀 Syria.', [
    { id: 'q3Zk81Xw', label: 'LOC', start: 3, end: 8, entity: 'syria' },
  ]);
  assert.deepEqual(structures[0], {
    '%ID': 1,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: '😀 Syria.',
  });
  assert.deepEqual(structures[1], {
    '%ID': 2,
    '%TYPE': `${CORE}.metadata.type.DocumentMetaData`,
    '@sofa': 1,
    begin: 0,
    end: 9,
    language: 'en',
    documentTitle: 'a.txt',
    documentId: 'a.txt',
    isLastSegment: false,
  });
  assert.deepEqual(
    structures.filter((one) => one['%TYPE'] === NAMED_ENTITY),
    [
      {
        '%ID': 7,
        '%TYPE': NAMED_ENTITY,
        '@sofa': 1,
        begin: 3,
        end: 8,
        value: 'LOC',
        identifier: 'http://www.wikidata.org/entity/Q858',
      },
    ],
  );
  const places = (type: string) =>
    structures.filter((one) => one['%TYPE'] === `${CORE}.segmentation.type.${type}`).length;
  assert.deepEqual([places('Sentence'), places('Token')], [1, 3]);
});

test('every type and feature in a file is declared in it, parents first, and INCEpTION’s reader finds the order it needs', () => {
  const { cas: whole, structures } = written(
    'Ann met Ben.',
    [
      { id: 'aaaaaaaa', label: 'PER', start: 0, end: 3, note: 'who?' },
      { id: 'bbbbbbbb', label: 'PER', start: 8, end: 11 },
    ],
    [{ id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' }],
  );
  assert.deepEqual(Object.keys(whole), ['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
  const builtIn = new Map([
    ['uima.cas.Sofa', ['sofaNum', 'sofaID', 'mimeType', 'sofaString']],
    ['uima.tcas.Annotation', ['sofa', 'begin', 'end']],
    ['uima.tcas.DocumentAnnotation', ['sofa', 'begin', 'end', 'language']],
  ]);
  const features = new Map(builtIn);
  for (const [name, type] of Object.entries(whole['%TYPES'] as Record<string, Raw>)) {
    const inherited = features.get(String(type['%SUPER_TYPE']));
    assert.ok(inherited, name);
    assert.equal(type['%NAME'], name);
    features.set(name, [...inherited, ...Object.keys(type).filter((key) => !key.startsWith('%'))]);
  }
  structures.forEach((structure, i) => {
    const [id, type, ...rest] = Object.keys(structure);
    assert.deepEqual([id, type, structure['%ID']], ['%ID', '%TYPE', i + 1]);
    const known = features.get(String(structure['%TYPE']));
    for (const key of rest) assert.ok(known?.includes(key.replace(/^@/, '')), key);
  });
  const relation = structures.find((one) => one['%TYPE'] === 'webanno.custom.Relation');
  const [from, to] = structures.filter((one) => one['%TYPE'] === NAMED_ENTITY);
  assert.deepEqual(relation, {
    '%ID': structures.length,
    '%TYPE': 'webanno.custom.Relation',
    '@sofa': 1,
    begin: 8,
    end: 11,
    '@Governor': from['%ID'],
    '@Dependent': to['%ID'],
    label: 'near',
  });
  assert.deepEqual(whole['%VIEWS']._InitialView, {
    '%SOFA': 1,
    '%MEMBERS': structures.slice(1).map((one) => one['%ID']),
  });
});

test('a text without relations declares no type that a new INCEpTION project lacks', () => {
  const { cas: whole } = written('Ann', [{ id: 'aaaaaaaa', label: 'PER', start: 0, end: 3 }]);
  assert.ok(Object.keys(whole['%TYPES']).every((name) => name.startsWith(CORE)));
});

test('what a named entity cannot hold, and a rejected tag with its relation, are fields', () => {
  const { files, structures } = written(
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
        attributes: { sure: true, n: -0, t: 'two\nlines' },
        note: 'a “note”',
        by: 'ann',
        at: '2026-11-25T12:00:00Z',
        status: 'suggested',
      },
      { id: 'bbbbbbbb', label: 'PER', start: 0, end: 3, status: 'rejected', entity: 'unknown' },
    ],
    [{ id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' }],
    { labels: ['news'], attributes: { source: 'web', year: 1988 } },
  );
  assert.equal(structures.filter((one) => one['%TYPE'] === NAMED_ENTITY).length, 1);
  const keys = structures.filter((one) => one['%TYPE'] === FIELD).map(({ key }) => key);
  assert.deepEqual(keys.sort(), [
    'glossator.document',
    'glossator.relation',
    'glossator.tag',
    'glossator.tag',
    'source',
  ]);
  const { texts, problems, losses, entities } = read(files[0].content, 'news/a.json');
  assert.deepEqual([problems, losses], [[], []]);
  assert.equal(texts[0].file, 'news/a.txt');
  assert.deepEqual(texts[0].document, {
    labels: ['news'],
    attributes: { source: 'web', year: 1988 },
  });
  assert.deepEqual(shown(texts[0]).sort(), [
    [
      'LOC 4-15',
      {
        attributes: { sure: true, n: -0, t: 'two\nlines' },
        note: 'a “note”',
        by: 'ann',
        at: '2026-11-25T12:00:00Z',
        status: 'suggested',
        fragments: [
          [4, 7],
          [12, 15],
        ],
      },
    ],
    ['PER 0-3', { status: 'rejected', entity: 'unknown' }],
  ]);
  assert.deepEqual(imported(texts[0]).sidecar.relations, [
    { id: 'cccccccc', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' },
  ]);
  assert.deepEqual(entities, [{ id: 'unknown', type: 'PER', name: 'not', aliases: [] }]);
});

test('an annotation that INCEpTION gave another label keeps its note; one that is gone there is counted', () => {
  const { cas: whole, structures } = written('Ann met Ben.', [
    { id: 'aaaaaaaa', label: 'PER', start: 0, end: 3, note: 'who?' },
    { id: 'bbbbbbbb', label: 'PER', start: 8, end: 11, note: 'gone' },
  ]);
  const [ann, ben] = structures.filter((one) => one['%TYPE'] === NAMED_ENTITY);
  ann.value = 'ORG';
  const left = structures.filter((one) => one !== ben);
  const { texts, losses } = read({ ...whole, '%FEATURE_STRUCTURES': left });
  assert.deepEqual(shown(texts[0]), [['ORG 0-3', { note: 'who?' }]]);
  assert.deepEqual(losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
});

test('an empty text comes back empty', () => {
  const { files } = written('', []);
  const { texts, problems } = read(files[0].content);
  assert.deepEqual([texts[0].text, texts[0].tags, problems], ['', [], []]);
});
