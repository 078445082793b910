import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partsOf, topLists } from '../../../client/src/views/tagTree.ts';

const counts = {
  version: 1,
  review: 0,
  placed: 7,
  labels: [
    { label: 'ZOO', count: 1 },
    { label: 'LOC', count: 2 },
    { label: 'ART', count: 1 },
    { label: 'PER', count: 3 },
  ],
};

describe('the tree of the Tags view', () => {
  it('lists labels in the order of the tagset, then the others by name', () => {
    const nodes = topLists(counts, 'label', ['PER', 'ORG', 'LOC']);
    assert.deepEqual(nodes, [
      { kind: 'list', list: { label: 'PER' }, count: 3 },
      { kind: 'list', list: { label: 'LOC' }, count: 2 },
      { kind: 'list', list: { label: 'ART' }, count: 1 },
      { kind: 'list', list: { label: 'ZOO' }, count: 1 },
    ]);
  });

  it('begins with what needs a review, in either order', () => {
    const review = { kind: 'list', list: 'review', count: 4 };
    assert.deepEqual(topLists({ ...counts, review: 4 }, 'label', [])[0], review);
    assert.deepEqual(topLists({ ...counts, review: 4 }, 'text', []), [review]);
    assert.deepEqual(topLists(counts, 'text', []), []);
  });

  it('shows a long list in parts of a thousand', () => {
    assert.deepEqual(partsOf('placed', 0), []);
    assert.deepEqual(partsOf('placed', 1000), [{ list: 'placed', from: 0, count: 1000 }]);
    const list = { label: 'PER' };
    assert.deepEqual(partsOf(list, 2001), [
      { list, from: 0, count: 1000 },
      { list, from: 1000, count: 1000 },
      { list, from: 2000, count: 1 },
    ]);
    assert.equal(partsOf(list, 100_000).length, 100);
  });

  it('leaves labels out where there are more than a tree can show', () => {
    const many = Array.from({ length: 1500 }, (_, i) => ({ label: `L${i}`, count: 1 }));
    const nodes = topLists({ ...counts, labels: many }, 'label', []);
    assert.equal(nodes.length, 1001);
    assert.deepEqual(nodes.at(-1), { kind: 'more', hidden: 500 });
  });
});
