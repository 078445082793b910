/** Reading lines of spaCy and Prodigy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spacyJsonl } from '../../../../../server/src/core/formats/spacyJsonl.ts';
import { complaints, readWith, shown } from '../jsonFormats.ts';
import { read, text } from './sample.ts';

test('the ways to write spans', () => {
  const pairs = read(
    { text, spans: [{ start: 2, end: 9, label: 'PER' }] },
    {
      text,
      entities: [
        [2, 9, 'PER'],
        [14, 17, 'PER', 'Q1'],
      ],
    },
    {
      text,
      ents: [{ start: 2, end: 9, label: 'PER' }],
      spans: {
        sc: [
          { start: 2, end: 9, label: 'PER' },
          { start: 6, end: 9, label: 'PER', kb_id: '' },
        ],
      },
    },
    {
      text,
      spans: { a: [{ start: 2, end: 9, label: 'PER' }], b: [{ start: 2, end: 5, label: 'FIRST' }] },
    },
    [text, { entities: [[14, 17, 'PER']] }],
    {
      text,
      tokens: [
        { start: 0, end: 1 },
        { start: 2, end: 5 },
        { start: 6, end: 9 },
      ],
      spans: [{ token_start: 1, token_end: 2, label: 'PER' }],
    },
  );
  assert.deepEqual(shown(pairs), [
    ['data-1.txt', ['PER', 'Ann Lee']],
    ['data-2.txt', ['PER', 'Ann Lee'], ['PER', 'Bob', { entity: 'Q1' }]],
    ['data-3.txt', ['PER', 'Ann Lee'], ['PER', 'Lee']],
    [
      'data-4.txt',
      ['FIRST', 'Ann', { attributes: { group: 'b' } }],
      ['PER', 'Ann Lee', { attributes: { group: 'a' } }],
    ],
    ['data-5.txt', ['PER', 'Bob']],
    ['data-6.txt', ['PER', 'Ann Lee']],
  ]);
  assert.deepEqual(complaints(pairs), []);
  assert.deepEqual(pairs.entities, [{ id: 'Q1', type: 'PER', name: 'Bob', aliases: [] }]);
});

test('answers: a rejected task has rejected tags, one that was passed over suggestions', () => {
  const base = { text, spans: [{ start: 2, end: 9, label: 'PER' }], label: 'news' };
  const answers = read(
    { ...base, answer: 'accept' },
    { ...base, answer: 'reject' },
    { ...base, answer: 'ignore', label: null },
  );
  assert.deepEqual(shown(answers), [
    ['data-1.txt', ['PER', 'Ann Lee']],
    ['data-2.txt', ['PER', 'Ann Lee', { status: 'rejected' }]],
    ['data-3.txt', ['PER', 'Ann Lee', { status: 'suggested' }]],
  ]);
  assert.deepEqual(
    answers.texts.map(({ document }) => document?.labels),
    [['news'], [], []],
  );
  assert.deepEqual(answers.losses, [{ file: 'data-2.txt', what: 'document', count: 1 }]);
});

test('tasks about one input are one text, several annotators are layers', () => {
  const task = { text, _input_hash: 7, _task_hash: 1, _view_id: 'ner' };
  const one = [{ start: 2, end: 9, label: 'PER' }];
  const other = [{ start: 14, end: 17, label: 'PER' }];
  const merged = read(
    { ...task, spans: one, answer: 'accept' },
    { ...task, spans: other, answer: 'reject' },
    { ...task, text: 'Another text.', _input_hash: 8 },
  );
  assert.deepEqual(shown(merged), [
    ['data-1.txt', ['PER', 'Ann Lee'], ['PER', 'Bob', { status: 'rejected' }]],
    ['data-2.txt'],
  ]);
  const layers = read(
    { ...task, spans: one, _annotator_id: 'db-ann', _timestamp: 0 },
    { ...task, spans: other, _annotator_id: 'db ben' },
    { ...task, spans: one, _annotator_id: 'db ben' },
  );
  assert.deepEqual(shown(layers), [
    ['data.txt', ['PER', 'Ann Lee', { by: 'db-ann', at: '1970-01-01T00:00:00.000Z' }]],
    ['data.txt db_ben', ['PER', 'Ann Lee', { by: 'db ben' }], ['PER', 'Bob', { by: 'db ben' }]],
  ]);
});

test('what Prodigy says of relations, scores, categories and metadata', () => {
  const head = { start: 2, end: 9, label: 'PER' };
  const child = { start: 14, end: 17, label: 'PER' };
  const told = read({
    text,
    spans: [
      { ...head, score: 0.5, source: 'model', text: 'Ann Lee' },
      { ...child, label: 'Person name' },
    ],
    tokens: [
      { start: 0, end: 1 },
      { start: 2, end: 5 },
      { start: 6, end: 9 },
      { start: 10, end: 13 },
      { start: 14, end: 17 },
    ],
    relations: [
      { head: 2, child: 4, label: 'met', head_span: head, child_span: child },
      { head: 4, child: 2, label: 'met by' },
      {
        head: 3,
        child: 2,
        label: 'by token',
        head_span: { start: 10, end: 13, label: null },
        child_span: head,
      },
    ],
    cats: { news: 1, sport: 0, weather: 0.25 },
    accept: ['short'],
    options: [{ id: 'short', text: 'Short' }],
    meta: { source: 'a paper', more: { a: 1 } },
    title: 'A title',
  });
  assert.deepEqual(shown(told), [
    [
      'data.txt',
      ['PER', 'Ann Lee', { attributes: { score: 0.5, source: 'model' } }],
      ['Person_name', 'Bob'],
      'Ann Lee met Bob',
      'Bob met_by Ann Lee',
    ],
  ]);
  assert.deepEqual(told.texts[0].document, {
    labels: ['news', 'short'],
    attributes: { weather: 0.25, title: 'A title', source: 'a paper' },
  });
  assert.deepEqual(told.tagset, {
    labels: [{ name: 'Person_name', title: 'Person name' }],
    relations: [{ name: 'met_by', title: 'met by' }],
  });
  assert.deepEqual(complaints(told), ['1 relation, 1 unknown key']);
});

test('line ends, byte-order marks and files of one list count as they are', () => {
  // “\ufeff”, “\r” and “\n” are a code point each.
  const source = '\ufeff😀\r\nAnn\r\nBob';
  const spans = [
    { start: 4, end: 7, label: 'PER' },
    { start: 9, end: 12, label: 'PER' },
  ];
  const content = `\ufeff[\n  ${JSON.stringify({ text: source, spans, meta: { file: '../x/a.txt' } })}\n]\r\n`;
  const files = [{ path: 'd/all.json', content }];
  assert.deepEqual(shown(readWith(spacyJsonl, files)), [
    ['d/x/a.txt', ['PER', 'Ann'], ['PER', 'Bob']],
  ]);
});

test('what is wrong is said with its line, and the rest is read', () => {
  const wrong = read(
    {
      text,
      spans: [
        { start: 2, end: 9, label: 'PER' },
        7,
        { start: 'x', label: 'PER' },
        { start: 0, end: 1 },
      ],
    },
    '{"text": "a", "spans": [',
    '',
    { html: '<b>x</b>' },
    '[1]',
    { text, spans: [{ start: 14, end: 99, label: 'PER' }], relations: [{ head: 1 }] },
    { text, spans: [{ start: 3, end: 9, label: 'PER', text: 'Ann Lee' }] },
  );
  assert.deepEqual(shown(wrong), [
    ['data-1.txt', ['PER', 'Ann Lee']],
    [
      'data-2.txt',
      'The tag “#1” (PER) lies outside the text (15–100, the text has 19); it is left out.',
    ],
    ['data-3.txt', ['PER', 'nn Lee']],
  ]);
  const [unread, ...others] = complaints(wrong);
  assert.match(unread, /^2: This is no JSON\. .* The line is left out\.$/);
  assert.deepEqual(others, [
    '1: Span 2 is no object and no list; it is left out.',
    '1: The span “#3” needs “start” and “end”, whole numbers; it is left out.',
    '4: There is no “text” here; it is left out.',
    '5: There is no “text” here; it is left out.',
    '6: A relation needs a “label” and two spans; it is left out.',
    '7: “nn Lee” stands where the span “#1” says “Ann Lee”.',
    '1 other annotation',
  ]);
});

test('what spaCy 2 was trained with', () => {
  const token = (orth: string, ner: string) => ({ orth, ner, tag: 'NN' });
  const tokens = [
    token('``', 'O'),
    token('Ann', 'B-PER'),
    token('Lee', 'L-PER'),
    token("''", 'O'),
    token('Rome', 'U-LOC'),
    token('.', '-'),
  ];
  const content = JSON.stringify([
    {
      id: 3,
      paragraphs: [
        { raw: '“Ann  Lee” Rome.', sentences: [{ tokens }] },
        { sentences: [{ tokens }] },
      ],
    },
  ]);
  const trained = readWith(spacyJsonl, [{ path: 'train.json', content }]);
  assert.deepEqual(shown(trained), [
    ['train-3.txt', ['PER', 'Ann  Lee'], ['LOC', 'Rome']],
    ['train-3-2.txt', ['PER', 'Ann Lee'], ['LOC', 'Rome']],
  ]);
  assert.equal(trained.texts[1].text, "``Ann Lee'' Rome.");
  assert.deepEqual(
    trained.losses.map(({ what, count }) => [what, count]),
    [
      ['other', 6],
      ['other', 6],
    ],
  );
});
