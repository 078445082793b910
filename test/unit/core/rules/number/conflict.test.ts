import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { conflict } from '../../../../../server/src/core/rules/number/conflict.ts';
import { check, findingsOf } from '../check.ts';

describe('number/conflict', () => {
  it('marks another number of the same things in a sentence that tells the same', () => {
    const [found] = check(
      conflict,
      'The blast killed 34 people in Aleppo on Monday.\n\nOfficials said ‹|43|› people were killed in the Aleppo blast.',
    );
    assert.equal(
      found.message,
      '“43 people” here, “34 people” before in much the same words; see whether both are right.',
    );
    assert.deepEqual(
      found.related?.map(({ start, message }) => [start, message]),
      [[17, '“34 people” here']],
    );
  });

  it('does so across the endings of words', () => {
    check(
      conflict,
      'Plahvatuses hukkus 34 inimest. Ametnike sõnul on hukkunuid ‹|43|› inimest, plahvatus oli võimas.',
      { language: et },
    );
  });

  it('says nothing of the same number, of a subset or of another group', () => {
    check(conflict, 'Syria destroyed 160 militants. In Syria, 160 militants were destroyed.');
    check(
      conflict,
      'From Russia went 2719 Russian citizens, 160 of them were destroyed. Another 36 are under arrest.',
    );
    check(conflict, 'The blast killed 34 people. A week later 200 people came to the funeral.');
  });

  it('says nothing of numbers with a hedge', () => {
    check(
      conflict,
      'The blast killed more than 30 people in Aleppo. The blast killed 34 people in Aleppo.',
    );
    check(conflict, 'The blast killed 34 people in Aleppo, then up to 40 people in Aleppo blasts.');
  });

  it('says nothing of numbers in one sentence', () => {
    check(
      conflict,
      'The blast killed 34 people in Aleppo, the second blast killed 12 people there.',
    );
  });

  it('says nothing of other places and years', () => {
    check(conflict, 'The blast killed 34 people in Aleppo. The blast killed 12 people in Homs.');
    check(conflict, 'The floods killed 34 people in 2014. The floods killed 12 people in 2015.');
  });

  it('is no flood', () => {
    const sentences = Array.from(
      { length: 500 },
      (_, i) => `The blast killed ${i + 2} people in Aleppo.`,
    );
    assert.equal(findingsOf(conflict, sentences.join(' ')).length, 5);
  });
});
