import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateByPath } from '../../../../server/src/core/corpus/documentDates.ts';

test('the first pattern that fits a path says when the text was written', () => {
  const dateOf = dateByPath([
    ['news/special.txt', '2015-01-07'],
    ['news/', '2014-11-19'],
  ]);
  assert.equal(dateOf('news/special.txt'), '2015-01-07');
  assert.equal(dateOf('news/a/b.txt'), '2014-11-19');
  assert.equal(dateOf('other.txt'), undefined);
});

test('the day is taken from the path where that names one', () => {
  const dateOf = dateByPath([['**', 'path']]);
  const days: Record<string, string | undefined> = {
    'news/2014-11-19-moscow.txt': '2014-11-19',
    '2014/11/19/3.txt': '2014-11-19',
    'moscow_20141119.txt': '2014-11-19',
    '2014_11_19.txt': '2014-11-19',
    '2013-01-01/2014-11-19.txt': '2014-11-19',
    'no-day.txt': undefined,
    '2014-13-19.txt': undefined,
    '2014-11-1900.txt': undefined,
    '020141119.txt': undefined,
    '2014-1119.txt': undefined,
  };
  for (const [path, day] of Object.entries(days)) assert.equal(dateOf(path), day, path);
});
