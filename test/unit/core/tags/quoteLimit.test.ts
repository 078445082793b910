import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { MOST_QUOTED, quotesWith, tooLong } from '../../../../server/src/core/tags/quoteLimit.ts';

const TEXT = 'One two three four.';
const tags = [
  makeTag({ id: 'a', label: 'N', start: 0, end: 3 }, TEXT),
  makeTag({ id: 'b', label: 'N', start: 4, end: 13 }, TEXT),
];

describe('the quotes of one sidecar', () => {
  it('are counted with what is quoted anew, and without what that replaces', () => {
    const span = { start: 0, end: 19 };
    assert.deepEqual(quotesWith({ tags }, []), { units: 12, fits: true });
    assert.deepEqual(quotesWith({ tags }, [span, span]), { units: 50, fits: true });
    assert.deepEqual(quotesWith({ tags }, [span], new Set(['b'])), { units: 22, fits: true });
  });

  it('fit to the last unit', () => {
    const rest = { start: 0, end: MOST_QUOTED - 12 };
    assert.equal(quotesWith({ tags }, [rest]).fits, true);
    assert.equal(quotesWith({ tags }, [rest, { start: 0, end: 1 }]).fits, false);
  });

  it('that are too long already may get shorter', () => {
    const [long] = tags;
    const heavy = { ...long, quote: 'x'.repeat(MOST_QUOTED + 9) };
    const span = (length: number) => [{ start: 0, end: length }];
    const ids = new Set(['a']);
    assert.equal(quotesWith({ tags: [heavy] }, span(MOST_QUOTED + 8), ids).fits, true);
    assert.equal(quotesWith({ tags: [heavy] }, span(MOST_QUOTED + 10), ids).fits, false);
    assert.equal(quotesWith({ tags: [heavy] }, span(1)).fits, false);
  });

  it('are refused in a sentence that says how long, how long they may be, and what to do', () => {
    assert.equal(
      tooLong({ units: 10_000_000_000, fits: false }, 'a.txt.tags.json'),
      'a.txt.tags.json would have to quote 10,000,000,000 characters, and 25,000,000 is the most, so nothing was written; tag shorter stretches, or take long tags out of it first.',
    );
  });
});
