import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelInconsistent } from '../../../../../server/src/core/rules/tag/labelInconsistent.ts';
import { check, offers } from '../check.ts';

const text = 'The Kremlin said so. The Kremlin is red. The Kremlin slept.';
const marked = 'The Kremlin said so. The ‹|Kremlin|› is red. The Kremlin slept.';

describe('tag/label-inconsistent', () => {
  it('marks the rarer label of the same words', () => {
    const [found] = check(labelInconsistent, marked, {
      tags: [
        { words: 'Kremlin', label: 'ORG' },
        { words: 'Kremlin', nth: 2, label: 'LOC' },
        { words: 'Kremlin', nth: 3, label: 'ORG' },
      ],
    });
    assert.equal(
      found.message,
      '“Kremlin” is tagged LOC here and ORG elsewhere in this text (twice).',
    );
    assert.deepEqual(offers(found), [
      'Change the label to ORG → glossator.relabel id=t2 label=ORG',
    ]);
    assert.deepEqual(
      found.related?.map(({ start }) => start),
      [4],
    );
  });

  it('takes the first label for the right one where both are as frequent', () => {
    check(labelInconsistent, marked, {
      tags: [
        { words: 'Kremlin', label: 'ORG' },
        { words: 'Kremlin', nth: 2, label: 'LOC' },
      ],
    });
  });

  it('says nothing where the tags are of two entities', () => {
    check(labelInconsistent, text, {
      tags: [
        { words: 'Kremlin', label: 'ORG', entity: 'government' },
        { words: 'Kremlin', nth: 2, label: 'LOC', entity: 'fortress' },
      ],
    });
  });

  it('says nothing of tags inside others, of two labels on one place, and of kinds of a label', () => {
    check(labelInconsistent, 'The Kremlin press office and the Kremlin, the Kremlin.', {
      tags: [
        { words: 'Kremlin press office', label: 'ORG' },
        { words: 'Kremlin', label: 'ORG' },
        { words: 'Kremlin', nth: 2, label: 'LOC' },
      ],
    });
    check(labelInconsistent, text, {
      tags: [
        { words: 'Kremlin', label: 'ORG' },
        { words: 'Kremlin', label: 'LOC' },
        { words: 'Kremlin', nth: 2, label: 'LOC' },
      ],
    });
    check(labelInconsistent, text, {
      configuration: { labels: [{ name: 'LOC' }, { name: 'Castle', parent: 'LOC' }] },
      tags: [
        { words: 'Kremlin', label: 'LOC' },
        { words: 'Kremlin', nth: 2, label: 'Castle' },
      ],
    });
  });

  it('compares the work of one annotator only', () => {
    check(labelInconsistent, text, {
      tags: [
        { words: 'Kremlin', label: 'ORG', layer: 'ann' },
        { words: 'Kremlin', nth: 2, label: 'LOC', layer: 'bob' },
        { words: 'Kremlin', nth: 3, label: 'LOC', layer: 'ann', review: 'rejected' },
      ],
    });
  });
});
