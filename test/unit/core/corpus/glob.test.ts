import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globFault, pathFilter } from '../../../../server/src/core/corpus/glob.ts';

const taken = (pattern: string, path: string) => pathFilter([pattern], [])(path);

test('what a pattern matches', () => {
  const cases: [pattern: string, path: string, expected: boolean][] = [
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'a/b/c.txt', true],
    ['*.txt', 'a/b.txt', false],
    ['news/**', 'news/2014/a.txt', true],
    ['news/', 'news/2014/a.txt', true],
    ['news/', 'newspaper/a.txt', false],
    ['a/**/b.txt', 'a/b.txt', true],
    ['a/**/b.txt', 'a/x/y/b.txt', true],
    ['a/**/b.txt', 'ab.txt', false],
    ['?.txt', '😀.txt', true],
    ['?.txt', '/.txt', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['[]]x', ']x', true],
    ['a[!x]b', 'a/b', false],
    ['{en,et}/*.txt', 'et/a.txt', true],
    ['a{b,c{d,e}}', 'ace', true],
    ['text (1).txt', 'text (1).txt', true],
    ['.hidden/*', '.hidden/a', true],
    // A composed letter in the pattern, a decomposed one in the path, as macOS writes it.
    ['caf\u00e9.txt', 'cafe\u0301.txt', true],
  ];
  for (const [pattern, path, expected] of cases) {
    assert.equal(globFault(pattern), null, pattern);
    assert.equal(taken(pattern, path), expected, `${pattern} on ${path}`);
  }
});

test('what is excluded is not taken, and nothing is without a pattern', () => {
  const filter = pathFilter(['**/*.txt'], ['drafts/', '**/old*']);
  assert.ok(filter('a/b.txt'));
  assert.ok(!filter('drafts/b.txt'));
  assert.ok(!filter('a/old.txt'));
  assert.ok(!pathFilter([], [])('a.txt'));
});

test('a pattern that cannot mean what it says is refused with what to do', () => {
  const cases: [pattern: string, says: RegExp][] = [
    ['news\\*.txt', /write \/ between folders/],
    ['!drafts', /“exclude”/],
    ['/news/*', /start with the name/],
    ['./news/*', /start with the name/],
    ['news/../../x', /start with the name/],
    ['@(a|b)', /write \{a,b\}/],
    ['{a}', /no choice such as/],
    ['{1..3}', /no choice such as/],
    ['{a,b', /no choice such as/],
    ['[a', /\[ without its \]/],
    ['{a,b}'.repeat(20), /too many/],
    ['a'.repeat(501), /longer than 500/],
  ];
  for (const [pattern, says] of cases) {
    assert.match(globFault(pattern) ?? '', says, pattern);
    assert.ok(!taken(pattern, 'a'), pattern);
  }
});

test('a pattern that makes regular expressions backtrack for ever is answered', () => {
  const path = `${'a/'.repeat(1000)}${'a'.repeat(255)}`;
  assert.ok(!taken(`${'*a'.repeat(50)}b`, path));
  assert.ok(!taken(`${'**/'.repeat(100)}b`, path));
});

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 });
const plain = name.filter((text) => !/^\.\.?$/.test(text));
const wild = fc
  .string({
    unit: fc.constantFrom('a', 'b', '*', '?', '[ab]', '{a,b}'),
    minLength: 1,
    maxLength: 4,
  })
  // Two stars are folders only where they stand alone, and picomatch has a meaning of its own for some.
  .filter((text) => !text.includes('**'));
const pattern = fc.array(fc.oneof(wild, plain, fc.constant('**')), { minLength: 1, maxLength: 4 });

test('patterns mean what they mean to picomatch', () => {
  fc.assert(
    fc.property(pattern, fc.array(plain, { minLength: 1, maxLength: 4 }), (parts, names) => {
      const glob = parts.join('/');
      const path = names.join('/');
      // picomatch takes `a/**` to mean `a` too, and no name to end in a dot.
      fc.pre(!(glob.endsWith('/**') && picomatch(glob.slice(0, -3), { dot: true })(path)));
      fc.pre(!names.some((text) => text.endsWith('.')));
      assert.equal(taken(glob, path), picomatch(glob, { dot: true })(path), `${glob} on ${path}`);
    }),
    { numRuns: 2000 },
  );
});
