import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brat } from '../../../../../server/src/core/formats/brat.ts';
import type { Tagset } from '../../../../../server/src/core/formats/format.ts';
import { type Part, readFiles, readLines, write } from './files.ts';

const annotationConf = `# labels
[entities]
Agent
\tPerson
\t!Group
\t\tCompany|Firm
-----
Place

[relations]
Located\tArg1:<AGENT>, Arg2:Place
<AGENT>=Person|Company
Located   Arg1:<AGENT>, Arg2:Place
Alias   Arg1:<ENTITY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
ENTITY-NESTING Arg1:Person, Arg2:Place

[events]
Found\tWho+:<ENTITY>, Where?:Place, Of{2}:<EVENT>

[attributes]
Famous\tArg:Person
Kind\tArg:Person|Place, Value:1|2
Certainty\tArg:<EVENT>
`;

test('configurations give the tagset', () => {
  const read = readFiles({
    'annotation.conf': annotationConf,
    'visual.conf':
      '[labels]\nPerson | A person | Pers\nFound | Founding\nWho | Founder\nPlace|Place\n\n[drawing]\nSPAN_DEFAULT\tbgColor:white\nPerson\tbgColor:#FFccAA, fgColor:black\nCompany\tfgColor:black, bgColor:lightblue\nPlace\tbgColor:yellow\nFound\tbgColor:#f0a\n',
    'kb_shortcuts.conf': '# keys\nP\tPerson\nP Place\nC Company\n',
    'a.txt': 'Ann',
    'a.ann': 'T1\tFound 0 3\tAnn\nE1\tFound:T1\nA1\tCertainty E1 0.5\n',
  });
  assert.deepEqual(read.problems, []);
  const famous = { name: 'Famous', type: 'boolean' };
  const kind = { name: 'Kind', type: 'choice', values: ['1', '2'] };
  assert.deepEqual(read.tagset?.labels, [
    { name: 'Agent' },
    {
      name: 'Person',
      title: 'A person',
      colour: '#ffccaa',
      key: 'p',
      parent: 'Agent',
      attributes: [famous, kind],
    },
    { name: 'Group', parent: 'Agent' },
    { name: 'Company', colour: '#add8e6', key: 'c', parent: 'Group' },
    { name: 'Place', colour: 'yellow', attributes: [kind] },
    {
      name: 'Found',
      title: 'Founding',
      colour: '#ff00aa',
      attributes: [{ name: 'Certainty', type: 'number' }],
    },
  ]);
  const entities = ['Agent', 'Person', 'Group', 'Company', 'Place'];
  assert.deepEqual(read.tagset?.relations, [
    { name: 'Located', from: ['Person', 'Company'], to: ['Place'] },
    { name: 'Alias', from: entities },
    { name: 'Who', title: 'Founder', from: ['Found'], to: entities },
    { name: 'Where', from: ['Found'], to: ['Place'] },
    { name: 'Of', from: ['Found'], to: ['Found'] },
  ]);
});

test('a line of annotation.conf that is none is a problem', () => {
  const read = readFiles({ 'annotation.conf': '[entities]\nPerson name\n' });
  assert.deepEqual(read.tagset?.labels, [{ name: 'Person' }]);
  assert.deepEqual(read.problems, [
    {
      path: 'annotation.conf',
      line: 2,
      message: '“name” should be NAME:TYPES without spaces; it is left out of “Person”.',
    },
  ]);
});

test('macros that would fill the memory are a problem', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, i) => `<${'m'.repeat(40 - i)}>=<${'m'.repeat(39 - i)}>|<${'m'.repeat(39 - i)}>`,
  );
  const lines = ['[relations]', ...doubling, `Near\tArg1:<${'m'.repeat(40)}>, Arg2:A`];
  const read = readFiles({ 'annotation.conf': lines.join('\n') });
  assert.deepEqual(read.tagset?.relations, []);
  assert.deepEqual(
    read.problems.map(({ line }) => line),
    [42],
  );
});

test('values that the nearest annotation.conf lists are texts, others numbers where they look so', () => {
  const ann = 'T1\tX 0 1\ta\nA1\tKind T1 2\nA2\tYear T1 1999\nA3\tCode T1 007\nA4\tSure T1 false\n';
  const read = readFiles({
    'annotation.conf': '[entities]\nX\n[attributes]\nKind\tArg:X, Value:1|3\n',
    'b/annotation.conf': '[entities]\nX\n[attributes]\nKind\tArg:X, Value:1|2\n',
    'a.txt': 'a',
    'a.ann': ann,
    'b/c/a.txt': 'a',
    'b/c/a.ann': ann,
  });
  assert.deepEqual(
    read.texts.map(({ tags: [{ attributes }] }) => attributes),
    [
      { Kind: 2, Year: 1999, Code: '007', Sure: false },
      { Kind: '2', Year: 1999, Code: '007', Sure: false },
    ],
  );
});

test('tools.conf says where the records of a database are', () => {
  const ann = ['T1\tX 0 1\ta', 'N1\tReference T1 FMA:12\tthe a', 'T2\tX 0 1\ta'];
  const more = ['N2\tReference T2 https://example.org/x?y=1'];
  const read = readLines('a', [...ann, ...more], {
    'tools.conf':
      '[normalization]\nFMA\t<URL>:http://fma.example/, <URLBASE>:http://fma.example/?a=FMA:%s\n',
  });
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.entities, [
    {
      id: 'FMA:12',
      type: 'X',
      name: 'the a',
      aliases: [],
      sameAs: ['http://fma.example/?a=FMA:12'],
    },
    {
      id: 'https://example.org/x?y=1',
      type: 'X',
      name: 'a',
      aliases: [],
      sameAs: ['https://example.org/x?y=1'],
    },
  ]);
});

const tagset: Tagset = {
  labels: [
    { name: 'PER', title: 'Person', colour: 'blue', key: 'p' },
    { name: 'Kõne', title: 'Kõne | speech' },
    { name: 'BOSS', parent: 'PER', colour: '#112233' },
    { name: 'x|y' },
    {
      name: 'LOC',
      attributes: [
        { name: 'kind', type: 'choice', values: ['town', 'two words', 'river'] },
        { name: 'sure', type: 'boolean' },
      ],
    },
  ],
  relations: [
    { name: 'member-of', title: 'belongs to', from: ['PER'], to: ['LOC'] },
    { name: 'near' },
  ],
};

test('configurations are made of the tagset and of what the texts use', () => {
  const parts: Part[] = [
    { start: 0, end: 3, label: 'PER', attributes: { kind: 'lake', rank: 3 } },
    { start: 2, end: 5, label: 'NEW' },
  ];
  const { lines } = write('Ann Ben', parts, [], { tagset });
  assert.deepEqual(lines('annotation.conf'), [
    '[entities]',
    'PER',
    '\tBOSS',
    'Kõne',
    'LOC',
    'NEW',
    '[relations]',
    'member-of\tArg1:PER|BOSS, Arg2:LOC',
    'near\tArg1:<ANY>, Arg2:<ANY>',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    'kind\tArg:LOC|PER, Value:town|river|lake',
    'sure\tArg:LOC',
    'rank\tArg:PER',
  ]);
  assert.deepEqual(lines('visual.conf'), [
    '[labels]',
    'PER | Person',
    'Kõne | Kõne speech',
    'member-of | belongs to',
    '[drawing]',
    'SPAN_DEFAULT\tbgColor:lightgreen, fgColor:black, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    'PER\tbgColor:#9ecbff, fgColor:black, borderColor:darken',
    'Kõne\tbgColor:#ffc27a, fgColor:black, borderColor:darken',
    'BOSS\tbgColor:#112233, fgColor:white, borderColor:darken',
    'LOC\tbgColor:#ffaaa5, fgColor:black, borderColor:darken',
    'NEW\tbgColor:#8fdcdc, fgColor:black, borderColor:darken',
  ]);
  assert.deepEqual(lines('kb_shortcuts.conf'), ['P\tPER']);
});

test('a tagset comes back from its configurations', () => {
  const labels: Tagset['labels'] = [
    { name: 'PER', title: 'Person', colour: 'blue', key: 'p' },
    { name: 'BOSS', colour: '#112233', parent: 'PER' },
    {
      name: 'LOC',
      colour: 'teal',
      attributes: [{ name: 'kind', type: 'choice', values: ['town', 'river'] }],
    },
  ];
  const relations = [{ name: 'in', title: 'lies in', from: ['LOC'], to: ['LOC'] }];
  const { files } = write('Ann', [], [], { tagset: { labels, relations } });
  assert.deepEqual(brat.read?.(files).tagset, { labels, relations });
});
