/** The names of texts that files hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathStem, safeTextPath, TextPaths } from '../../../../server/src/core/formats/paths.ts';

test('names become paths below the folder that end in .txt', () => {
  const names = [
    ['a', 'a.txt'],
    ['a.txt', 'a.txt'],
    ['news/2001 a.xml', 'news/2001 a.xml.txt'],
    ['../../etc/passwd', 'etc/passwd.txt'],
    ['/a/./b//c', 'a/b/c.txt'],
    ['C:\\texts\\a.txt', 'texts/a.txt'],
    ['http://x.org/a?b', 'http_/x.org/a_b.txt'],
    ['a\tb\u0000', 'a_b_.txt'],
    ['Õhtuleht. ', 'Õhtuleht.txt'],
  ];
  for (const [name, path] of names) assert.equal(safeTextPath(name), path, name);
  for (const name of ['', ' ', '..', '/', '.']) assert.equal(safeTextPath(name), null, name);
});

test('the stem of a path lacks the end of its name', () => {
  assert.equal(pathStem('b.c/a.conll'), 'b.c/a');
  assert.equal(pathStem('b.c/a'), 'b.c/a');
  assert.equal(pathStem('.conll'), '.conll');
  assert.equal(pathStem('a.b.txt'), 'a.b');
});

test('each text has a path of its own', () => {
  const paths = new TextPaths();
  assert.deepEqual(paths.ofFile('x/a.conll', ['ignored']), ['x/a.txt']);
  assert.deepEqual(paths.ofFile('x/A.conllu', [null]), ['x/A-2.txt']);
  assert.deepEqual(paths.ofFile('x/b.conll', [null, 'a', '..', 'c/d']), [
    'x/b-1.txt',
    'x/a-3.txt',
    'x/b-3.txt',
    'x/c/d.txt',
  ]);
  const ten = new TextPaths().ofFile('b.conll', Array(10).fill(null));
  assert.deepEqual([ten[0], ten[9]], ['b-01.txt', 'b-10.txt']);
});
