import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { ru } from '../../../../../server/src/core/languages/ru.ts';
import { weekdayMismatch } from '../../../../../server/src/core/rules/number/weekdayMismatch.ts';
import { check, fixed } from '../check.ts';

// 4 April 2018 was a Wednesday, 19 November 2015 a Thursday (any calendar).
describe('number/weekday-mismatch', () => {
  it('marks a date whose weekday is another one, and offers the right one', () => {
    const [found] = check(weekdayMismatch, 'Held on ‹|Tuesday, 4 April 2018|› in Moscow.');
    assert.equal(found.message, '4 April 2018 was a Wednesday, not a Tuesday.');
    assert.equal(fixed(found, 'Write “Wednesday”'), 'Held on Wednesday, 4 April 2018 in Moscow.');
  });

  it('keeps short forms and case endings', () => {
    const [short] = check(weekdayMismatch, '‹|Fri, November 19, 2015|› was cold.');
    assert.equal(fixed(short, 'Write “Thu”'), 'Thu, November 19, 2015 was cold.');
    const [estonian] = check(weekdayMismatch, 'See juhtus ‹|teisipäeval, 4. aprillil 2018|›.', {
      language: et,
    });
    assert.equal(
      fixed(estonian, 'Write “kolmapäeval”'),
      'See juhtus kolmapäeval, 4. aprillil 2018.',
    );
  });

  it('offers no form that may be the wrong case', () => {
    // The accusative of «среда» is «среду», that of «четверг» is like the nominative.
    const [found] = check(weekdayMismatch, 'Во ‹|вторник, 4 апреля 2018 года|›, он ушёл.', {
      language: ru,
    });
    assert.deepEqual(found.fixes, []);
    const [alike] = check(weekdayMismatch, 'Во ‹|вторник, 5 апреля 2018 года|›, он ушёл.', {
      language: ru,
    });
    assert.equal(fixed(alike, 'Write “четверг”'), 'Во четверг, 5 апреля 2018 года, он ушёл.');
  });

  it('says nothing where the weekday is right, where the year is missing, or where the date is none', () => {
    check(weekdayMismatch, 'Wednesday, 04 April 2018 10:30. Thursday, November 19, 2015.');
    check(weekdayMismatch, 'On Tuesday, April 4, they met. Last Friday they met again.');
    check(weekdayMismatch, 'On Tuesday, 31 April 2018, nothing happened.');
    check(weekdayMismatch, 'Kolmapäeval, 4. aprillil 2018 kell 10.', { language: et });
  });

  it('does not reckon back before the Gregorian calendar', () => {
    check(weekdayMismatch, 'On Friday, 3 August 1492, Columbus set sail.');
  });
});
