import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { dateInvalid } from '../../../../../server/src/core/rules/number/dateInvalid.ts';
import { check, fixed } from '../check.ts';

describe('number/date-invalid', () => {
  it('marks days that the month does not have', () => {
    const [found] = check(dateInvalid, 'It began on ‹|31 November|› in Minsk.');
    assert.equal(found.message, '“31 November” is no date: November has 30 days.');
    const [leap] = check(dateInvalid, 'Born on ‹|29 February 2015|›.');
    assert.equal(leap.message, '“29 February 2015” is no date: February 2015 has 28 days.');
    check(dateInvalid, "It began on ‹|31 June '44|›.");
    check(dateInvalid, 'See ‹|2018-02-30|› and ‹|February 30, 2018|›.');
    check(dateInvalid, 'Ta sündis ‹|31. aprillil 1999|›.', { language: et });
    check(dateInvalid, 'Kohtume ‹|31.04.2018|›.', { language: et });
  });

  it('marks months past the twelfth, and offers the other order where that is a date', () => {
    const [found] = check(dateInvalid, 'The file of ‹|2018-13-04|› is gone.');
    assert.equal(found.message, '“2018-13-04” is no date: there is no month 13.');
    assert.equal(fixed(found, 'Write 2018-04-13'), 'The file of 2018-04-13 is gone.');
    const [hopeless] = check(dateInvalid, 'The file of ‹|2018-13-31|› is gone.');
    assert.deepEqual(hopeless.fixes, []);
  });

  it('marks an interval once', () => {
    check(dateInvalid, 'The fair of ‹|31–32 May 2018|› was long.');
  });

  it('knows leap years, and dates without a year', () => {
    check(
      dateInvalid,
      'On 29 February 2016, on 29 February 2000, every 29 February and 31 December.',
    );
    check(dateInvalid, '29. veebruaril 2016, 31. detsembril, 24.02.1918.', { language: et });
  });

  it('says nothing of versions, sums and telephone numbers', () => {
    check(dateInvalid, 'Version 2.13.45, 31/12 of the cake, +372 5555 3131, 99 February sales.');
  });
});
