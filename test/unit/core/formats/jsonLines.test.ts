import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonLines, jsonRecords } from '../../../../server/src/core/formats/jsonLines.ts';
import {
  likelyCount,
  type OffsetCount,
  unitsIn,
} from '../../../../server/src/core/formats/offsetCounts.ts';

const read = (content: string) => {
  const { records, problems } = jsonRecords({ path: 'a.jsonl', content });
  return {
    records: records.map(({ value, line, number }) => [value, line ?? `#${number}`]),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
};

test('a value a line, a list, or one value over several lines', () => {
  assert.deepEqual(read('{"a": 1}\r\n\r\n{"a": 2}\n'), {
    records: [
      [{ a: 1 }, 1],
      [{ a: 2 }, 3],
    ],
    problems: [],
  });
  assert.deepEqual(read('[{"a": 1}, 2]').records, [
    [{ a: 1 }, '#1'],
    [2, '#2'],
  ]);
  assert.deepEqual(read('\ufeff{\n"a": 1\n}\n').records, [[{ a: 1 }, '#1']]);
  // A pair of a text and what is in it is a record, and no list of records.
  assert.deepEqual(read('["a", {"b": 1}]').records, [[['a', { b: 1 }], '#1']]);
  assert.deepEqual(read('["a", {}]\n["b", {}]').records, [
    [['a', {}], 1],
    [['b', {}], 2],
  ]);
  assert.deepEqual(read(' \n\n'), { records: [], problems: [] });
});

test('what is no JSON is said once where nothing is, and else line by line', () => {
  assert.deepEqual(read('{"a": 1}\n{"a"\n{"a": 3}').problems.length, 1);
  assert.match(read('{"a": 1}\n{"a"\n{"a": 3}').problems[0], /^2: /);
  assert.deepEqual(read('no\n{"a": 3}').records, [[{ a: 3 }, 2]]);
  const broken = read('[\n{"a": 1},\n{"a" 2},\n{"a": 3}\n]');
  assert.equal(broken.problems.length, 1);
  assert.match(broken.problems[0], /^3: /);
  assert.equal(read('PK\u0003\u0004\nxx\nyy').problems.length, 1);
});

test('keys that are written with escapes are themselves', () => {
  const content = `{"x\\"": 1, "x\\\\": 2, "\\u00f5": 3}`;
  assert.deepEqual(read(`${content}\n${content}`).records[1][0], { 'x"': 1, 'x\\': 2, õ: 3 });
});

test('lines come back as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
      (values) => {
        const { records, problems } = jsonRecords({ path: 'a', content: jsonLines(values) });
        assert.deepEqual(problems, []);
        assert.equal(JSON.stringify(records.map(({ value }) => value)), JSON.stringify(values));
      },
    ),
  );
});

test('what offsets count is recognised by words, whatever they count', () => {
  const counts: OffsetCount[] = ['UTF-16', 'code points', 'graphemes'];
  const word = fc.constantFrom('Ann', 'été', 'e\u0301te\u0301', 'Süüria', 'Rome');
  const words = fc.array(word, { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(
      words,
      fc.constantFrom('😀', '👩‍👩‍👧', '🇪🇪'),
      fc.constantFrom(...counts),
      (list, mark, count) => {
        const text = `${mark} ${list.join(' ')}`;
        const unitOf = unitsIn(text, count);
        // Where each unit of the text is in the count that the file is in.
        const placeOf = new Map(
          Array.from({ length: text.length + 1 }, (_, i) => [unitOf(i), i] as const),
        );
        let at = mark.length + 1;
        const spans = list.map((one) => {
          const [start, end] = [placeOf.get(at), placeOf.get(at + one.length)];
          at += one.length + 1;
          return { start: start ?? -1, end: end ?? -1 };
        });
        const found = unitsIn(text, likelyCount([{ text, spans }], counts));
        assert.deepEqual(
          spans.map(({ start, end }) => text.slice(found(start), found(end))),
          list,
        );
      },
    ),
  );
});
