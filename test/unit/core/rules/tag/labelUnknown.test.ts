import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelUnknown } from '../../../../../server/src/core/rules/tag/labelUnknown.ts';
import { check, offers } from '../check.ts';

describe('tag/label-unknown', () => {
  it('marks a tag whose label the tagset does not have, and offers the nearest', () => {
    const [found] = check(labelUnknown, '‹|Putin|› left.', {
      tags: [{ words: 'Putin', label: 'per' }],
    });
    assert.equal(found.message, 'The tagset has no label “per”; it has PER, ORG, LOC or MISC.');
    assert.deepEqual(offers(found), [
      'Change the label to PER → glossator.relabel id=t1 label=PER',
    ]);
  });

  it('offers nothing where no label is near', () => {
    const [found] = check(labelUnknown, '‹|Putin|› left.', {
      tags: [{ words: 'Putin', label: 'SPEAKER' }],
    });
    assert.deepEqual(found.fixes, []);
  });

  it('marks a relation that the tagset does not have, where it has some', () => {
    const tags = [
      { words: 'Putin', label: 'PER' },
      { words: 'room', label: 'LOC' },
    ];
    const relations = [
      ['near', 't1', 't2'],
      ['in', 't1', 't2'],
    ] as const;
    const configuration = { relations: [{ name: 'in' }, { name: 'of' }] };
    const [found] = check(labelUnknown, '‹|Putin|› left the room.', {
      configuration,
      tags,
      relations,
    });
    assert.equal(found.message, 'The tagset has no relation “near”; it has in or of.');
    assert.deepEqual(offers(found), ['Remove the relation → glossator.unrelate id=r1']);
    check(labelUnknown, 'Putin left the room.', { tags, relations });
  });

  it('goes by the tagset of the corpus', () => {
    const configuration = { labels: [{ name: 'Claim' }] };
    check(labelUnknown, '‹|Putin|› left the room.', {
      configuration,
      tags: [
        { words: 'Putin', label: 'PER' },
        { words: 'left the room', label: 'Claim' },
      ],
    });
  });

  it('says nothing of lost and rejected tags', () => {
    check(labelUnknown, 'Putin left.', {
      tags: [
        { words: 'Putin', label: 'X', state: 'lost' },
        { words: 'Putin', label: 'X', review: 'rejected' },
      ],
    });
  });
});
