/** The places in a text that selectors say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, messages, placesOf, type Raw, read } from './annotations.ts';

test('positions count as their quotes say: in code points, in UTF-16 units, without carriage returns', () => {
  const text = '\ufeff😀\r\nAnn Ann Ben';
  const both = (exact: string, start: number) => [
    { type: 'TextQuoteSelector', exact },
    { type: 'TextPositionSelector', start, end: start + exact.length },
  ];
  // The quotes stand at 5, 9 and 13 in UTF-16 units of the text as it is.
  assert.deepEqual(placesOf(read(text, [about(both('Ann', 8))])), [[9, 12]]);
  assert.deepEqual(placesOf(read(text, [about(both('Ann', 9))])), [[9, 12]]);
  assert.deepEqual(placesOf(read(text, [about(both('Ann', 6))])), [[9, 12]]);
  assert.deepEqual(placesOf(read(text, [about(both('Ann', 7))])), [[9, 12]]);
  // One that has no quote counts as the others do.
  const bare = about({ type: 'TextPositionSelector', start: 13, end: 16 });
  assert.deepEqual(placesOf(read(text, [about(both('Ann', 9)), bare])), [
    [9, 12],
    [13, 16],
  ]);
  // Nothing says otherwise: code points, as the model has it.
  assert.deepEqual(placesOf(read(text, bare)), [[14, 17]]);
});

test('a quote that white space was changed in is found', () => {
  const text = 'the cattle\n    of the  Sun';
  const quote = { type: 'TextQuoteSelector', exact: 'cattle of the Sun' };
  assert.deepEqual(placesOf(read(text, about(quote))), [[4, 26]]);
  const position = { type: 'TextPositionSelector', start: 4, end: 26 };
  assert.deepEqual(placesOf(read(text, about([quote, position]))), [[4, 26]]);
});

test('a quote without a position needs one place', () => {
  const text = 'a cat, a dog, a cow';
  const look = (exact: string, prefix?: string, suffix?: string) => {
    const back = read(text, about({ type: 'TextQuoteSelector', exact, prefix, suffix }));
    return back.problems.length > 0 ? messages(back)[0] : placesOf(back);
  };
  assert.deepEqual(look('dog'), [[9, 12]]);
  assert.deepEqual(look('a', ', ', ' cow'), [[14, 15]]);
  assert.deepEqual(look('a', '', ' dog'), [[7, 8]]);
  assert.deepEqual(look('dog', ', a', 'gone'), [[9, 12]]);
  assert.equal(
    look('a c'),
    'The annotation “#1” quotes “a c”, which is in the text 2 times; it is left out.',
  );
  assert.equal(
    look('a', ', '),
    'The annotation “#1” quotes “a”, which is in the text 2 times with these surroundings; it is left out.',
  );
  assert.equal(
    look('dog', 'the '),
    'The annotation “#1” quotes “dog”, which is in the text, but not with these surroundings; it is left out.',
  );
  assert.equal(
    look('pig'),
    'The annotation “#1” quotes “pig”, which is not in the text; it is left out.',
  );
});

test('a quote that does not stand at its position is looked for', () => {
  const at = (exact: string) => [
    { type: 'TextQuoteSelector', exact },
    { type: 'TextPositionSelector', start: 0, end: 3 },
  ];
  assert.deepEqual(placesOf(read('a dog', about(at('dog')))), [[2, 5]]);
  assert.deepEqual(messages(read('a dog, a dog', about(at('dog')))), [
    'The annotation “#1” does not quote what stands at 0–3, and quotes “dog”, which is in the text 2 times; it is left out.',
  ]);
});

test('selectors are refined, lead from one to another, or count the characters of a fragment', () => {
  const text = 'one two one two';
  const quote = (exact: string, more: Raw = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
  const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
  const places = (selector: unknown) => placesOf(read(text, about(selector)));
  assert.deepEqual(places(quote('two one', { refinedBy: quote('one') })), [[8, 11]]);
  assert.deepEqual(places(quote('two one', { refinedBy: position(4, 5) })), [[8, 9]]);
  const element = { type: 'XPathSelector', value: '/html/body/p[1]' };
  assert.deepEqual(places({ ...element, refinedBy: quote('two one') }), [[4, 11]]);
  assert.deepEqual(messages(read(text, about({ ...element, refinedBy: position(0, 3) }))), [
    'The annotation “#1” has no selector of text; it is left out.',
  ]);
  const range = {
    type: 'RangeSelector',
    startSelector: quote('two', { suffix: ' one' }),
    endSelector: quote('two', { prefix: 'one two one ' }),
  };
  assert.deepEqual(places(range), [[4, 12]]);
  assert.deepEqual(places({ type: 'FragmentSelector', value: 'char=4,7' }), [[4, 7]]);
  const path = { type: 'RangeSelector', startSelector: element, endSelector: element };
  assert.deepEqual(places([path, position(0, 3)]), [[0, 3]]);
});
