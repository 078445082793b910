import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duplicate } from '../../../../../server/src/core/rules/tag/duplicate.ts';
import { check, findingsOf, offers } from '../check.ts';

describe('tag/duplicate', () => {
  it('marks the spare one of two like tags', () => {
    const [found] = check(duplicate, '‹|Putin|› left.', {
      tags: [{ words: 'Putin' }, { words: 'Putin' }],
    });
    assert.equal(found.message, '“Putin” is tagged PER twice; one of the two tags can go.');
    assert.deepEqual(offers(found), ['Remove the spare tag → glossator.untag id=t2']);
  });

  it('keeps the tag that says more', () => {
    const [found] = check(duplicate, '‹|Putin|› left.', {
      tags: [{ words: 'Putin' }, { words: 'Putin', entity: 'putin' }],
    });
    assert.equal(found.tag, 't1');
    const [suggested] = check(duplicate, '‹|Putin|› left.', {
      tags: [{ words: 'Putin', review: 'suggested' }, { words: 'Putin' }],
    });
    assert.equal(suggested.tag, 't1');
  });

  it('marks two spare ones of three', () => {
    check(duplicate, '‹|‹|Putin|›|› left.', {
      tags: [{ words: 'Putin' }, { words: 'Putin' }, { words: 'Putin' }],
    });
  });

  it('says nothing of other labels, entities, pieces, places and layers', () => {
    check(duplicate, 'Putin left. Putin slept.', {
      tags: [
        { words: 'Putin', entity: 'vladimir' },
        { words: 'Putin', entity: 'igor' },
        { words: 'Putin', label: 'ORG' },
        {
          words: 'Putin',
          label: 'LOC',
          fragments: [
            [0, 2],
            [3, 5],
          ],
        },
        {
          words: 'Putin',
          label: 'LOC',
          fragments: [
            [0, 3],
            [4, 5],
          ],
        },
        { words: 'Putin', nth: 2 },
        { words: 'Putin', layer: 'ann' },
        { words: 'Putin', review: 'rejected' },
      ],
    });
  });

  it('keeps apart 100,000 readings of one word, and finds the one that is there twice', () => {
    const readings = Array.from({ length: 100_000 }, (_, i) => ({
      words: 'Putin',
      entity: `reading-${i}`,
    }));
    const [found, ...others] = findingsOf(duplicate, 'Putin left.', {
      tags: [...readings, { words: 'Putin', entity: 'reading-99999' }],
    });
    assert.deepEqual([found.tag, others.length], ['t100001', 0]);
  });
});
