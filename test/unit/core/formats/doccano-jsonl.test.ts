import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doccanoJsonl } from '../../../../server/src/core/formats/doccanoJsonl.ts';
import { complaints, readWith, shown, writtenIn } from './jsonFormats.ts';

const text = '😀 Ann Lee met Bob.';
const ann = { id: 'tagAnnLee', label: 'PER', start: 3, end: 10 };
const bob = { id: 'tagBob001', label: 'PER', start: 15, end: 18 };
const read = (...lines: unknown[]) => readWith(doccanoJsonl, lines);

test('a text is a line with entities and relations, numbered through the file', () => {
  const { files, lost } = writtenIn(doccanoJsonl, [
    {
      file: 'b/a.txt',
      text,
      tags: [ann, { ...bob, note: 'who?', status: 'suggested' }],
      relations: [{ id: 'relation1', label: 'met', from: 'tagAnnLee', to: 'tagBob001' }],
      document: { labels: ['news'], attributes: { year: 1999, text: 'x' } },
    },
    { file: 'c.txt', text: 'Bob', tags: [{ id: 'tagBob002', label: 'PER', start: 0, end: 3 }] },
  ]);
  assert.deepEqual([...files.keys()], ['doccano.jsonl']);
  // doccano's browser counts UTF-16 units.
  assert.equal(
    files.get('doccano.jsonl'),
    `{"text": "😀 Ann Lee met Bob.", "entities": [{"id": 1, "label": "PER", "start_offset": 3, "end_offset": 10}, {"id": 2, "label": "PER", "start_offset": 15, "end_offset": 18}], "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "met"}], "cats": ["news"], "file": "b/a.txt", "year": 1999, "offsets": "UTF-16"}
{"text": "Bob", "entities": [{"id": 3, "label": "PER", "start_offset": 0, "end_offset": 3}], "relations": [], "file": "c.txt", "offsets": "UTF-16"}
`,
  );
  assert.equal(lost, '1 status, 1 note, 1 label or attribute of the text');
});

test('the forms of its versions', () => {
  const versions = read(
    {
      text: 'Ann in Rome',
      labels: [
        [0, 3, 'PER'],
        [7, 11, 'LOC'],
      ],
    },
    { id: 12, data: 'Ann in Rome', label: [[0, 3, 'Person name']], Comments: ['sure?'] },
    {
      id: 13,
      text: 'Ann in Rome',
      annotations: [{ label: 7, start_offset: 0, end_offset: 3, user: 1 }],
      meta: { page: 4 },
    },
    { text: 'Ann in Rome', label: ['news', 'sport'], annotation_approver: null },
    { text: 'Ann in Rome', label: 'news', source: 'a paper' },
    { text: 'Ann in Rome', entities: [[0, 3, 'PER']], cats: ['trip'] },
    { column_data: 'Ann in Rome', column_label: [[0, 3, 'PER']] },
    {
      text: 'Ann in Rome',
      entities: [
        { id: 4, label: 'PER', start_offset: 0, end_offset: 3 },
        { id: 9, label: 'LOC', start_offset: 7, end_offset: 11 },
      ],
      relations: [{ id: 1, from_id: 4, to_id: 9, type: 'located in' }],
    },
  );
  assert.deepEqual(shown(versions), [
    ['data-1.txt', ['PER', 'Ann'], ['LOC', 'Rome']],
    ['data-12.txt', ['Person_name', 'Ann']],
    ['data-13.txt', ['7', 'Ann', { by: '1' }]],
    ['data-4.txt'],
    ['data-5.txt'],
    ['data-6.txt', ['PER', 'Ann']],
    ['data-7.txt', ['PER', 'Ann']],
    ['data-8.txt', ['PER', 'Ann'], ['LOC', 'Rome'], 'Ann located_in Rome'],
  ]);
  assert.deepEqual(
    versions.texts.map(({ document }) => document),
    [
      { labels: [], attributes: {} },
      { labels: [], attributes: {} },
      { labels: [], attributes: { page: 4 } },
      { labels: ['news', 'sport'], attributes: {} },
      { labels: ['news'], attributes: { source: 'a paper' } },
      { labels: ['trip'], attributes: {} },
      { labels: [], attributes: {} },
      { labels: [], attributes: {} },
    ],
  );
  assert.deepEqual(complaints(versions), ['1 note']);
  assert.deepEqual(versions.tagset, {
    labels: [{ name: 'Person_name', title: 'Person name' }],
    relations: [{ name: 'located_in', title: 'located in' }],
  });
});

test('what the offsets count shows where they cut no word, or the file says it', () => {
  const quotes = (...lines: unknown[]) => shown(read(...lines));
  const plain = { text: 'Bob', label: [] };
  const inUnits = {
    text,
    label: [
      [3, 10, 'PER'],
      [15, 18, 'PER'],
    ],
  };
  const inPoints = {
    text,
    label: [
      [2, 9, 'PER'],
      [14, 17, 'PER'],
    ],
  };
  const want = [
    ['PER', 'Ann Lee'],
    ['PER', 'Bob'],
  ];
  assert.deepEqual(quotes(plain, inUnits)[1], ['data-2.txt', ...want]);
  assert.deepEqual(quotes(plain, inPoints)[1], ['data-2.txt', ...want]);
  // 👩‍👩‍👧 is one cluster of five code points and eight units.
  const family = '👩‍👩‍👧 Ann Lee';
  assert.deepEqual(quotes({ text: family, label: [[2, 9, 'PER']] }), [
    ['data.txt', ['PER', 'Ann Lee']],
  ]);
  assert.deepEqual(quotes({ text: family, label: [[6, 13, 'PER']] }), [
    ['data.txt', ['PER', 'Ann Lee']],
  ]);
  assert.deepEqual(quotes({ text: family, label: [[9, 16, 'PER']] }), [
    ['data.txt', ['PER', 'Ann Lee']],
  ]);
  // One file counts alike: the second text decides for the first.
  const unsure = { text: '😀..', label: [[2, 3, 'DOT']] };
  assert.deepEqual(quotes(unsure, inPoints)[0], ['data-1.txt', ['DOT', '.']]);
  assert.deepEqual(readWith(doccanoJsonl, [unsure, inPoints]).texts[0].tags[0].start, 3);
  assert.deepEqual(readWith(doccanoJsonl, [unsure, inUnits]).texts[0].tags[0].start, 2);
  // Nothing decides: as doccano itself counts.
  assert.deepEqual(readWith(doccanoJsonl, [unsure]).texts[0].tags[0].start, 2);
  const said = { ...inPoints, offsets: 'UTF-16' };
  assert.deepEqual(quotes(said), [['data.txt', ['PER', ' Ann Le'], ['PER', ' Bo']]]);
});

test('line ends and a byte-order mark count as they are', () => {
  const source = '\ufeffAnn\r\nBob';
  assert.deepEqual(
    shown(
      read({
        text: source,
        label: [
          [1, 4, 'PER'],
          [6, 9, 'PER'],
        ],
      }),
    ),
    [['data.txt', ['PER', 'Ann'], ['PER', 'Bob']]],
  );
});

test('a file an annotator: their tags of one text are layers', () => {
  const line = (id: number, label: unknown) => JSON.stringify({ id, text: 'Ann in Rome', label });
  const files = [
    { path: 'x/admin.jsonl', content: `${line(1, [[0, 3, 'PER']])}\n${line(2, [])}\n` },
    { path: 'x/ben.jsonl', content: `${line(1, [[7, 11, 'LOC']])}\n` },
  ];
  assert.deepEqual(shown(readWith(doccanoJsonl, files)), [
    ['x/admin-1.txt', ['PER', 'Ann']],
    ['x/admin-1.txt ben', ['LOC', 'Rome']],
    ['x/admin-2.txt'],
  ]);
});

test('a record may be over several lines, and what is wrong is said with its line', () => {
  const pretty = JSON.stringify(
    { text: 'Ann', entities: [{ id: 0, label: 'PER', start_offset: 0, end_offset: 3 }] },
    null,
    2,
  );
  assert.deepEqual(shown(read(pretty)), [['data.txt', ['PER', 'Ann']]]);
  const wrong = read(
    { label: [[0, 1, 'PER']], meta: {} },
    {
      text: 'Ann',
      label: [
        [0, 9, 'PER'],
        [0, 'PER'],
        [0, 2, 'A'],
        [1, 3, 'A'],
      ],
      relations: [{ type: 'x' }],
    },
    '{"text": "Bob"',
  );
  assert.deepEqual(shown(wrong), [
    [
      'data.txt',
      ['A', 'An'],
      ['A', 'nn'],
      'The tag “#1” (PER) lies outside the text (0–9, the text has 3); it is left out.',
    ],
  ]);
  const [unread, ...others] = complaints(wrong);
  assert.match(unread, /^3: This is no JSON\./);
  assert.deepEqual(others, [
    '1: There is no “text” here; it is left out.',
    '2: Item 2 of “label” needs two offsets, whole numbers, and a label; it is left out.',
    '2: A relation needs “from_id”, “to_id” and “type”; it is left out.',
  ]);
});
