import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { crossing } from '../../../../../server/src/core/rules/tag/crossing.ts';
import { crosses } from '../../../../../server/src/core/span.ts';
import { check, findingsOf, offers, type TestTag } from '../check.ts';

const text = 'the Russian Navy’s Caspian Flotilla sailed';

describe('tag/crossing', () => {
  it('marks the later of two tags that cross', () => {
    const [found] = check(crossing, 'the Russian ‹|Navy’s Caspian Flotilla|› sailed', {
      tags: [
        { words: 'Russian Navy', label: 'ORG' },
        { words: 'Navy’s Caspian Flotilla', label: 'ORG' },
      ],
    });
    assert.equal(
      found.message,
      'The tag “Navy’s Caspian Flotilla” (ORG) crosses “Russian Navy” (ORG): neither holds the other.',
    );
    assert.deepEqual(offers(found), [
      'Grow the tag so that it holds the other → glossator.replace id=t2 “Russian Navy’s Caspian Flotilla”',
      'Shorten the tag so that it begins behind the other → glossator.replace id=t2 “’s Caspian Flotilla”',
    ]);
  });

  it('says nothing of nested, equal and neighbouring tags', () => {
    check(crossing, text, {
      tags: [
        { words: 'Russian Navy’s Caspian Flotilla' },
        { words: 'Russian Navy' },
        { words: 'Russian' },
        { words: ' Navy' },
        { words: 'Caspian Flotilla' },
        { words: 'Caspian Flotilla', label: 'LOC' },
      ],
    });
  });

  it('says nothing across layers, of rejected tags and of discontinuous ones', () => {
    const first = { words: 'Russian Navy', label: 'ORG' };
    const second = { words: 'Navy’s Caspian Flotilla', label: 'ORG' };
    check(crossing, text, { tags: [first, { ...second, layer: 'ann' }] });
    check(crossing, text, { tags: [first, { ...second, review: 'rejected' }] });
    check(crossing, text, {
      tags: [
        first,
        {
          ...second,
          fragments: [
            [12, 16],
            [27, 35],
          ],
        },
      ],
    });
  });

  it('marks exactly the tags that cross one that begins before them', () => {
    const letters = 'abcdefghij';
    const span = fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([a, b]) => letters.slice(Math.min(a, b), Math.max(a, b) + 1));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (all) => {
        const tags: TestTag[] = all.map((words) => ({ words }));
        const spans = all.map((words) => {
          const start = letters.indexOf(words);
          return { start, end: start + words.length };
        });
        const expected = spans.flatMap((placed, at) =>
          spans.some((other) => other.start < placed.start && crosses(other, placed))
            ? [`t${at + 1}`]
            : [],
        );
        const found = findingsOf(crossing, letters, { tags }).map(({ tag }) => tag);
        assert.deepEqual([...found].sort(), expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('stops behind a thousand crossings', () => {
    const source = 'ab'.repeat(5000);
    const tags = Array.from({ length: 4000 }, (_, at) => ({ words: 'aba', nth: at + 1 }));
    assert.equal(findingsOf(crossing, source, { tags }).length, 1000);
  });
});
