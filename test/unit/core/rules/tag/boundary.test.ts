import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { et } from '../../../../../server/src/core/languages/et.ts';
import type { TextRule } from '../../../../../server/src/core/rules/rule.ts';
import { boundary } from '../../../../../server/src/core/rules/tag/boundary.ts';
import { check, findingsOf, offers } from '../check.ts';

describe('tag/boundary', () => {
  it('marks a tag that cuts a word in two, at either end', () => {
    const [end] = check(boundary, '‹|Oleg Syro|›molotov spoke.', {
      tags: [{ words: 'Oleg Syro' }],
    });
    assert.equal(
      end.message,
      'This tag (PER) cuts a word in two; the whole is “Oleg Syromolotov”.',
    );
    assert.deepEqual(offers(end), [
      'Grow the tag to “Oleg Syromolotov” → glossator.replace id=t1 “Oleg Syromolotov”',
    ]);
    const [start] = check(boundary, 'Ol‹|eg Syromolotov|› spoke.', {
      tags: [{ words: 'eg Syromolotov' }],
    });
    assert.match(offers(start)[0], /“Oleg Syromolotov”$/);
    check(boundary, 'Kohal oli 1‹|6 välikoman|›döri.', {
      language: et,
      tags: [{ words: '6 välikoman' }],
    });
  });

  it('marks white space at either end', () => {
    const [found] = check(boundary, 'Then‹| Putin |›left.', { tags: [{ words: ' Putin ' }] });
    assert.equal(
      found.message,
      'This tag (PER) begins or ends with white space; the whole is “Putin”.',
    );
    check(boundary, 'Then‹|\u00a0Putin|› left.', { tags: [{ words: '\u00a0Putin' }] });
    check(boundary, '‹|Putin\n|›left.', { tags: [{ words: 'Putin\n' }] });
  });

  it('marks a character cut in two', () => {
    const thumb = '👍🏽';
    const [found] = check(
      boundary,
      `Well done ‹|${thumb.slice(0, 2)}|›${thumb.slice(2)} he said.`,
      {
        tags: [{ words: thumb.slice(0, 2) }],
      },
    );
    assert.equal(found.message, `This tag (PER) cuts a character in two; the whole is “${thumb}”.`);
    const family = '👨‍👩‍👧';
    check(boundary, `a ${family.slice(0, 3)}‹|${family.slice(3)}|› b`, {
      tags: [{ words: family.slice(3) }],
    });
    check(boundary, 'Sü‹|u|›\u0308ria', { tags: [{ words: 'u', nth: 1 }] });
  });

  it('marks a tag over nothing', () => {
    const found = findingsOf(boundary, 'Putin left.', { tags: [{ words: '' }] });
    assert.deepEqual(
      found.map(({ message }) => message),
      ['This tag (PER) covers no text.'],
    );
  });

  it('says nothing of whole words, with or without their marks', () => {
    check(boundary, '“Putin”, Syria’s (old) U.S. friend — said: 1,5 million; don’t.', {
      tags: [
        { words: 'Putin' },
        { words: '“Putin”' },
        { words: 'Syria' },
        { words: 'Syria’s' },
        { words: '(old)' },
        { words: 'old' },
        { words: 'U.S.' },
        { words: '1,5 million' },
        { words: 'don’t' },
      ],
    });
    check(boundary, '中国人民', { tags: [{ words: '中国人民' }] });
  });

  it('lets a word be cut at its hyphen or apostrophe', () => {
    check(boundary, 'the anti-IS fight and Shakespeare’i sonetid', { tags: [{ words: 'IS' }] });
    check(boundary, 'IS-i ridades, Shakespeare’i sonetid', {
      language: et,
      tags: [{ words: 'IS' }, { words: 'Shakespeare' }],
    });
  });

  it('leaves tags be whose place is in doubt', () => {
    check(boundary, 'Oleg Syromolotov spoke.', {
      tags: [
        { words: 'Oleg Syro', state: 'changed' },
        { words: 'Oleg Syro', state: 'lost' },
        { words: 'Oleg Syro', review: 'rejected' },
      ],
    });
  });

  it('sees the right word in a long text', () => {
    const text = `${'Many words follow one another here.\n\n'.repeat(2000)}Oleg Syromolotov spoke.`;
    const [found] = findingsOf(boundary, text, { tags: [{ words: 'Syromolo' }] });
    assert.match(offers(found)[0], /“Syromolotov”$/);
  });

  it('reads every passage once, however deep the tags nest', () => {
    const word = 'unendingly ';
    const source = word.repeat(4000);
    const middle = source.length / 2;
    const tags = Array.from({ length: 500 }, (_, i) => {
      // Each begins and ends within a word.
      const start = middle - 3 - (500 - i) * word.length;
      const words = source.slice(start, 2 * middle - start);
      return { words, start };
    });
    const asked: number[] = [];
    const counting: TextRule = {
      ...boundary,
      check: (text) => {
        const counted = Object.create(text, {
          passageAt: {
            value: (offset: number) => {
              asked.push(offset);
              return text.passageAt(offset);
            },
          },
          tags: { value: text.tags },
          slice: { value: (start: number, end: number) => text.slice(start, end) },
        });
        return boundary.check(counted);
      },
    };
    const found = findingsOf(counting, source, { tags });
    assert.equal(found.length, 500);
    assert.deepEqual(
      asked,
      [...asked].sort((a, b) => a - b),
    );
    assert.ok(asked.length <= 1000, `${asked.length} passages were asked for`);
  });
});
