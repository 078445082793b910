/** Writing PubAnnotation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, write } from './documents.ts';

test('a text becomes a document whose offsets count code points', () => {
  const { files, losses } = write(
    '😀 Ann Lee\tof "Acme"',
    [
      {
        id: 'personAA',
        label: 'PER',
        start: 3,
        end: 10,
        entity: 'ann-lee',
        attributes: { sure: true, n: 2 },
        note: 'see p. 3',
        status: 'suggested',
      },
      {
        id: 'splitAAA',
        label: 'ORG',
        start: 0,
        end: 19,
        fragments: [
          [0, 2],
          [15, 19],
        ],
      },
    ],
    [{ id: 'relation', label: 'member-of', from: 'personAA', to: 'splitAAA' }],
    { labels: ['news'], attributes: { sourcedb: 'PubMed', sourceid: '1', year: 2020 } },
  );
  assert.deepEqual(losses, []);
  assert.equal(files.length, 1);
  assert.equal(files[0].path, 'b/a.json');
  assert.equal(
    files[0].content,
    `{
  "sourcedb": "PubMed",
  "sourceid": "1",
  "text": "😀 Ann Lee\\tof \\"Acme\\"",
  "denotations": [
    {"id": "splitAAA", "span": [{"begin": 0, "end": 1}, {"begin": 14, "end": 18}], "obj": "ORG"},
    {"id": "personAA", "span": {"begin": 2, "end": 9}, "obj": "PER"}
  ],
  "relations": [
    {"id": "relation", "pred": "member-of", "subj": "personAA", "obj": "splitAAA"}
  ],
  "attributes": [
    {"id": "A1", "subj": "personAA", "pred": "sure", "obj": true},
    {"id": "A2", "subj": "personAA", "pred": "n", "obj": 2},
    {"id": "A3", "subj": "personAA", "pred": "_entity", "obj": "ann-lee"},
    {"id": "A4", "subj": "personAA", "pred": "_note", "obj": "see p. 3"},
    {"id": "A5", "subj": "personAA", "pred": "_status", "obj": "suggested"}
  ],
  "config": {
    "entity types": [
      {"id": "PER", "label": "Person", "color": "#a6c8ff"},
      {"id": "ORG", "color": "#c4302b"}
    ],
    "relation types": [
      {"id": "member-of", "label": "Member of"}
    ],
    "attribute types": [
      {"pred": "sure", "value type": "flag"},
      {"pred": "n", "value type": "numeric", "default": 2, "min": 2, "max": 2, "step": 1},
      {"pred": "_entity", "value type": "selection", "values": [{"id": "ann-lee", "label": "Ann Lee", "default": true}]},
      {"pred": "_note", "value type": "string", "default": ""},
      {"pred": "_status", "value type": "selection", "values": [{"id": "suggested", "default": true}, {"id": "accepted"}, {"id": "rejected"}]}
    ]
  },
  "glossator": {"offsets": "code points", "labels": ["news"], "attributes": {"year": 2020}}
}
`,
  );
});

test('true and false are written as words, as a server makes true of a false one', () => {
  const { files } = write('a b', [
    { id: 'tagAAAAA', label: 'PER', start: 0, end: 1, attributes: { sure: true } },
    { id: 'tagBBBBB', label: 'PER', start: 2, end: 3, attributes: { sure: false } },
  ]);
  const { attributes, config } = JSON.parse(files[0].content);
  assert.deepEqual(
    attributes.map(({ obj }: { obj: unknown }) => obj),
    ['true', 'false'],
  );
  assert.deepEqual(config['attribute types'], [
    {
      pred: 'sure',
      'value type': 'selection',
      values: [{ id: 'true', default: true }, { id: 'false' }],
    },
  ]);
  const back = read(files[0].content);
  assert.deepEqual(
    back.texts[0].tags.map(({ attributes: said }) => said),
    [{ sure: true }, { sure: false }],
  );
});

test('what PubAnnotation cannot hold is left out and counted', () => {
  const { files, losses } = write('a b', [
    { id: 'tagAAAAA', label: 'PER', start: 0, end: 1, attributes: { x: ' ', _note: 'y' } },
    { id: 'emptyAAA', label: 'PER', start: 1, end: 1 },
    {
      id: 'splitAAA',
      label: 'PER',
      start: 0,
      end: 3,
      fragments: [
        [0, 0],
        [2, 3],
      ],
    },
  ]);
  assert.deepEqual(losses, [
    { file: 'b/a.txt', what: 'empty', count: 1 },
    { file: 'b/a.txt', what: 'fragments', count: 1 },
    { file: 'b/a.txt', what: 'attributes', count: 2 },
  ]);
  const { denotations, attributes } = JSON.parse(files[0].content);
  assert.equal(attributes, undefined);
  assert.deepEqual(
    denotations.map(({ id, span }: { id: string; span: unknown }) => [id, span]),
    [
      ['tagAAAAA', { begin: 0, end: 1 }],
      ['splitAAA', { begin: 0, end: 3 }],
    ],
  );
});
