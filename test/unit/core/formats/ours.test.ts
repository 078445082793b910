/** A corpus' own files beside those of a format. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../../../server/src/core/formats/index.ts';
import { isOurs } from '../../../../server/src/core/formats/ours.ts';

const ours = [
  { path: 'glossator.json', content: '{"$schema": "glossator.schema.json"}' },
  { path: 'sub/glossator.json', content: '\ufeff{"labels": [{"name": "PER"}]}' },
  { path: 'entities.json', content: '{"glossator": 1, "entities": []}' },
  { path: 'a.txt.tags.json', content: '{"glossator": 1, "tags": []}' },
  { path: 'a.txt.ann.tags.json', content: '' },
];

test('they are told from files of other programs that are called so', () => {
  for (const file of ours) assert.equal(isOurs(file), true, file.path);
  for (const path of ['glossator.json', 'entities.json']) {
    for (const content of [
      '{"text": "Ann", "relations": [], "entities": []}',
      '[{"data": {}}]',
      '{',
    ])
      assert.equal(isOurs({ path, content }), false, content);
  }
  assert.equal(isOurs({ path: 'a.json', content: '{}' }), false);
});

for (const { id, read } of formats.filter(({ extensions }) =>
  extensions.some((end) => end === '.json'),
)) {
  test(`${id} passes over them without a word`, () => {
    const found = read?.(ours);
    assert.deepEqual([found?.texts, found?.problems, found?.losses], [[], [], []]);
  });
}
