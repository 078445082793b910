/** What formats read as sidecars that can be read again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../server/src/core/formats/imported.ts';

const one = { file: 'a.txt', text: 'Ann met Ben.', relations: [] };

test('attributes that a sidecar cannot hold are reported, of a tag and of the text', () => {
  const attributes = { size: 2 ** 60, most: Number.POSITIVE_INFINITY, year: 1999 };
  const { sidecar, problems } = imported({
    ...one,
    tags: [{ ref: 't', label: 'PER', start: 0, end: 3, attributes }],
    document: { labels: ['news'], attributes },
  });
  assert.deepEqual(sidecar.tags[0].attributes, { year: 1999 });
  assert.deepEqual(sidecar.document, { labels: ['news'], attributes: { year: 1999 } });
  assert.equal(problems.length, 4);
  assert.match(problems[0], /“size” of the tag “t” .* \(1152921504606847000\); it is left out\.$/);
  assert.match(problems[3], /“most” of the text .* \(Infinity\)/);
});

test('a tag whose pieces are in no order is reported and left out', () => {
  const { sidecar, problems } = imported({
    ...one,
    tags: [
      {
        ref: 't',
        label: 'PER',
        start: 0,
        end: 11,
        fragments: [
          [8, 11],
          [0, 3],
        ],
      },
      {
        ref: 'u',
        label: 'PER',
        start: 0,
        end: 11,
        fragments: [
          [0, 3],
          [8, 11],
        ],
      },
    ],
  });
  assert.equal(sidecar.tags.length, 1);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /“fragments”.* It is left out\.$/);
});
