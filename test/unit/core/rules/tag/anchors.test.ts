import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changed } from '../../../../../server/src/core/rules/tag/changed.ts';
import { lost } from '../../../../../server/src/core/rules/tag/lost.ts';
import { moved } from '../../../../../server/src/core/rules/tag/moved.ts';
import { check, offers } from '../check.ts';

describe('tag/moved', () => {
  it('marks a tag that moved with its words', () => {
    const [found] = check(moved, '‹|Putin|› left.', { tags: [{ words: 'Putin', state: 'moved' }] });
    assert.equal(
      found.message,
      'The text before this tag (PER) was changed outside the editor; the tag moved with its words.',
    );
    assert.deepEqual(offers(found), [
      'Keep the tag here → glossator.replace id=t1 “Putin”',
      'Remove the tag → glossator.untag id=t1',
    ]);
  });

  it('is one finding for all of a layer that are sure', () => {
    const [found] = check(moved, '‹|Putin|› left Ankara for Moscow.', {
      tags: [
        { words: 'Putin', state: 'moved' },
        { words: 'Ankara', state: 'moved', confidence: 0.95 },
        { words: 'Moscow', state: 'moved' },
      ],
    });
    assert.match(found.message, /the tag, and 2 others of this text moved/);
    assert.deepEqual(offers(found), [
      'Keep all 3 tags where they are now → glossator.accept ids=t1,t2,t3',
    ]);
    check(moved, '‹|Putin|› left ‹|Ankara|› for Moscow.', {
      tags: [
        { words: 'Putin', state: 'moved' },
        { words: 'Ankara', state: 'moved', layer: 'ann' },
        { words: 'Moscow', state: 'moved' },
      ],
    });
  });

  it('marks each that is in doubt by itself', () => {
    const [, doubtful] = check(moved, '‹|Putin|› left ‹|Ankara|› for Moscow.', {
      tags: [
        { words: 'Putin', state: 'moved' },
        { words: 'Ankara', state: 'moved', confidence: 0.6, label: 'LOC' },
        { words: 'Moscow', state: 'moved' },
      ],
    });
    assert.match(doubtful.message, /^The tag “Ankara” \(LOC\) was found here by its words/);
  });

  it('says nothing of tags that stand where they stood', () => {
    check(moved, 'Putin left.', {
      tags: [{ words: 'Putin' }, { words: 'left', state: 'changed' }],
    });
  });
});

describe('tag/changed', () => {
  it('marks a tag whose words are others now', () => {
    const [found] = check(changed, '‹|Wladimir Putin|› left.', {
      tags: [{ words: 'Wladimir Putin', quote: 'Vladimir Putin', state: 'changed' }],
    });
    assert.equal(
      found.message,
      '“Vladimir Putin” (PER) was tagged; the text now has “Wladimir Putin” here.',
    );
    assert.deepEqual(offers(found), [
      'Keep the tag here → glossator.replace id=t1 “Wladimir Putin”',
      'Remove the tag → glossator.untag id=t1',
    ]);
  });

  it('says nothing of the other states', () => {
    check(changed, 'Putin left.', {
      tags: [{ words: 'Putin' }, { words: 'left', state: 'moved' }, { words: '.', state: 'lost' }],
    });
  });
});

describe('tag/lost', () => {
  it('marks the place where the words of a tag are missed', () => {
    const [found] = check(lost, 'Then ‹||›left.', {
      tags: [{ words: 'left', quote: 'Vladimir Putin', state: 'lost' }],
    });
    assert.equal(
      found.message,
      'The words “Vladimir Putin” that were tagged PER about here are gone; the tag is kept until you place it anew or remove it.',
    );
    assert.deepEqual(offers(found), ['Remove the tag → glossator.untag id=t1']);
  });

  it('reports rejected tags too: no tag goes unseen', () => {
    check(lost, '‹||›left.', {
      tags: [{ words: 'left', quote: 'Putin', state: 'lost', review: 'rejected' }],
    });
  });

  it('says nothing of the other states', () => {
    check(lost, 'Putin left.', { tags: [{ words: 'Putin' }, { words: 'left', state: 'moved' }] });
  });
});
