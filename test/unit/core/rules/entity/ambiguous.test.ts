import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ambiguous } from '../../../../../server/src/core/rules/entity/ambiguous.ts';
import { check, offers } from '../check.ts';

const entities = [
  { id: 'washington-city', type: 'LOC', name: 'Washington' },
  { id: 'washington-man', type: 'PER', name: 'George Washington', aliases: ['Washington'] },
  { id: 'x', type: 'SHIP', name: 'USS Washington', aliases: ['Washington'] },
];

describe('entity/ambiguous', () => {
  it('marks the first mention that may be several entities, and counts the rest', () => {
    const [found] = check(ambiguous, 'They met in ‹|Washington|›. Later Washington slept.', {
      entities,
    });
    assert.equal(
      found.message,
      '“Washington” may be “Washington” (washington-city), “George Washington” (washington-man) or “USS Washington” (x); a tag that is linked says which. So may 1 more mention.',
    );
    assert.deepEqual(offers(found), [
      'Tag as “Washington” (washington-city) → glossator.tag label=LOC entity=washington-city exact=true “Washington”',
      'Tag as “George Washington” (washington-man) → glossator.tag label=PER entity=washington-man exact=true “Washington”',
    ]);
  });

  it('links the tag that is there', () => {
    const [found] = check(ambiguous, 'They met in ‹|Washington|›.', {
      entities,
      tags: [{ words: 'Washington' }],
    });
    assert.equal(
      offers(found)[1],
      'Link the tag to “George Washington” (washington-man) → glossator.link id=t1 entity=washington-man',
    );
  });

  it('goes on to the next mention when one is linked, and is silent when all are', () => {
    const text = 'They met in Washington. Later ‹|Washington|› slept.';
    const first = { words: 'Washington', entity: 'washington-city' };
    check(ambiguous, text, { entities, tags: [first] });
    const second = { words: 'Washington', nth: 2, entity: 'washington-man' };
    check(ambiguous, text.replace(/[‹›|]/g, ''), { entities, tags: [first, second] });
  });

  it('says nothing of names of one entity, nor of the longer name', () => {
    check(ambiguous, 'George Washington slept.', { entities });
    check(ambiguous, 'They met in Washington.', { entities: entities.slice(0, 1) });
    check(ambiguous, 'They met in Washington.');
  });
});
