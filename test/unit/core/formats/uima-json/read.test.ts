/** Reading UIMA CAS JSON as other programs write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { uimaJson } from '../../../../../server/src/core/formats/uimaJson.ts';
import { CORE, cas, NAMED_ENTITY, type Raw, read, shown } from './cas.ts';

test('labels come from the feature that holds a category, else from the layer; the rest are attributes', () => {
  const at = { begin: 0, end: 5 };
  const { texts, losses, problems, tagset } = read(
    cas('walks to Q', [
      { '%TYPE': `${CORE}.segmentation.type.Token`, ...at, '@pos': 3 },
      {
        '%TYPE': `${CORE}.lexmorph.type.pos.POS_VERB`,
        ...at,
        PosValue: 'VBZ',
        coarseValue: 'VERB',
      },
      { '%TYPE': `${CORE}.segmentation.type.Lemma`, ...at, value: 'walk' },
      {
        '%TYPE': NAMED_ENTITY,
        begin: 9,
        end: 10,
        identifier: 'http://www.wikidata.org/entity/Q42',
      },
      { '%TYPE': NAMED_ENTITY, begin: 9, end: 10, value: 'Person name', identifier: 'own-id' },
      {
        '%TYPE': 'webanno.custom.Emotion',
        ...at,
        kind: 'joy',
        sure: true,
        n: 2,
        '#x': 'NaN',
        no: null,
      },
      { '%TYPE': 'custom.Span', ...at, label: 'X' },
      { '%TYPE': 'custom.Remark', ...at, value: 'a remark\nof two lines' },
      { '%TYPE': 'uima.tcas.Annotation', ...at },
    ]),
  );
  assert.deepEqual([problems, losses], [[], []]);
  assert.deepEqual(shown(texts[0]), [
    ['VBZ 0-5', { attributes: { layer: 'POS_VERB', coarseValue: 'VERB' } }],
    ['Lemma 0-5', { attributes: { value: 'walk' } }],
    ['NamedEntity 9-10', { entity: 'Q42' }],
    ['Person_name 9-10', { entity: 'own-id' }],
    ['Emotion 0-5', { attributes: { kind: 'joy', sure: true, n: 2, x: 'NaN' } }],
    ['X 0-5', { attributes: { layer: 'Span' } }],
    ['Remark 0-5', { attributes: { value: 'a remark\nof two lines' } }],
    'Annotation 0-5',
  ]);
  assert.deepEqual(tagset?.labels, [{ name: 'Person_name', title: 'Person name' }]);
});

test('entities that a file names become records', () => {
  const { entities } = read(
    cas('Q  x', [
      {
        '%TYPE': NAMED_ENTITY,
        begin: 0,
        end: 4,
        value: 'PER',
        identifier: 'http://www.wikidata.org/entity/Q42',
      },
      { '%TYPE': NAMED_ENTITY, begin: 0, end: 1, value: 'PER', identifier: 'urn:x/Q42' },
    ]),
  );
  assert.deepEqual(entities, [
    {
      id: 'Q42',
      type: 'PER',
      name: 'Q x',
      aliases: [],
      sameAs: ['https://www.wikidata.org/wiki/Q42'],
    },
    { id: 'Q42-2', type: 'PER', name: 'Q', aliases: [], sameAs: ['urn:x/Q42'] },
  ]);
});

test('relations come from pairs of features, from references and from links with roles', () => {
  const { texts, losses } = read(
    cas('a b c', [
      { '%TYPE': 'custom.Span', begin: 0, end: 1, label: 'A' }, // 2
      { '%TYPE': 'custom.Span', begin: 2, end: 3, label: 'B' }, // 3
      {
        '%TYPE': 'custom.Relation',
        begin: 2,
        end: 3,
        '@Governor': 2,
        '@Dependent': 3,
        label: 'x y',
        w: 1,
      },
      { '%TYPE': 'custom.Host', begin: 4, end: 5, '@one': 2, '@links': 7, '@none': 99 }, // 5
      { '%TYPE': 'custom.Link', role: 'agent', '@target': 3 }, // 6
      { '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [6, 2] }, // 7
      { '%TYPE': 'custom.Arc', begin: 0, end: 1, '@a': 3, '@b': 2 }, // 8
      { '%TYPE': `${CORE}.segmentation.type.Token`, begin: 4, end: 5 }, // 9
      { '%TYPE': 'custom.Dependency', begin: 4, end: 5, '@Governor': 9, '@Dependent': 9 },
    ]),
  );
  assert.deepEqual(
    texts[0].relations.map(({ label, from, to }) => `${from} ${label} ${to}`),
    ['2 x_y 3', '3 Arc 2', '5 one 2', '5 agent 3', '5 links 2'],
  );
  assert.deepEqual(losses, [
    { file: 'a.txt', what: 'attributes', count: 1 },
    { file: 'a.txt', what: 'relations', count: 1 },
    { file: 'a.txt', what: 'other', count: 1 },
  ]);
});

test('a list of texts is one text, and numbers in a list are no references', () => {
  const { texts, losses } = read(
    cas('a b', [
      { '%TYPE': 'custom.Span', begin: 0, end: 1, '@names': 4, '@numbers': 5, '@empty': 6 },
      { '%TYPE': 'custom.Span', begin: 2, end: 3 },
      { '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['x', null, 'y'] },
      { '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [3] },
      { '%TYPE': 'uima.cas.FSArray' },
    ]),
  );
  assert.deepEqual(shown(texts[0]), [['Span 0-1', { attributes: { names: 'x; y' } }], 'Span 2-3']);
  assert.deepEqual(texts[0].relations, []);
  assert.deepEqual(losses, [{ file: 'a.txt', what: 'attributes', count: 1 }]);
});

test('what lies in other views or in no index is counted, what sets up a project is not', () => {
  const whole = cas(
    'a b',
    [
      { '%TYPE': 'my.Document', begin: 0, end: 3 },
      { '%TYPE': 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata', begin: 0, end: 3 },
      { '%TYPE': 'custom.Span', begin: 0, end: 1 },
      { '%TYPE': 'custom.Span', begin: 2, end: 3 },
      { '%TYPE': 'uima.cas.Sofa', sofaNum: 2, sofaID: 'other', sofaString: 'zzz' },
      { '%TYPE': 'custom.Span', '@sofa': 6, begin: 2, end: 3 },
    ],
    { 'my.Document': { '%NAME': 'my.Document', '%SUPER_TYPE': 'uima.tcas.DocumentAnnotation' } },
  );
  const structures = whole['%FEATURE_STRUCTURES'] as Raw[];
  structures[6]['@sofa'] = 6;
  const views = { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4] } };
  const { texts, losses } = read({ ...whole, '%VIEWS': views });
  assert.deepEqual(shown(texts[0]), ['Span 0-1']);
  assert.deepEqual(losses, [{ file: 'a.txt', what: 'other', count: 3 }]);
});

test('offsets count a byte-order mark and both signs of a line end', () => {
  const { texts } = read(
    cas('\ufeffa\r\n😀 b', [{ '%TYPE': 'custom.Span', '^begin': 7, '^end': 8, begin: 7, end: 8 }]),
  );
  const [tag] = imported(texts[0]).sidecar.tags;
  assert.deepEqual([tag.start, tag.end, tag.quote], [5, 6, 'b']);
});

test('structures may be an object with ids as keys, and need no views', () => {
  const { texts } = read({
    '%FEATURE_STRUCTURES': {
      1: { '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'ab' },
      2: { '%TYPE': 'custom.Span', '@sofa': 1, begin: 0, end: 2 },
    },
  });
  assert.deepEqual(shown(texts[0]), ['Span 0-2']);
});

test('a file for each annotator gives layers of one text', () => {
  const content = JSON.stringify(cas('ab', []));
  const paths = ['x/a.txt/ann.json', 'x/a.txt/INITIAL_CAS.json', 'x/b.json', 'x/a.txt.tags.json'];
  const texts = uimaJson.read?.(paths.map((path) => ({ path, content }))).texts ?? [];
  assert.deepEqual(
    texts.map(({ file, layer }) => [file, layer]),
    [
      ['x/a.txt', 'ann'],
      ['x/a.txt', undefined],
      ['x/b.txt', undefined],
    ],
  );
});

test('what cannot be read is said in a sentence, and the rest is read', () => {
  const messages = (content: unknown, path?: string) =>
    read(content, path).problems.map(({ message }) => message);
  assert.deepEqual(messages('<xmi/>', 'a.xmi'), [
    'UIMA’s XMI is not read; export “UIMA CAS JSON 0.4.0” instead.',
  ]);
  assert.deepEqual(messages([]), ['This is no UIMA CAS JSON: “%FEATURE_STRUCTURES” is missing.']);
  assert.deepEqual(messages({ '%FEATURE_STRUCTURES': [] }), [
    'This CAS has no text: no sofa has a “sofaString”.',
  ]);
  assert.deepEqual(read('{\n"a": }').problems[0].line, 2);
  const whole = cas('ab', [{ '%TYPE': 'custom.Span', begin: 0, end: 1 }]);
  const structures = whole['%FEATURE_STRUCTURES'] as unknown[];
  const broken = {
    ...whole,
    '%FEATURE_STRUCTURES': [...structures, 7, { '%ID': 2, '%TYPE': 'x' }],
  };
  const { texts, problems } = read(broken);
  assert.deepEqual(shown(texts[0]), ['Span 0-1']);
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'Feature structure 3 has no “%ID” or no “%TYPE”; it is left out.',
      'The feature structure 2 stands there twice; the first one counts.',
    ],
  );
});
