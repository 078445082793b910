import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  expressionPlaces,
  inContext,
  placesInside,
  sortKey,
} from '../../../../server/src/core/corpus/concordance.ts';
import { termPattern, termPlaces } from '../../../../server/src/core/corpus/termPattern.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { columnsOf } from '../../../../server/src/core/text/columns.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

/** What a term finds in a text, as it stands there. */
function found(term: string, text: string, withCase = true): string[] {
  const pattern = termPattern(term, en, withCase);
  if (!pattern) return [];
  const places = termPlaces(text, tokenise(text, en), pattern);
  return Array.from(places, ({ start, end }) => text.slice(start, end));
}

test('a term is whole words', () => {
  assert.deepEqual(found('he', 'he, the hen; (he) He'), ['he', 'he']);
  assert.deepEqual(found('he', 'He he', false), ['He', 'he']);
  assert.deepEqual(found('he', ''), []);
  assert.deepEqual(found('he', 'he'), ['he']);
  assert.deepEqual(found('don', "don't"), []);
  assert.deepEqual(found("don't", "don’t don't"), ['don’t', "don't"]);
});

test('several words are found over white space and line ends, but not over anything else', () => {
  const text = 'New York, New\n  York, New-York, NewYork, new york.';
  assert.deepEqual(found('New York', text), ['New York', 'New\n  York']);
  assert.deepEqual(found(' New\tYork ', text), ['New York', 'New\n  York']);
  assert.deepEqual(found('had had', 'had had had'), ['had had', 'had had']);
});

test('punctuation in a term stands where it stands', () => {
  assert.deepEqual(found('etc.', 'a, b, etc. And etc. more etc.'), ['etc.', 'etc.', 'etc.']);
  assert.deepEqual(found('Moscow.', 'Moscow . Moscow. (Moscow.)'), ['Moscow.', 'Moscow.']);
  assert.deepEqual(found('“no”', '“no” "no" “ no”'), ['“no”']);
  assert.deepEqual(found('well-known', 'well-known well - known well known'), ['well-known']);
  assert.deepEqual(found('U.S. base', 'the U.S. base'), ['U.S. base']);
  assert.deepEqual(found('?', 'What? Why?!'), ['?', '?']);
  assert.deepEqual(found('(', ')('), ['(']);
});

test('a star is any letters of a word, by itself any word', () => {
  const text = 'terror terrorist counterterrorism, error. 1944 19th';
  assert.deepEqual(found('terror*', text), ['terror', 'terrorist']);
  assert.deepEqual(found('*error*', text), ['terror', 'terrorist', 'counterterrorism', 'error']);
  assert.deepEqual(found('t*r*st', text), ['terrorist']);
  assert.deepEqual(found('19*', text), ['1944', '19th']);
  assert.deepEqual(found('terror *', text), ['terror terrorist']);
  assert.deepEqual(found('* error', text), []);
  assert.deepEqual(found('*', 'a, 1!'), ['a', '1']);
  assert.deepEqual(found('“terror*”', '“terrorist” “terror” terror”'), ['“terrorist”', '“terror”']);
  assert.deepEqual(found('a*a', 'a aa aba'), ['aa', 'aba']);
});

test('composed and decomposed letters, final sigma, sharp s and soft hyphens are as one', () => {
  assert.deepEqual(found('caf\u00e9', 'cafe\u0301 cafe caf\u00e9'), ['cafe\u0301', 'caf\u00e9']);
  assert.deepEqual(found('cafe\u0301', 'caf\u00e9'), ['caf\u00e9']);
  assert.deepEqual(found('ΟΔΟΣ', 'οδος', false), ['οδος']);
  assert.deepEqual(found('STRASSE', 'Straße', false), ['Straße']);
  assert.deepEqual(found('STRASSE', 'Straße'), []);
  assert.deepEqual(found('regime', 're\u00adgime'), ['re\u00adgime']);
  assert.deepEqual(found('e*', '\u00e9t\u00e9 e\u0301t eta'), ['eta']);
});

test('emoji, Han characters and words beyond the BMP are found', () => {
  assert.deepEqual(found('👩‍🚀', 'a 👩‍🚀 b 👩'), ['👩‍🚀']);
  assert.deepEqual(found('東京', '我在東京。'), ['東京']);
  assert.deepEqual(found('𝒽𝒾', '𝒽𝒾 𝒽'), ['𝒽𝒾']);
});

test('a term without a token finds nothing', () => {
  assert.equal(termPattern(' \n', en, true), null);
  assert.equal(termPattern('\u00ad', en, true), null);
});

test('a regular expression finds whole characters, and nothing without one', () => {
  const places = (source: string, text: string) =>
    Array.from(expressionPlaces(text, new RegExp(source, 'gmu')), ({ start, end }) =>
      text.slice(start, end),
    );
  assert.deepEqual(places('x*', 'axxb'), ['xx']);
  assert.deepEqual(places('^b.*$', 'a\nbc\nd'), ['bc']);
  assert.deepEqual(places('e', 'ee\u0301'), ['e', 'e\u0301']);
  assert.deepEqual(places('\\u0301|e', 'e\u0301e'), ['e\u0301', 'e']);
  assert.deepEqual(places('👩', '👩‍🚀'), ['👩‍🚀']);
  assert.deepEqual(places('.', ''), []);
});

test('places inside spans', () => {
  const place = (start: number, end: number) => ({ start, end });
  const spans = [place(4, 6), place(0, 10), place(20, 22)];
  const places = [place(1, 3), place(5, 12), place(8, 10), place(20, 22), place(30, 31)];
  const inside = Array.from(placesInside(places, spans), ({ place: { start } }) => start);
  assert.deepEqual(inside, [1, 8, 20]);
});

test('the context is cut between characters, and white space is one space', () => {
  const text = 'abc  de\n\nNODE\tfgh ijk';
  assert.deepEqual(inContext(text, { start: 9, end: 13 }, 4), {
    left: 'c de',
    node: 'NODE',
    right: 'fgh',
  });
  assert.deepEqual(inContext(text, { start: 9, end: 13 }, 100), {
    left: 'abc de',
    node: 'NODE',
    right: 'fgh ijk',
  });
  const marked = 'e\u0301e\u0301NODE👩‍🚀👩‍🚀';
  assert.deepEqual(inContext(marked, { start: 4, end: 8 }, 1), {
    left: 'e\u0301',
    node: 'NODE',
    right: '',
  });
  assert.equal(inContext(marked, { start: 4, end: 8 }, 3).right, '👩‍🚀');
  assert.equal(inContext('東京都NODE', { start: 3, end: 7 }, 5).left, '京都');
  assert.equal(inContext(`a${' '.repeat(500)}NODE`, { start: 501, end: 505 }, 5).left, 'a');
  assert.equal(inContext('\u001b[31mNODE', { start: 5, end: 9 }, 9).left, '[31m');
});

test('columns: none of marks, two of East Asian characters and emoji', () => {
  const widths = [
    ['abc', 3],
    ['e\u0301', 1],
    ['\u0301', 0],
    ['東京', 4],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한', 2],
    ['👩‍🚀', 2],
    ['❤\ufe0f', 2],
    ['🇪🇪', 2],
    ['שלום', 4],
    ['\u200b', 0],
    ['ö', 1],
    ['й', 1],
  ] as const;
  for (const [text, columns] of widths) assert.equal(columnsOf(text), columns, text);
});

test('places are sorted by the nearest words on a side, whatever their case and marks between', () => {
  const text = 'The small, OLD dog (that) barked.';
  const dog = { start: 15, end: 18 };
  assert.equal(sortKey(text, dog, 'left', en), 'old small the');
  assert.equal(sortKey(text, dog, 'right', en), 'that barked');
  assert.equal(sortKey(text, dog, 'node', en), 'dog');
});

const unit = fc.constantFrom('a', 'b', 'A', ' ', '\n', '.', '-', 'é', 'e\u0301', '東', '😀', '*');
const anyText = fc.string({ unit, maxLength: 40 });

test('every place holds the term, whole tokens of it, and every token itself is found', () => {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').normalize('NFC');
  fc.assert(
    fc.property(anyText, anyText, (text, noise) => {
      const words = text.replaceAll('*', '');
      for (const quote of found(noise.replaceAll('*', ''), words)) {
        assert.equal(plain(quote), plain(noise.replaceAll('*', '')));
      }
      const tokens = tokenise(words, en);
      for (let i = 0; i < tokens.length; i++) {
        const word = words.slice(tokens.start[i], tokens.end[i]);
        assert.ok(found(word, words).length > 0, word);
      }
    }),
  );
});

test('contexts are no wider than asked for, and are what stands beside the place', () => {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(anyText, fc.nat(40), fc.integer({ min: 1, max: 12 }), (text, at, columns) => {
      const points = [...text];
      const start = points.slice(0, at % (points.length + 1)).join('').length;
      const { left, right } = inContext(text, { start, end: start }, columns);
      assert.ok(columnsOf(left) <= columns && columnsOf(right) <= columns);
      assert.ok(squeezed(text.slice(0, start)).endsWith(squeezed(left)));
      assert.ok(squeezed(text.slice(start)).startsWith(squeezed(right)));
    }),
  );
});
