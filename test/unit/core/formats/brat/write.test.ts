import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entity } from '../../../../../server/src/core/corpus/registry.ts';
import { write } from './files.ts';

const visit = '😀 Barack Obama\nvisited Tallinn.';

const obama: Entity = { id: 'obama', type: 'PER', name: 'Barack Obama', aliases: [] };

test('tags, relations, attributes, entities and notes are written as brat writes them', () => {
  const { lines, losses } = write(
    visit,
    [
      {
        start: 3,
        end: 15,
        label: 'PER',
        entity: 'obama',
        attributes: { famous: true, mention: 'full name', rank: 44 },
        note: 'the 44th\npresident',
      },
      { start: 24, end: 31, label: 'LOC', entity: 'Wikidata:Q1770' },
    ],
    [
      { label: 'in', from: 't1', to: 't2' },
      { label: 'Equiv', from: 't2', to: 't1' },
    ],
    { entities: new Map([[obama.id, obama]]) },
  );
  assert.deepEqual(losses, []);
  assert.deepEqual(lines('a.ann'), [
    'T1\tPER 2 14\tBarack Obama',
    'T2\tLOC 23 30\tTallinn',
    'R1\tin Arg1:T1 Arg2:T2',
    '*\tEquiv T2 T1',
    'A1\tfamous T1',
    'A2\tmention T1 full name',
    'A3\trank T1 44',
    'N1\tReference T1 entities:obama\tBarack Obama',
    'N2\tReference T2 Wikidata:Q1770\t',
    '#1\tAnnotatorNotes T1\tthe 44th',
    '#2\tAnnotatorNotes T1\tpresident',
  ]);
});

test('a text without tags has an empty .ann, which brat needs', () => {
  const { files } = write('', []);
  assert.deepEqual(
    files.filter(({ path }) => path.startsWith('a.')),
    [
      { path: 'a.txt', content: '', aside: true },
      { path: 'a.ann', content: '' },
    ],
  );
});

test('tags over line ends and tabs are written in pieces, tags in pieces with theirs', () => {
  const text = 'New\n  York\tCity\u2028and 😀 all';
  const { lines, losses } = write(text, [
    { start: 0, end: 15, label: 'LOC' },
    {
      start: 0,
      end: 26,
      label: 'X',
      fragments: [
        [0, 3],
        [23, 26],
      ],
    },
    { start: 5, end: 5, label: 'Y' },
    { start: 6, end: 19, label: 'Z' },
  ]);
  assert.deepEqual(losses, []);
  assert.deepEqual(lines('a.ann'), [
    'T1\tLOC 0 3;6 10;11 15\tNew York City',
    'T2\tX 0 3;22 25\tNew all',
    'T3\tY 5 5\t',
    'T4\tZ 6 10;11 15;16 19\tYork City and',
  ]);
});

test('what a line cannot hold is left out or changed, and counted', () => {
  const { lines, losses } = write('a\n b c', [
    {
      start: 0,
      end: 4,
      label: 'X',
      fragments: [
        [0, 1],
        [3, 4],
      ],
      entity: 'a b',
    },
    { start: 1, end: 3, label: 'X', attributes: { n: 7 } },
    {
      start: 1,
      end: 4,
      label: 'X',
      note: 'a\u2028b',
      attributes: { 'a b': 1, c: ' d', e: 'f\tg' },
    },
    { start: 5, end: 6, label: 'X', attributes: { n: '7' } },
  ]);
  assert.deepEqual(lines('a.ann'), [
    'T1\tX 0 1;3 4\ta b',
    'T2\tX 1 1\t',
    'T3\tX 3 4\tb',
    'T4\tX 5 6\tc',
    'A1\tn T4 7',
    '#1\tAnnotatorNotes T3\ta b',
  ]);
  const counts = Object.fromEntries(losses.map(({ what, count }) => [what, count]));
  assert.deepEqual(counts, { attributes: 4, note: 1, boundary: 2, fragments: 1, entity: 1 });
});
