import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { untaggedMention } from '../../../../../server/src/core/rules/entity/untaggedMention.ts';
import { check, findingsOf, offers } from '../check.ts';

describe('entity/untagged-mention', () => {
  it('marks the first mention without a tag of a name that is tagged elsewhere', () => {
    const [found] = check(
      untaggedMention,
      'President Vladimir Putin spoke. ‹|Putin|› left. Putin slept.',
      { tags: [{ words: 'Vladimir Putin', entity: 'putin', layer: 'ann' }] },
    );
    assert.equal(
      found.message,
      '“Putin” has no tag here, though the name is tagged PER elsewhere in this text. One more mention has none.',
    );
    assert.deepEqual(offers(found), [
      'Tag “Putin” as PER → glossator.tag label=PER entity=putin layer=ann exact=true “Putin”',
      'Tag every mention in the corpus as PER → glossator.tagAll id=t1',
    ]);
    assert.deepEqual(
      found.related?.map(({ start }) => start),
      [10],
    );
  });

  it('follows case endings and the registry’s aliases', () => {
    check(untaggedMention, 'Süüria kodusõda. ‹|Süürias|› sõditakse.', {
      language: et,
      tags: [{ words: 'Süüria', label: 'LOC' }],
    });
    check(untaggedMention, 'They fight IS. ‹|Daesh|› lost.', {
      entities: [{ id: 'is', type: 'ORG', name: 'Islamic State', aliases: ['IS', 'Daesh'] }],
      tags: [{ words: 'IS', label: 'ORG' }],
    });
  });

  it('says nothing in a text without tags, and of names that are tagged nowhere', () => {
    check(untaggedMention, 'President Vladimir Putin spoke. Putin left Ankara.');
    check(untaggedMention, 'Vladimir Putin spoke in Ankara. Ankara slept.', {
      tags: [{ words: 'Vladimir Putin' }],
    });
  });

  it('says nothing of mentions within a tag, whatever its label, and of rejected ones', () => {
    check(untaggedMention, 'Vladimir Putin spoke. President Putin left. Then Putin slept.', {
      tags: [
        { words: 'Vladimir Putin' },
        { words: 'President Putin', label: 'MISC' },
        { words: 'Then Putin', review: 'rejected' },
      ],
    });
  });

  it('does not take the tag of an office for one of the country in its name', () => {
    check(untaggedMention, 'The Russian Defense Minister spoke. A Russian plane fell.', {
      tags: [{ words: 'Russian Defense Minister', label: 'ROLE' }],
    });
  });

  it('does not take a tag over a whole clause for one of the names in it', () => {
    check(
      untaggedMention,
      'Vladimir Putin spoke. On Monday ‹|Putin|› left the meeting in a hurry.',
      {
        tags: [
          { words: 'Vladimir Putin' },
          { words: 'On Monday Putin left the meeting in a hurry', label: 'CLAIM' },
        ],
      },
    );
  });

  it('is one finding a name, however many mentions there are', () => {
    const text = `Vladimir Putin spoke. ${'Putin left. '.repeat(2000)}`;
    const [found, ...others] = findingsOf(untaggedMention, text, {
      tags: [{ words: 'Vladimir Putin' }],
    });
    assert.match(found.message, /1999 more mentions/);
    assert.deepEqual(others, []);
  });
});
