import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { undefinedEntity } from '../../../../../server/src/core/rules/entity/undefined.ts';
import { check, offers } from '../check.ts';

const entities = [{ id: 'oleg-syromolotov', type: 'PER', name: 'Oleg Syromolotov' }];
const text = 'Oleg Syromolotov spoke.';

describe('entity/undefined', () => {
  it('marks a tag linked to an entity that the registry does not have', () => {
    const tags = [{ words: 'Oleg Syromolotov', entity: 'oleg-syromolotow' }];
    const [found] = check(undefinedEntity, '‹|Oleg Syromolotov|› spoke.', { tags, entities });
    assert.equal(
      found.message,
      'The registry has no entity “oleg-syromolotow”, to which this tag (PER) is linked.',
    );
    assert.equal(found.tag, 't1');
    assert.deepEqual(offers(found), [
      'Link to “Oleg Syromolotov” (oleg-syromolotov) → glossator.link id=t1 entity=oleg-syromolotov',
      'Write a record for “oleg-syromolotow” → glossator.createEntity id=t1 entityId=oleg-syromolotow',
    ]);
  });

  it('offers a record only where no entity is near', () => {
    const tags = [{ words: 'Oleg Syromolotov', entity: 'putin' }];
    const [found] = check(undefinedEntity, '‹|Oleg Syromolotov|› spoke.', { tags });
    assert.equal(offers(found).length, 1);
  });

  it('says nothing of tags that are linked rightly, not at all, lost or rejected', () => {
    const words = 'Oleg Syromolotov';
    check(undefinedEntity, text, {
      entities,
      tags: [{ words, entity: 'oleg-syromolotov' }, { words }],
    });
    check(undefinedEntity, text, {
      tags: [
        { words, entity: 'x', state: 'lost' },
        { words, entity: 'x', review: 'rejected' },
      ],
    });
  });
});
