import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  Coincidences,
  Contingency,
  macroF1,
  microScore,
  scoreOf,
} from '../../../../server/src/core/corpus/agreement.ts';

/** κ of a square table of counts, a row for each category of the first annotator. */
function kappaOf(counts: readonly (readonly number[])[]) {
  const table = new Contingency();
  for (const [a, row] of counts.entries()) {
    for (const [b, units] of row.entries()) if (units > 0) table.add(a, b, units);
  }
  return table.kappa();
}

/** α of values by annotator, a character a unit; `.` where one has no value. */
function alphaOf(...annotators: string[]) {
  const coincidences = new Coincidences();
  for (let unit = 0; unit < annotators[0].length; unit++) {
    const values = annotators.map((row) => row[unit]).filter((value) => value !== '.');
    coincidences.add(values.map((value) => value.charCodeAt(0)));
  }
  return coincidences.alpha();
}

const close = (actual: number | null, expected: number, within = 1e-9) => {
  assert.ok(actual !== null && Math.abs(actual - expected) < within, `${actual} ≠ ${expected}`);
};

test('κ of Cohen 1960: 200 diagnoses, observed .70, expected .41, κ .492', () => {
  const { value, observed, expected, units } = kappaOf([
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ]);
  assert.equal(units, 200);
  close(observed, 0.7);
  close(expected, 0.41);
  close(value, 0.29 / 0.59);
  assert.equal(value?.toFixed(3), '0.492');
});

test('κ and α of Artstein & Poesio 2008: 100 dialogue acts, observed .7, expected .54, κ .348', () => {
  const { value, expected } = kappaOf([
    [20, 20],
    [10, 50],
  ]);
  close(expected, 0.54);
  assert.equal(value?.toFixed(3), '0.348');
  const coincidences = new Coincidences();
  coincidences.add([0, 0], 20);
  coincidences.add([0, 1], 20);
  coincidences.add([1, 0], 10);
  coincidences.add([1, 1], 50);
  const alpha = coincidences.alpha();
  // 70 of 200 values are statements, 130 requests: (70·69 + 130·129) / (200·199).
  close(alpha.expected, 21_600 / 39_800);
  close(alpha.value, (0.7 - 21_600 / 39_800) / (1 - 21_600 / 39_800));
});

test('α of Krippendorff 2011, two observers: binary .095, nominal .692', () => {
  assert.equal(alphaOf('0100000010', '1110010000').value?.toFixed(3), '0.095');
  const nominal = alphaOf('aabbdcccedda', 'babbbccceddd');
  close(nominal.observed, 9 / 12);
  // 4 a, 6 b, 6 c, 6 d and 2 e of 24 values: (12 + 30 + 30 + 30 + 2) / (24·23).
  close(nominal.expected, 104 / 552);
  assert.equal(nominal.value?.toFixed(3), '0.692');
});

test('α with values missing: four observers .743, three .691', () => {
  const four = alphaOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
  assert.equal(four.value?.toFixed(3), '0.743');
  const three = alphaOf('.....34121133.3', '1.213343.......', '..21344.21133.4');
  assert.equal(three.value?.toFixed(3), '0.691');
});

test('what is undefined is null', () => {
  assert.deepEqual(kappaOf([]), { value: null, observed: null, expected: null, units: 0 });
  assert.deepEqual(kappaOf([[7]]), { value: null, observed: 1, expected: 1, units: 7 });
  assert.deepEqual(alphaOf('aaa', 'aaa'), { value: null, observed: 1, expected: 1, units: 3 });
  assert.deepEqual(alphaOf('a.', '.b').value, null);
  assert.deepEqual(scoreOf(0, 0, 0), {
    a: 0,
    b: 0,
    agreed: 0,
    precision: null,
    recall: null,
    f1: null,
  });
  assert.deepEqual([scoreOf(0, 3, 0).recall, scoreOf(0, 3, 0).f1], [null, 0]);
  assert.equal(macroF1([scoreOf(0, 0, 0)]), null);
});

test('precision, recall and F1 by hand', () => {
  // Three of the second one's four tags are among the first one's six.
  const score = scoreOf(6, 4, 3);
  assert.deepEqual([score.precision, score.recall, score.f1], [0.75, 0.5, 0.6]);
  const other = scoreOf(2, 2, 2);
  assert.deepEqual(microScore([score, other]), scoreOf(8, 6, 5));
  close(macroF1([score, other]), 0.8);
});

const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 60 });

test('κ and α are symmetric, at most 1, and 1 where all agree', () => {
  fc.assert(
    fc.property(labels, (units) => {
      const a = units.map(([one]) => one);
      const b = units.map(([, other]) => other);
      const coefficients = (x: number[], y: number[]) => {
        const [table, coincidences] = [new Contingency(), new Coincidences()];
        table.addAll(x, y);
        coincidences.addAll([x, y]);
        return [table.kappa().value, coincidences.alpha().value];
      };
      const [there, back, self] = [coefficients(a, b), coefficients(b, a), coefficients(a, a)];
      for (const [i, value] of there.entries()) {
        if (value === null) assert.equal(back[i], null);
        else close(back[i], value);
        assert.ok(value === null || value <= 1);
      }
      const isUniform = new Set(a).size === 1;
      assert.deepEqual(self, isUniform ? [null, null] : [1, 1]);
    }),
  );
});

test('units at once and one by one are the same', () => {
  fc.assert(
    fc.property(labels, (units) => {
      const rows = [0, 1].map((side) => units.map((unit) => unit[side]));
      const [table, single] = [new Contingency(), new Contingency()];
      const [all, each] = [new Coincidences(), new Coincidences()];
      table.addAll(rows[0], rows[1]);
      all.addAll(rows);
      for (const [a, b] of units) {
        single.add(a, b);
        each.add([a, b]);
      }
      assert.deepEqual(table.kappa(), single.kappa());
      assert.deepEqual(all.alpha(), each.alpha());
    }),
  );
});
