/** Writing WebAnno TSV. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { file, type Made, NE, read, shown, written } from './files.ts';

test('tags are written as named entities, with what the text uses in columns of its own', () => {
  const text = 'Ann 😀 saw New York.\n\nBo left.';
  const tags: Made[] = [
    { id: 'aaaaaaaa', label: 'PER', start: 0, end: 3, entity: 'ann_1', note: 'who?' },
    { id: 'bbbbbbbb', label: 'LOC', start: 11, end: 19, attributes: { kind: 'a|b', sure: true } },
    { id: 'cccccccc', label: 'LOC', start: 15, end: 19 },
    { id: 'dddddddd', label: 'X', start: 8, end: 10 },
    { id: 'eeeeeeee', label: 'X', start: 22, end: 22 },
  ];
  const relations = [
    { id: 'r1', label: 'near', from: 'aaaaaaaa', to: 'bbbbbbbb' },
    { id: 'r2', label: 'in_it', from: 'cccccccc', to: 'bbbbbbbb' },
    { id: 'r3', label: 'near', from: 'eeeeeeee', to: 'aaaaaaaa' },
  ];
  const { files, losses } = written(text, tags, relations);
  assert.deepEqual(losses, []);
  assert.deepEqual(
    files.map(({ path }) => path),
    ['b/a.tsv'],
  );
  const wanted = file(
    [`#T_SP=${NE}|identifier|value|kind|sure|note`, `#T_RL=webanno.custom.Relation|value|BT_${NE}`],
    '#Text=Ann 😀 saw New York.',
    '#Text=',
    '#Text=',
    '1-1 ¦ 0-3 ¦ Ann ¦ ann\\_1 ¦ PER ¦ * ¦ * ¦ who? ¦ near ¦ 2-1.1',
    '1-2 ¦ 4-6 ¦ 😀 ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
    '1-3 ¦ 7-10 ¦ saw ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
    '1-3.1 ¦ 8-10 ¦ aw ¦ * ¦ X ¦ * ¦ * ¦ * ¦ _ ¦ _',
    '1-4 ¦ 11-14 ¦ New ¦ *[1] ¦ LOC[1] ¦ a\\|b[1] ¦ true[1] ¦ *[1] ¦ near|in\\_it ¦ 1-1[0_1]|1-5[2_1]',
    '1-5 ¦ 15-19 ¦ York ¦ *[1]|*[2] ¦ LOC[1]|LOC[2] ¦ a\\|b[1]|*[2] ¦ true[1]|*[2] ¦ *[1]|*[2] ¦ _ ¦ _',
    '1-6 ¦ 19-20 ¦ . ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
    '',
    '#Text=Bo left.',
    '2-1 ¦ 22-24 ¦ Bo ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
    '2-1.1 ¦ 22-22 ¦  ¦ * ¦ X ¦ * ¦ * ¦ * ¦ _ ¦ _',
    '2-2 ¦ 25-29 ¦ left ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
    '2-3 ¦ 29-30 ¦ . ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _ ¦ _',
  );
  assert.equal(files[0].content, wanted);
});

test('white space that a reader would not make again stands in a sentence', () => {
  const bodies = (text: string, tags: readonly Made[] = []) =>
    written(text, tags).files[0].content.split('\n').slice(4, -1);
  assert.deepEqual(bodies(''), []);
  assert.deepEqual(bodies('  Yes.\nNo.'), [
    '#Text=Yes.',
    '1-1\t2-5\tYes\t_\t_\t',
    '1-2\t5-6\t.\t_\t_\t',
    '',
    '#Text=No.',
    '2-1\t7-9\tNo\t_\t_\t',
    '2-2\t9-10\t.\t_\t_\t',
  ]);
  assert.deepEqual(bodies('\nYes. No.\n'), [
    '#Text=',
    '#Text=',
    '1-1\t0-1\t\\n\t_\t_\t',
    '',
    '#Text=Yes. ',
    '2-1\t1-4\tYes\t_\t_\t',
    '2-2\t4-5\t.\t_\t_\t',
    '',
    '#Text=No.',
    '#Text=',
    '3-1\t6-8\tNo\t_\t_\t',
    '3-2\t8-9\t.\t_\t_\t',
  ]);
  assert.deepEqual(bodies('\t'), ['#Text=\\t', '1-1\t0-1\t\\t\t_\t_\t']);
  assert.deepEqual(bodies('', [{ id: 'aaaaaaaa', label: 'X', start: 0, end: 0 }]), [
    '#Text=',
    '1-1\t0-0\t\t*\tX\t',
  ]);
});

test('edges of tags in white space stand in lines of their own', () => {
  const tags = [
    { id: 'aaaaaaaa', label: 'X', start: 4, end: 8 },
    { id: 'bbbbbbbb', label: 'Y', start: 0, end: 4 },
    { id: 'cccccccc', label: 'Z', start: 3, end: 5 },
  ];
  const lines = written('one  two', tags).files[0].content.split('\n').slice(4, -1);
  assert.deepEqual(lines, [
    '#Text=one  two',
    '1-1\t0-3\tone\t_\t_\t',
    '1-1.1\t0-4\tone \t*\tY\t',
    '1-1.2\t3-5\t  \t*\tZ\t',
    '1-2\t5-8\ttwo\t_\t_\t',
    '1-2.1\t4-8\t two\t*\tX\t',
  ]);
});

test('values without a column, and texts that look like numbers, are counted', () => {
  const attributes = { identifier: 'a', 'a|b': 'c', ROLE_x: 'd', e: '', year: '1999', n: 1 };
  const tag = { id: 'aaaaaaaa', label: 'PER', start: 0, end: 3, by: 'ann', attributes };
  const { files, losses } = written('Ann', [tag]);
  assert.deepEqual(losses, [
    { file: 'b/a.txt', what: 'by', count: 1 },
    { file: 'b/a.txt', what: 'attributes', count: 5 },
  ]);
  assert.match(files[0].content, /^#T_SP=[\w.]+\|identifier\|value\|e\|n\|year$/m);
  assert.match(files[0].content, /^1-1\t0-3\tAnn\t\*\tPER\t\*\t1\t1999\t$/m);
});

test('any text comes back as it was, whatever characters it holds', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '\\',
      '\u0000',
      '\u0001',
      '\u0002',
      '\u001f',
      '6',
      '7',
      '\t',
      '\n',
      '\v',
      '\f',
      '\b',
      'n',
      ' ',
      'a',
      '.',
      '->',
      '[',
      '#Text=',
      '\u2028',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }).map((text) => text.replace(/\r/g, '')),
  );
  const text = fc
    .array(unit, { maxLength: 20 })
    .map((units) => units.join(''))
    .filter((whole) => !whole.startsWith('\ufeff'));
  fc.assert(
    fc.property(text, (whole) => {
      const { files } = written(whole, []);
      assert.equal(shown(read(files[0].content)).text, whole);
    }),
    { numRuns: 1000 },
  );
});
