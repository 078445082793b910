import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnchorStatus, PlacedTag } from '../../../server/src/core/tags/model.ts';
import { countTags, tagBeside, tagsIn, tagsNear } from '../../../server/src/features/tagLists.ts';

function placed(id: string, start: number, end: number, more: Partial<PlacedTag> = {}): PlacedTag {
  const label = id.slice(0, 3);
  const tag = { id, label, start, end, quote: '', prefix: '', suffix: '' };
  return { tag, start, end, status: 'exact', confidence: 1, ...more };
}

const of = (status: AnchorStatus) => ({ status });
const idsOf = (tags: readonly PlacedTag[]) => tags.map(({ tag }) => tag.id);

const tags = [
  placed('PER-1', 0, 5),
  placed('LOC-1', 3, 20, of('moved')),
  placed('PER-2', 6, 9, of('changed')),
  placed('PER-3', 9, 9, of('lost')),
  placed('ORG-1', 12, 30),
];

describe('the lists of a text’s tags', () => {
  it('are those in doubt, those that lie somewhere, and those of one label', () => {
    assert.deepEqual(idsOf(tagsIn(tags, 'review')), ['LOC-1', 'PER-2', 'PER-3']);
    assert.deepEqual(idsOf(tagsIn(tags, 'placed')), ['PER-1', 'LOC-1', 'PER-2', 'ORG-1']);
    assert.deepEqual(idsOf(tagsIn(tags, { label: 'PER' })), ['PER-1', 'PER-2']);
  });

  it('are as long as they are counted', () => {
    const { review, placed: lying, labels } = countTags(tags);
    assert.deepEqual([review, lying], [3, 4]);
    assert.deepEqual(labels, [
      { label: 'PER', count: 2 },
      { label: 'LOC', count: 1 },
      { label: 'ORG', count: 1 },
    ]);
  });
});

describe('the tags near a place', () => {
  it('are those that touch it', () => {
    assert.deepEqual(idsOf(tagsNear(tags, { start: 5, end: 6 })), ['PER-1', 'LOC-1', 'PER-2']);
  });

  it('are the shortest ones at a point, the first ones in a stretch, where there are too many', () => {
    assert.deepEqual(idsOf(tagsNear(tags, { start: 9, end: 9 }, 2)), ['PER-2', 'PER-3']);
    assert.deepEqual(idsOf(tagsNear(tags, { start: 0, end: 30 }, 2)), ['PER-1', 'LOC-1']);
  });
});

describe('the tag beside a place', () => {
  const some = [
    placed('a', 0, 5),
    placed('b', 3, 4),
    placed('c', 3, 20),
    placed('gone', 8, 8, of('lost')),
    placed('d', 12, 30),
  ];
  const beside = (offset: number, step: 1 | -1) => tagBeside(some, offset, step)?.tag.id;

  it('begins next behind it, round the end to the first', () => {
    assert.deepEqual(
      [0, 2, 3, 11, 12].map((offset) => beside(offset, 1)),
      ['c', 'c', 'd', 'd', 'a'],
    );
  });

  it('begins last before it, round the start to the last', () => {
    assert.deepEqual(
      [0, 3, 4, 12, 13].map((offset) => beside(offset, -1)),
      ['d', 'a', 'b', 'b', 'd'],
    );
  });

  it('is none where no tag lies anywhere', () => {
    assert.equal(tagBeside([placed('gone', 8, 8, of('lost'))], 0, 1), undefined);
  });
});
