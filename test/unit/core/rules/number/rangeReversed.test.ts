import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { rangeReversed } from '../../../../../server/src/core/rules/number/rangeReversed.ts';
import { check, fixed } from '../check.ts';

describe('number/range-reversed', () => {
  it('marks a range whose first number is the greater one', () => {
    const [to] = check(rangeReversed, 'They sold ‹|9,000 to 7,000|› tickets.');
    assert.equal(
      to.message,
      'The range “9,000 to 7,000” runs backwards: its first number is the greater one.',
    );
    check(rangeReversed, 'It takes ‹|between 9 and 7 days|›.');
    check(rangeReversed, 'The festival is on ‹|12–9 May 2018|›.');
    check(rangeReversed, 'The war (‹|1945–1939|›) was long.');
    check(rangeReversed, 'Kohale tuli ‹|9 000 kuni 7 000|› inimest.', { language: et });
  });

  it('swaps the numbers', () => {
    const [found] = check(rangeReversed, 'They sold ‹|9,000 to 7,000|› tickets.');
    assert.equal(fixed(found, 'Swap 9,000 and 7,000'), 'They sold 7,000 to 9,000 tickets.');
  });

  it('says nothing of ranges that run upwards, of falls and of scores', () => {
    check(rangeReversed, 'From 5,000 to 7,000 people, between 5 and 7 days, 10–12 May 2018.');
    check(rangeReversed, 'Prices fell from 10 to 5 euros.');
    check(rangeReversed, 'Flora won 3-1 and 4:2.');
    check(rangeReversed, 'The war of 1939–1945, the season of 1998–99, and 323-30 BC.');
    check(rangeReversed, 'ISSN 2049-1301, call 5551-1945, see 1945/1939.');
    check(rangeReversed, '5000 kuni 7000 inimest, 16.-18. mai.', { language: et });
  });

  it('lets an interval go on into the next year', () => {
    check(rangeReversed, 'It is closed from 30 December to 2 January.');
    check(rangeReversed, 'The talks of December and January 2014 failed.');
  });
});
