import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typeMismatch } from '../../../../../server/src/core/rules/tag/typeMismatch.ts';
import { check, offers } from '../check.ts';

const entities = [
  { id: 'moscow', type: 'LOC', name: 'Moscow' },
  { id: 'kuznetsov', type: 'SHIP', name: 'Admiral Kuznetsov' },
];

describe('tag/type-mismatch', () => {
  it('marks a label other than the entity’s type', () => {
    const [found] = check(typeMismatch, '‹|Moscow|› slept.', {
      entities,
      tags: [{ words: 'Moscow', label: 'ORG', entity: 'moscow' }],
    });
    assert.equal(
      found.message,
      'This tag says ORG, but the registry has “Moscow” (moscow) as LOC.',
    );
    assert.deepEqual(offers(found), [
      'Change the label to LOC → glossator.relabel id=t1 label=LOC',
    ]);
  });

  it('marks the end of a relation whose label its kind does not allow', () => {
    const configuration = {
      labels: [{ name: 'PER' }, { name: 'ROLE' }, { name: 'OFFICE', parent: 'ROLE' }],
      relations: [
        { name: 'holds', title: 'holds the office', from: ['PER'], to: ['ROLE'] },
        { name: 'near' },
      ],
    };
    const [first, second] = check(typeMismatch, '‹|President|› ‹|Putin|› spoke.', {
      configuration,
      tags: [
        { words: 'President', label: 'OFFICE' },
        { words: 'Putin', label: 'PER' },
        { words: 'spoke', label: 'ROLE', review: 'rejected' },
      ],
      relations: [
        ['holds', 't2', 't1'],
        ['holds', 't1', 't2'],
        ['holds', 't2', 't2'],
        ['holds', 't3', 't2'],
        ['near', 't1', 't2'],
        ['unheard', 't1', 't1'],
      ],
    });
    assert.equal(
      first.message,
      'The relation “holds the office” leads from PER, and this tag says OFFICE.',
    );
    assert.equal(
      second.message,
      'The relation “holds the office” leads to ROLE, and this tag says PER.',
    );
    assert.deepEqual(offers(first), ['Remove the relation → glossator.unrelate id=r2']);
    assert.deepEqual(
      first.related?.map(({ start, end }) => [start, end]),
      [[10, 15]],
    );
  });

  it('says nothing where both agree, where one is a kind of the other, and where no label is meant', () => {
    const configuration = {
      labels: [{ name: 'LOC' }, { name: 'City', parent: 'LOC' }, { name: 'ORG' }],
    };
    check(typeMismatch, 'Moscow slept on the Admiral Kuznetsov.', {
      entities,
      configuration,
      tags: [
        { words: 'Moscow', label: 'LOC', entity: 'moscow' },
        { words: 'Moscow', label: 'City', entity: 'moscow' },
        { words: 'Moscow', label: 'NoLabel', entity: 'moscow' },
        { words: 'Moscow', label: 'ORG', entity: 'nobody' },
        { words: 'Moscow', label: 'ORG' },
        { words: 'Admiral Kuznetsov', label: 'ORG', entity: 'kuznetsov' },
      ],
    });
  });
});
