import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scoreOf } from '../../../../server/src/core/corpus/agreement.ts';
import {
  type Annotation,
  disagreements,
  type Matches,
  matchExact,
  matchOverlapping,
  tokenLabels,
} from '../../../../server/src/core/corpus/annotations.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

const one = (label: string, start: number, end: number): Annotation => ({ label, start, end });
const shown = ({ agreed, onlyA, onlyB }: Matches<Annotation>) => [
  agreed.length,
  onlyA.map(({ label, start }) => label + start),
  onlyB.map(({ label, start }) => label + start),
];

test('tags agree exactly where label and span are the same', () => {
  const a = [one('P', 0, 4), one('P', 5, 9), one('L', 10, 14), one('O', 20, 24)];
  const b = [one('P', 0, 4), one('P', 5, 8), one('O', 10, 14), one('O', 20, 24)];
  assert.deepEqual(shown(matchExact(a, b)), [2, ['P5', 'L10'], ['P5', 'O10']]);
});

test('of several tags alike each has one partner at most', () => {
  const twice = [one('P', 0, 4), one('P', 0, 4)];
  assert.deepEqual(shown(matchExact(twice, twice.slice(1))), [1, ['P0'], []]);
  assert.deepEqual(shown(matchExact(twice.slice(1), twice)), [1, [], ['P0']]);
});

test('the pieces of a discontinuous tag count', () => {
  const whole = one('P', 0, 9);
  const parted: Annotation = {
    ...whole,
    pieces: [
      [0, 3],
      [6, 9],
    ],
  };
  assert.equal(matchExact([whole], [parted]).agreed.length, 0);
  assert.equal(matchExact([parted], [{ ...parted }]).agreed.length, 1);
  assert.equal(matchOverlapping([whole], [parted]).agreed.length, 1);
});

test('overlapping tags with one label agree once each, those that are the same first', () => {
  const wide = [one('P', 0, 10)];
  assert.deepEqual(shown(matchOverlapping(wide, [one('P', 0, 3), one('P', 4, 10)])), [
    1,
    [],
    ['P4'],
  ]);
  assert.deepEqual(shown(matchOverlapping(wide, [one('L', 0, 10)])), [0, ['P0'], ['L0']]);
  assert.deepEqual(shown(matchOverlapping(wide, [one('P', 10, 12)])), [0, ['P0'], ['P10']]);
  const a = [one('P', 0, 10), one('P', 0, 2)];
  const b = [one('P', 0, 10), one('P', 8, 10)];
  assert.deepEqual(shown(matchOverlapping(a, b)), [1, ['P0'], ['P8']]);
});

test('what they disagree on: other labels of one span, and tags of one side, in order', () => {
  const a = [one('P', 9, 12), one('P', 0, 4)];
  const b = [one('L', 0, 4), one('O', 5, 6)];
  const found = disagreements(matchExact(a, b)).map(({ a, b }) => [a?.label, b?.label]);
  assert.deepEqual(found, [
    ['P', 'L'],
    [undefined, 'O'],
    ['P', undefined],
  ]);
});

const text = 'one two, three four';
const tokens = tokenise(text);

test('a token has the label of its longest tag, then of the first', () => {
  const codes = (annotations: readonly Annotation[]) => [
    ...tokenLabels(tokens, annotations, (label) => Number(label)),
  ];
  assert.deepEqual(codes([]), [0, 0, 0, 0, 0]);
  assert.deepEqual(codes([one('1', 0, 3), one('2', 0, 7)]), [2, 2, 0, 0, 0]);
  assert.deepEqual(codes([one('2', 4, 14), one('1', 0, 14)]), [1, 1, 1, 1, 0]);
  // `one two` and `two, th` are as long: the first counts where both are.
  assert.deepEqual(codes([one('2', 4, 11), one('1', 0, 7)]), [1, 1, 2, 2, 0]);
  assert.deepEqual(codes([one('2', 0, 3), one('1', 0, 3)]), [1, 0, 0, 0, 0]);
  const parted: Annotation = {
    ...one('3', 0, 19),
    pieces: [
      [0, 3],
      [15, 19],
    ],
  };
  assert.deepEqual(codes([parted, one('1', 0, 14)]), [1, 1, 1, 1, 3]);
});

const annotation = fc
  .tuple(fc.constantFrom('1', '2', '3'), fc.nat(19), fc.nat(19))
  .map(([label, a, b]) => one(label, Math.min(a, b), Math.max(a, b)));
const annotations = fc.array(annotation, { maxLength: 8 });

test('the labels of tokens are those that the rule says, tag by tag', () => {
  fc.assert(
    fc.property(annotations, (all) => {
      const codes = tokenLabels(tokens, all, (label) => Number(label));
      const length = ({ start, end }: Annotation) => end - start;
      const ranked = [...all].sort(
        (a, b) => length(b) - length(a) || a.start - b.start || (a.label < b.label ? -1 : 1),
      );
      for (const [i, code] of codes.entries()) {
        const [from, to] = [tokens.start[i], tokens.end[i]];
        const over = ranked.find(({ start, end }) => start < end && start < to && from < end);
        assert.equal(code, Number(over?.label ?? 0));
      }
    }),
  );
});

test('tags agree with themselves, and both ways alike', () => {
  fc.assert(
    fc.property(annotations, annotations, (a, b) => {
      for (const match of [matchExact, matchOverlapping]) {
        const self = match(a, [...a]);
        assert.deepEqual([self.agreed.length, self.onlyA, self.onlyB], [a.length, [], []]);
        const [there, back] = [match(a, b), match(b, a)];
        assert.equal(there.agreed.length, back.agreed.length);
        const [x, y] = [there, back].map(({ agreed }) => agreed.length);
        const [forth, around] = [scoreOf(a.length, b.length, x), scoreOf(b.length, a.length, y)];
        assert.deepEqual([forth.precision, forth.recall], [around.recall, around.precision]);
      }
    }),
  );
});

/** The most pairs of overlapping tags, by trying all of them. */
function mostPairs(a: readonly Annotation[], b: readonly Annotation[]): number {
  const [first, ...rest] = a;
  if (!first) return 0;
  let most = mostPairs(rest, b);
  for (const [i, other] of b.entries()) {
    const overlap = Math.max(first.start, other.start) < Math.min(first.end, other.end);
    if (overlap && first.label === other.label)
      most = Math.max(most, 1 + mostPairs(rest, b.toSpliced(i, 1)));
  }
  return most;
}

test('behind the exact ones as many overlapping tags are paired as can be, on either side', () => {
  const few = fc.array(annotation, { maxLength: 6 });
  fc.assert(
    fc.property(few, few, (a, b) => {
      const exact = matchExact(a, b);
      const expected = exact.agreed.length + mostPairs(exact.onlyA, exact.onlyB);
      const found = matchOverlapping(a, b);
      assert.equal(found.agreed.length, expected);
      assert.equal(matchOverlapping(b, a).agreed.length, expected);
      assert.equal(new Set(found.agreed.map(([x]) => x)).size, expected);
      assert.equal(found.agreed.length + found.onlyA.length, a.length);
      assert.equal(found.agreed.length + found.onlyB.length, b.length);
    }),
  );
});

test('100,000 tags that all overlap are paired in time', () => {
  const nested = Array.from({ length: 100_000 }, (_, i) => one('1', i, 400_000 - i));
  const moved = nested.map(({ label, start, end }) => one(label, start + 1, end));
  const begun = performance.now();
  assert.equal(matchOverlapping(nested, moved).agreed.length, 100_000);
  assert.ok(performance.now() - begun < 5000);
});
