import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { TagTracker, type TextChange } from '../../../../server/src/core/tags/follow.ts';
import type { PlacedTag } from '../../../../server/src/core/tags/model.ts';
import { Followed } from './followed.ts';

describe('tags that follow edits', () => {
  const cases: [what: string, text: string, was: string, now: string, expected: string[]][] = [
    ['text before it', 'one [a:two]', 'one', 'twenty-one', ['a exact "two"']],
    ['text put in by an edit that covers it', '[a:two] three', 'two', 'x two', ['a exact "two"']],
    ['text put in inside', '[a:twothree]', 'wot', 'wo t', ['a changed "two three"']],
    ['its end cut off', '[a:one two] three', 'two three', '', ['a changed "one "']],
    ['its beginning cut off', 'one [a:two three]', 'one two', '', ['a changed " three"']],
    ['its whole text gone', 'one [a:two] three', 'two ', '', ['a lost ""']],
    ['more than its text gone', 'one [a:two] three', 'one two three', '', ['a lost ""']],
    ['its text replaced as a whole', 'one [a:two] three', 'two', 'deux', ['a changed "deux"']],
    [
      'its case changed with that of others',
      'one [a:two] three',
      'one two three',
      'ONE TWO THREE',
      ['a changed "TWO"'],
    ],
    [
      'nested tags',
      '[a:one [b:two] three]',
      'two',
      'zwei',
      ['a changed "one zwei three"', 'b changed "zwei"'],
    ],
    ['neighbours', '[a:one][b:two]', 'onetwo', 'one two', ['a exact "one"', 'b lost ""']],
    ['a surrogate pair inside', '[a:x😀y]', '😀', '', ['a changed "xy"']],
  ];
  for (const [what, marked, was, now, expected] of cases) {
    it(`${what}: ${expected.join(', ')}`, () => {
      assert.deepEqual(new Followed(marked).replace(was, now).now, expected);
    });
  }

  it('leave outside what is put in at their boundaries', () => {
    const at = (offset: number) =>
      new Followed('x[a:one]y').edit({ start: offset, end: offset, text: '··' });
    for (const offset of [1, 4]) {
      const { now } = at(offset);
      assert.deepEqual(now, ['a exact "one"']);
    }
    const both = new Followed('[a:one][b:two]').edit({ start: 3, end: 3, text: ' ' });
    assert.deepEqual(both.now, ['a exact "one"', 'b exact "two"']);
  });

  it('that were lost come back where an undo brings their text back', () => {
    const gone = new Followed('one [a:two] three').replace('two ', '');
    assert.deepEqual(gone.now, ['a lost ""']);
    assert.deepEqual(gone.replace('three', 'two three').now, ['a exact "two"']);
    const all = new Followed('one [a:two] three').replace('one two three', '');
    assert.deepEqual(all.now, ['a lost ""']);
    assert.deepEqual(all.edit({ start: 0, end: 0, text: 'one two three' }).now, ['a exact "two"']);
  });

  it('that were lost do not come back where their text appears elsewhere', () => {
    const gone = new Followed('one [a:two] three').replace('two ', '');
    assert.deepEqual(gone.edit({ start: 0, end: 0, text: 'two ' }).now, ['a lost ""']);
  });

  it('that were lost come along where their text is put in elsewhere with what stood around it', () => {
    const moved = new Followed('First. One met [a:two] there. Last.').replace(
      'One met two there. ',
      '',
    );
    assert.deepEqual(moved.now, ['a lost ""']);
    const end = moved.text.length;
    moved.edit({ start: end, end, text: ' One met two there.' });
    assert.deepEqual(moved.now, ['a exact "two"']);
    assert.equal(moved.tracker.placed()[0].start, moved.text.indexOf('two'));
    const others = new Followed('First. One met [a:two] there. Last.').replace(
      'One met two there. ',
      '',
    );
    others.edit({ start: 0, end: 0, text: 'They saw two of them. ' });
    assert.deepEqual(others.now, ['a lost ""']);
  });

  it('come back where what stood before and behind them was taken away bit by bit at one place', () => {
    const followed = new Followed(
      'one [a:two] three, four and five, six and seven, eight and nine, ten',
    );
    const before = followed.now;
    const gone = [4 + 'two three'.length, 12, 14, 14, 14].map((end) => {
      const text = followed.text.slice(0, end);
      followed.edit({ start: 0, end, text: '' }).tracker.placed();
      return text;
    });
    for (const text of gone.reverse()) followed.edit({ start: 0, end: 0, text }).tracker.placed();
    assert.deepEqual(followed.now, before);
  });

  it('take back a part that was cut off and came back', () => {
    const cut = new Followed('one [a:two three] four').replace('three ', '');
    assert.deepEqual(cut.now, ['a changed "two "']);
    assert.deepEqual(cut.edit({ start: 8, end: 8, text: 'three ' }).now, ['a exact "two three"']);
  });
});

/** Any edit of a text that has `length` units. */
const anyChange = (length: number): fc.Arbitrary<TextChange> =>
  fc
    .tuple(
      fc.nat(length),
      fc.nat(length),
      fc.oneof(fc.constant(''), fc.stringMatching(/^[a-e \n]{0,6}$/)),
    )
    .map(([a, b, text]) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      // Mostly short edits, as people make them.
      return { start, end: Math.min(end, start + 8), text };
    });

const marked = fc
  .array(fc.tuple(fc.stringMatching(/^[a-e ]{1,6}$/), fc.boolean()), {
    minLength: 2,
    maxLength: 12,
  })
  .map((pieces) => pieces.map(([text, tagged], i) => (tagged ? `[t${i}:${text}]` : text)).join(''));

/** The same with no character twice, so that nothing but an undo makes a tag's text again. */
const markedApart = marked.map((source) => {
  let next = 0x4e00;
  return source.replaceAll(/\[\w+:|\]|[^[\]]/g, (piece) =>
    piece.length > 1 || piece === ']' ? piece : String.fromCharCode(next++),
  );
});

/** A text, and up to eight edits of it, one after the other. */
const editsOf = (texts: fc.Arbitrary<string>) =>
  texts.chain((source) => {
    const change = anyChange(new Followed(source).text.length);
    return fc.tuple(fc.constant(source), fc.array(change, { maxLength: 8 }));
  });

describe('tags that follow any edits', () => {
  it('cover the very units that they covered, where these still stand together', () => {
    fc.assert(
      fc.property(editsOf(marked), ([source, changes]) => {
        const followed = new Followed(source);
        const first = followed.tracker
          .placed()
          .map(({ tag, start, end }) => ({ id: tag.id, start, end }));
        // Every unit has a number that it keeps for life.
        let units = Array.from(followed.text, (_, i) => i);
        let fresh = units.length;
        for (const change of changes) {
          const start = Math.min(change.start, followed.text.length);
          const end = Math.min(change.end, followed.text.length);
          followed.edit({ start, end, text: change.text });
          units = [
            ...units.slice(0, start),
            ...Array.from(change.text, () => fresh++),
            ...units.slice(end),
          ];
          const placed = new Map(followed.tracker.placed().map((place) => [place.tag.id, place]));
          for (const tag of first) {
            const at = units.indexOf(tag.start);
            const own = Array.from({ length: tag.end - tag.start }, (_, i) => tag.start + i);
            const whole = at >= 0 && own.every((unit, i) => units[at + i] === unit);
            if (!whole) continue;
            const place = placed.get(tag.id);
            assert.deepEqual(
              [place?.start, place?.end, place?.status],
              [at, at + own.length, 'exact'],
              tag.id,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lie within the text, in order, and are exact only where their text stands', () => {
    fc.assert(
      fc.property(editsOf(marked), ([source, changes]) => {
        const followed = new Followed(source);
        for (const change of changes) {
          const start = Math.min(change.start, followed.text.length);
          followed.edit({ ...change, start, end: Math.min(change.end, followed.text.length) });
        }
        let last = 0;
        for (const { tag, start, end, status } of followed.tracker.placed()) {
          assert.ok(last <= start && start <= end && end <= followed.text.length);
          last = start;
          const covers = followed.text.slice(start, end);
          assert.equal(status === 'exact', covers === tag.quote, `${tag.id} ${status} “${covers}”`);
          if (status === 'lost') assert.equal(start, end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are where they were when one edit is undone', () => {
    fc.assert(
      fc.property(editsOf(markedApart), ([source, [change]]) => {
        const followed = new Followed(source);
        if (!change) return;
        const { start, end, text } = change;
        const before = [
          followed.text,
          followed.now,
          followed.tracker.placed().map((place) => place.start),
        ];
        const taken = followed.text.slice(start, end);
        followed.edit(change);
        followed.tracker.placed();
        followed.edit({ start, end: start + text.length, text: taken });
        assert.deepEqual(
          [followed.text, followed.now, followed.tracker.placed().map((place) => place.start)],
          before,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('are read at their ends only, however far they reach beyond their quotes', () => {
    const text = 'abcdefgh'.repeat(50_000);
    let units = 0;
    const slice = (from: number, to: number) => {
      const read = text.slice(from, to);
      units += read.length;
      return read;
    };
    const middle = text.length / 2;
    const placed = Array.from({ length: 1000 }, (_, i): PlacedTag => {
      const [start, end] = [i, text.length - i];
      const tag = { ...makeTag({ label: 'X', start, end: start + 9 }, text), quote: 'elsewhere' };
      return { tag: { ...tag, end }, start, end, status: 'changed', confidence: 0.5 };
    });
    const tracker = new TagTracker(placed, { slice });
    tracker.apply({ start: middle, end: middle + 1, text: 'x' });
    assert.equal(tracker.placed().length, 1000);
    assert.ok(units > 0 && units < 1000 * 4096, `${units} units were read`);
  });

  it('come back after they were the whole text and went bit by bit', () => {
    const followed = new Followed('Now. [a:two three]');
    const gone = ['Now. ', 't'].map((words) => {
      followed.replace(words, '').tracker.placed();
      return { start: 0, end: 0, text: words };
    });
    followed.edit({ start: 0, end: 0, text: 'x' }).tracker.placed();
    followed.replace('xwo three', '').tracker.placed();
    assert.deepEqual(followed.now, ['a lost ""']);
    followed.edit({ start: 0, end: 0, text: 'xwo three' }).tracker.placed();
    followed.replace('x', '').tracker.placed();
    for (const change of gone.reverse()) followed.edit(change).tracker.placed();
    assert.deepEqual(followed.now, ['a exact "two three"']);
  });

  it('are where they were when all edits are undone, the last first', () => {
    fc.assert(
      fc.property(editsOf(markedApart), ([source, changes]) => {
        const followed = new Followed(source);
        const before = [followed.now, followed.tracker.placed().map((place) => place.start)];
        const undo: TextChange[] = [];
        for (const change of changes) {
          const [start, end] = [change.start, change.end].map((at) =>
            Math.min(at, followed.text.length),
          );
          const text = followed.text.slice(start, end);
          undo.unshift({ start, end: start + change.text.length, text });
          followed.edit({ start, end, text: change.text });
          followed.tracker.placed();
        }
        for (const change of undo) followed.edit(change).tracker.placed();
        assert.deepEqual(
          [followed.now, followed.tracker.placed().map((place) => place.start)],
          before,
        );
      }),
      { numRuns: 500 },
    );
  });
});
