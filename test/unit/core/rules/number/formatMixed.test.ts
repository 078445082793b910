import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import { formatMixed } from '../../../../../server/src/core/rules/number/formatMixed.ts';
import { check, fixed } from '../check.ts';

describe('number/format-mixed', () => {
  it('marks a decimal comma where commas group thousands', () => {
    const [found] = check(
      formatMixed,
      'Up to 7,000 nationals fight there; the page has ‹|1,5 million|› followers.',
    );
    assert.equal(
      found.message,
      'In “1,5 million” a comma is the decimal sign; elsewhere in this text a comma groups thousands, as in “7,000”.',
    );
    assert.match(fixed(found, 'Write “1.5 million”'), /has 1\.5 million followers/);
    assert.deepEqual(
      found.related?.map(({ message }) => message),
      ['“7,000” here'],
    );
  });

  it('marks a decimal comma beside decimal points, whichever is more frequent', () => {
    check(formatMixed, 'It grew by 1.5 per cent, by 2.5 per cent and by ‹|3,5 per cent|›.');
    check(formatMixed, 'It grew by ‹|1,5 per cent|›, by 2,5 per cent and by 3.5 per cent.');
  });

  it('marks thousands that are grouped otherwise than most are', () => {
    const [found] = check(formatMixed, 'They have 7,000 tanks, 9,000 guns and ‹|10 000|› men.');
    assert.match(fixed(found, 'Write “10,000”'), /and 10,000 men/);
  });

  it('lets the decimal comma stand in Estonian, and groups with spaces that no line breaks at', () => {
    const [found] = check(formatMixed, 'Hind tõusis 1,5 protsenti ja ‹|7,000|› inimest lahkus.', {
      language: et,
    });
    assert.match(found.fixes?.[0].title ?? '', /7.000/);
    assert.match(fixed(found, found.fixes?.[0].title ?? ''), /7\u00a0000 inimest/);
  });

  it('counts the places and mends them all', () => {
    const [found] = check(
      formatMixed,
      'There were 7,000 of them, ‹|1,5 million|› of these, 2,5 million of those.',
    );
    assert.equal(
      fixed(found, 'Write “1.5 million” in all 2 places'),
      'There were 7,000 of them, 1.5 million of these, 2.5 million of those.',
    );
  });

  it('says nothing where all numbers are of a kind', () => {
    check(
      formatMixed,
      'From 5,000 to 7,000 people, 1.5 million euros, 2719 citizens, 25 thousand.',
    );
    check(formatMixed, 'Hind 1,5 miljonit, 7 000 inimest, 12 000 eurot.', { language: et });
    check(formatMixed, 'One text may write 1,5 million and 2,5 million all through.');
  });

  it('takes 16.30 for a time where the decimal sign is a comma', () => {
    check(formatMixed, 'Maja põles kell 16.30, kahju on 3,6 miljonit krooni.', { language: et });
    check(formatMixed, 'Maja põles 16.30 Anne kanali ääres, kahju on 3,6 miljonit.', {
      language: et,
    });
  });

  it('looks into no version, date, telephone number or name', () => {
    check(formatMixed, 'Version 2.0.1 of 1,5 million copies, call +372 555 1234, 04.05.2018.');
  });
});
