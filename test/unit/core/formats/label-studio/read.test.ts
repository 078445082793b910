/** Reading tasks of Label Studio. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelStudio } from '../../../../../server/src/core/formats/labelStudio.ts';
import { complaints, readWith, shown } from '../jsonFormats.ts';
import { read, region, task, text } from './tasks.ts';

test('regions with labels, relations and what else is said of them', () => {
  const value = { start: 2, end: 9, text: 'Ann Lee' };
  const about = (from_name: string, type: string, more: object) => ({
    id: 'regionA',
    from_name,
    to_name: 'text',
    type,
    value: { ...value, ...more },
  });
  const told = read({
    id: 17,
    data: { text, source: 'a paper', tokens: [1] },
    meta: { batch: 2 },
    annotations: [
      {
        completed_by: { id: 3, email: 'ann@example.org', first_name: '', last_name: '' },
        created_at: '2026-01-01T10:00:00.123456Z',
        result: [
          {
            ...region('regionA', 2, 9, 'Ann Lee', 'Person name', 'Writer'),
            score: 0.5,
            meta: { text: ['who?', 'check'] },
          },
          region('regionB', 14, 17, 'Bob', 'Person name'),
          about('kind', 'choices', { choices: ['poet', 'critic'] }),
          about('sure', 'choices', { choices: ['true'] }),
          about('age', 'number', { number: 40 }),
          about('stars', 'rating', { rating: 3 }),
          about('why', 'textarea', { text: ['one', 'two'] }),
          about('topic', 'taxonomy', { taxonomy: [['Arts', 'Prose'], ['Film']] }),
          about('seen', 'datetime', { datetime: '2026-01-01' }),
          {
            type: 'relation',
            from_id: 'regionA',
            to_id: 'regionB',
            direction: 'left',
            labels: ['knows', 'saw'],
          },
          { type: 'relation', from_id: 'regionA', to_id: 'regionB', direction: 'bi' },
          {
            id: 'x',
            from_name: 'genre',
            to_name: 'text',
            type: 'choices',
            value: { choices: ['news', 'sport'] },
          },
          {
            id: 'y',
            from_name: 'summary',
            to_name: 'text',
            type: 'textarea',
            value: { text: ['They met.'] },
          },
        ],
      },
    ],
  });
  const shared = { by: 'ann@example.org', at: '2026-01-01T10:00:00.123456Z' };
  const more = {
    kind: 'poet; critic',
    sure: true,
    age: 40,
    stars: 3,
    why: 'one\ntwo',
    topic: 'Arts/Prose; Film',
    seen: '2026-01-01',
  };
  const [[file, ...rows]] = shown(told) as [[string, ...unknown[]]];
  assert.equal(file, 'export.txt');
  const own = { attributes: { score: 0.5, ...more }, note: 'who?\ncheck', ...shared };
  assert.deepEqual(
    rows.slice(0, 3).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    [
      ['Person_name', 'Ann Lee', own],
      ['Person_name', 'Bob', shared],
      ['Writer', 'Ann Lee', own],
    ],
  );
  assert.deepEqual(rows.slice(3), [
    'Bob knows Ann Lee',
    'Bob saw Ann Lee',
    'Ann Lee relation Bob',
    'Bob relation Ann Lee',
  ]);
  assert.deepEqual(told.texts[0].document, {
    labels: ['news', 'sport'],
    attributes: { summary: 'They met.', batch: 2, source: 'a paper' },
  });
  assert.deepEqual(complaints(told), ['1 unknown key']);
  assert.deepEqual(told.tagset?.labels, [{ name: 'Person_name', title: 'Person name' }]);
});

test('the ground truth or the first annotation is the text’s own, the others are layers', () => {
  const one = [region('regionOne', 2, 9, 'Ann Lee', 'PER')];
  const other = [region('regionTwo', 14, 17, 'Bob', 'PER')];
  const several = read({
    data: { text },
    annotations: [
      { completed_by: 1, result: one },
      { completed_by: 2, result: other, was_cancelled: true },
      { completed_by: 1, result: other },
      { completed_by: { email: 'ben@example.org' }, result: other, ground_truth: true },
    ],
    drafts: [{ result: one }],
  });
  assert.deepEqual(shown(several), [
    ['export.txt', ['PER', 'Bob', { by: 'ben@example.org' }]],
    ['export.txt annotator-1', ['PER', 'Ann Lee', { by: '1' }]],
    ['export.txt annotator-1-2', ['PER', 'Bob', { by: '1' }]],
  ]);
  assert.deepEqual(complaints(several), ['2 other annotations']);
  const old = {
    completions: [{ id: 1, created_at: 0, result: one }],
    data: { text },
    predictions: [],
  };
  assert.deepEqual(shown(read(old)), [
    ['export.txt', ['PER', 'Ann Lee', { at: '1970-01-01T00:00:00.000Z' }]],
  ]);
});

test('predictions are suggestions, unless an annotation has taken them over', () => {
  const predicted = [
    region('regionOne', 2, 9, 'Ann Lee', 'PER'),
    region('regionTwo', 14, 17, 'Bob', 'PER'),
  ];
  const told = read({
    data: { text },
    annotations: [{ result: [region('regionOne', 2, 5, 'Ann', 'PER')] }],
    predictions: [
      { model_version: 'm1', result: predicted },
      { model_version: 'm2', result: [region('regionTwo', 14, 17, 'Bob', 'ORG')] },
    ],
  });
  assert.deepEqual(shown(told)[0], [
    'export.txt',
    ['PER', 'Ann'],
    ...[
      ['PER', 'Bob', { by: 'm1', status: 'suggested' }],
      ['ORG', 'Bob', { by: 'm2', status: 'suggested' }],
    ].sort(() => (told.texts[0].tags[1].label === 'PER' ? 0 : -1)),
  ]);
  assert.deepEqual(told.losses, []);
});

test('the short export, JSON-MIN', () => {
  const line = {
    id: 1,
    text,
    annotator: 1,
    annotation_id: 5,
    lead_time: 3.5,
    created_at: 'x',
    updated_at: '2026-01-01T00:00:00Z',
  };
  const short = read(
    {
      ...line,
      ner: [{ start: 2, end: 9, text: 'Ann Lee', labels: ['PER'] }],
      genre: { choices: ['news', 'sport'] },
      tone: 'calm',
    },
    { ...line, annotator: 2, ner: [{ start: 14, end: 17, text: 'Bob', labels: ['PER', 'POET'] }] },
    { id: 2, sentence: 'Bob is here', file: 'b.txt', ner: [] },
  );
  const [first, second, third] = shown(short) as [unknown[], unknown[], unknown[]];
  const at = '2026-01-01T00:00:00Z';
  assert.deepEqual(first, ['export-1.txt', ['PER', 'Ann Lee', { by: '1', at }]]);
  assert.deepEqual(second.length, 3);
  assert.equal(second[0], 'export-1.txt 2');
  assert.deepEqual(short.texts[0].document, {
    labels: ['news', 'sport'],
    attributes: { tone: 'calm' },
  });
  assert.deepEqual(third, ['b.txt']);
  assert.deepEqual(complaints(short), []);
});

test('pages are the text that they show', () => {
  const html = '<div><p>Ann &amp; Bob</p><br/>in Rome</div>';
  const value = (start: number, end: number, quote: string, label: string) => ({
    start: '/div[1]/p[1]/text()[1]',
    end: '/div[1]/p[1]/text()[1]',
    startOffset: 0,
    endOffset: 3,
    globalOffsets: { start, end },
    text: quote,
    hypertextlabels: [label],
  });
  const result = [value(0, 3, 'Ann', 'PER'), value(13, 17, 'Rome', 'LOC')].map((one, i) => ({
    id: `region${i}`,
    from_name: 'ner',
    to_name: 'text',
    type: 'hypertextlabels',
    value: one,
  }));
  const page = read({ data: { text: html }, annotations: [{ result }] });
  assert.equal(page.texts[0].text, 'Ann & Bob\nin Rome');
  assert.deepEqual(shown(page), [['export.txt', ['PER', 'Ann'], ['LOC', 'Rome']]]);
});

test('what is wrong is said, and the rest is read', () => {
  const broken = readWith(labelStudio, [{ path: 'x.json', content: '[\n{"data": 1,\n]' }]);
  assert.match(complaints(broken)[0], /^3: This is no JSON\./);
  const wrong = read(
    7,
    {
      data: { image: 'https://example.org/a.png' },
      annotations: [
        {
          result: [{ id: 'r', type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['Car'] } }],
        },
      ],
    },
    {
      data: { text: 'https://example.org/a.txt' },
      annotations: [{ result: [region('a', 100, 103, 'Ann', 'PER')] }],
    },
    task([
      region('a', 2, 9, 'Ann Lee'),
      region('b', 14, 99, undefined, 'PER'),
      { id: 'c', type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['Car'] } },
      { type: 'relation', from_id: 'b' },
      { type: 'relation', from_id: 'b', to_id: 'gone', labels: ['x'] },
      null,
    ]),
  );
  assert.deepEqual(shown(wrong), [
    [
      'export.txt',
      'The tag “b” (PER) lies outside the text (15–100, the text has 19); it is left out.',
      'The relation “x” from “b” to “gone” names a tag that is not there; it is left out.',
    ],
  ]);
  assert.deepEqual(complaints(wrong), [
    'Record 1: This is no task; it is left out.',
    'Record 2: This task has no text; it is left out.',
    'Record 3: The text of this task is not here but at https://example.org/a.txt; it is left out.',
    'Record 4: A relation needs “from_id” and “to_id”; it is left out.',
    '2 other annotations',
  ]);
});

test('some other program’s JSON is no task', () => {
  const read = labelStudio.read?.([
    { path: 'package.json', content: '{"name": "x", "version": "1"}' },
  ]);
  assert.deepEqual(read?.texts, []);
  assert.match(read?.problems[0]?.message ?? '', /This is no task; it is left out\./);
});
