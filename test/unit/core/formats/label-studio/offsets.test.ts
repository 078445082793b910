/** What the offsets of Label Studio count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints, shown } from '../jsonFormats.ts';
import { read, region, task } from './tasks.ts';

test('what offsets count is what makes the regions their own texts', () => {
  const quotes = (...result: unknown[]) => shown(read(task(result)))[0];
  const want = ['export.txt', ['PER', 'Ann Lee'], ['PER', 'Bob']];
  // Code points, UTF-16 units, units with the end included.
  assert.deepEqual(
    quotes(region('a', 2, 9, 'Ann Lee', 'PER'), region('b', 14, 17, 'Bob', 'PER')),
    want,
  );
  assert.deepEqual(
    quotes(region('a', 3, 10, 'Ann Lee', 'PER'), region('b', 15, 18, 'Bob', 'PER')),
    want,
  );
  assert.deepEqual(
    quotes(region('a', 3, 9, 'Ann Lee', 'PER'), region('b', 15, 17, 'Bob', 'PER')),
    want,
  );
  // Each for itself, where versions changed in between.
  assert.deepEqual(
    quotes(region('a', 2, 9, 'Ann Lee', 'PER'), region('b', 15, 18, 'Bob', 'PER')),
    want,
  );
  // Without the text, whole words decide.
  assert.deepEqual(
    quotes(region('a', 2, 9, undefined, 'PER'), region('b', 14, 17, undefined, 'PER')),
    want,
  );
  assert.deepEqual(
    quotes(region('a', 3, 10, undefined, 'PER'), region('b', 15, 18, undefined, 'PER')),
    want,
  );
  const wrong = read(task([region('a', 2, 9, 'Ben Lee', 'PER')]));
  assert.deepEqual(shown(wrong)[0], ['export.txt', ['PER', 'Ann Lee']]);
  assert.deepEqual(complaints(wrong), [
    'Record 1: “Ann Lee” stands where the region “a” says “Ben Lee”.',
  ]);
});

test('line ends and byte-order marks count as they are; line ends may be written \\n', () => {
  const source = '\ufeffAnn\r\nLee Bob';
  const result = [region('a', 1, 9, 'Ann\\n\\nLee', 'PER'), region('b', 10, 13, 'Bob', 'PER')];
  assert.deepEqual(shown(read({ data: { text: source }, annotations: [{ result }] })), [
    ['export.txt', ['PER', 'Ann\nLee'], ['PER', 'Bob']],
  ]);
});
