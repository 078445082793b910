/** Writing lines for spaCy and Prodigy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spacyJsonl } from '../../../../../server/src/core/formats/spacyJsonl.ts';
import { readWith, shown, writtenIn } from '../jsonFormats.ts';
import { ann, bob, text } from './sample.ts';

test('a text is a line, with spans that count code points', () => {
  const { files, lost } = writtenIn(spacyJsonl, [
    {
      file: 'b/a.txt',
      text,
      tags: [
        {
          ...ann,
          entity: 'ann-lee',
          attributes: { sure: true },
          note: 'who?',
          by: 'ann',
          at: '2026-11-25T12:00:00Z',
          status: 'suggested',
        },
        bob,
      ],
      document: { labels: ['news'], attributes: { year: 1999, file: 'x' } },
    },
    { file: 'empty.txt', text: '' },
  ]);
  assert.deepEqual([...files.keys()], ['spacy.jsonl']);
  assert.equal(
    files.get('spacy.jsonl'),
    `{"text": "😀 Ann Lee met Bob.", "meta": {"file": "b/a.txt", "year": 1999}, "spans": [{"start": 2, "end": 9, "label": "PER", "id": "tagAnnLee", "kb_id": "ann-lee", "attributes": {"sure": true}, "note": "who?", "by": "ann", "at": "2026-11-25T12:00:00Z", "status": "suggested"}, {"start": 14, "end": 17, "label": "PER", "id": "tagBob001"}], "cats": {"news": 1}, "answer": "accept"}
{"text": "", "meta": {"file": "empty.txt"}, "spans": [], "answer": "accept"}
`,
  );
  assert.equal(lost, '1 label or attribute of the text');
});

test('relations lead from token to token, and every span is whole tokens', () => {
  const inner = { id: 'tagInner0', label: 'X', start: 5, end: 8 };
  const { files } = writtenIn(spacyJsonl, [
    {
      file: 'a.txt',
      text,
      tags: [ann, inner, bob],
      relations: [{ id: 'relation1', label: 'met', from: 'tagAnnLee', to: 'tagBob001' }],
    },
  ]);
  const record = JSON.parse(files.get('spacy.jsonl') ?? '');
  // The tag “n L” cuts two words.
  assert.deepEqual(
    record.tokens.map((token: { text: string; ws: boolean }) => token.text + (token.ws ? '_' : '')),
    ['😀_', 'An', 'n_', 'L', 'ee_', 'met_', 'Bob', '.'],
  );
  assert.deepEqual(record.tokens[1], { text: 'An', start: 2, end: 4, id: 1, ws: false });
  assert.deepEqual(
    record.spans.map((span: { token_start: number; token_end: number }) => [
      span.token_start,
      span.token_end,
    ]),
    [
      [1, 4],
      [2, 3],
      [6, 6],
    ],
  );
  assert.deepEqual(record.relations, [
    {
      head: 4,
      child: 6,
      label: 'met',
      head_span: { start: 2, end: 9, token_start: 1, token_end: 4, label: 'PER', id: 'tagAnnLee' },
      child_span: {
        start: 14,
        end: 17,
        token_start: 6,
        token_end: 6,
        label: 'PER',
        id: 'tagBob001',
      },
      id: 'relation1',
    },
  ]);
});

test('rejected tags stand apart, where nobody trains with them', () => {
  const { files } = writtenIn(spacyJsonl, [
    {
      file: 'a.txt',
      text,
      tags: [ann, { ...bob, status: 'rejected' }],
      relations: [{ id: 'relation1', label: 'met', from: 'tagAnnLee', to: 'tagBob001' }],
    },
  ]);
  const content = files.get('spacy.jsonl') ?? '';
  const { spans, relations, rejected } = JSON.parse(content);
  assert.equal(spans.length, 1);
  assert.equal(relations, undefined);
  assert.deepEqual(rejected.spans, [{ start: 14, end: 17, label: 'PER', id: 'tagBob001' }]);
  assert.deepEqual(shown(readWith(spacyJsonl, [{ path: 'spacy.jsonl', content }])), [
    ['a.txt', ['PER', 'Ann Lee'], ['PER', 'Bob', { status: 'rejected' }], 'Ann Lee met Bob'],
  ]);
});
