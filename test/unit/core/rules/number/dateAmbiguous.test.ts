import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { dateAmbiguous } from '../../../../../server/src/core/rules/number/dateAmbiguous.ts';
import { check, fixed } from '../check.ts';

describe('number/date-ambiguous', () => {
  it('marks a date whose numbers may both be the month, and writes either out', () => {
    const [found] = check(dateAmbiguous, 'Signed on ‹|04/05/2018|› in Tartu.');
    assert.equal(
      found.message,
      '“04/05/2018” may be April 5, 2018 or May 4, 2018; write the month out.',
    );
    assert.equal(fixed(found, 'Write “May 4, 2018”'), 'Signed on May 4, 2018 in Tartu.');
    assert.equal(fixed(found, 'Write “April 5, 2018”'), 'Signed on April 5, 2018 in Tartu.');
  });

  it('writes in the language of the text', () => {
    const [found] = check(dateAmbiguous, 'Allkirjastatud ‹|04/05/2018|› Tartus.', { language: et });
    assert.equal(fixed(found, 'Write “4. mai 2018”'), 'Allkirjastatud 4. mai 2018 Tartus.');
  });

  it('keeps the time of day', () => {
    const [found] = check(dateAmbiguous, 'Sent: ‹|06/02/2001|› 10:53.');
    assert.equal(fixed(found, 'Write “June 2, 2001”'), 'Sent: June 2, 2001 10:53.');
  });

  it('says nothing where there is one reading only', () => {
    check(dateAmbiguous, 'Signed on 25/05/2018, on 04/04/2018, on 2018-05-04 and on 4 May 2018.');
    check(dateAmbiguous, 'Signed on 25/05/2018.');
    check(dateAmbiguous, 'Allkirjastatud 04.05.2018 Tartus.', { language: et });
  });

  it('lets a weekday decide: 4 May 2018 was a Friday, 5 April 2018 a Thursday', () => {
    check(dateAmbiguous, 'Signed on Friday, 04/05/2018.');
    check(dateAmbiguous, 'Signed on Monday, ‹|04/05/2018|›.');
  });

  it('lets the other dates of the text decide, unless they disagree', () => {
    check(dateAmbiguous, 'Signed on 04/05/2018.\n\nIt ended on 25/12/2018.');
    check(dateAmbiguous, 'Signed on ‹|04/05/2018|›.\n\nFrom 25/12/2018 to 12/26/2018.');
  });
});
