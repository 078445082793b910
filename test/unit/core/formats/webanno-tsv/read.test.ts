/** Reading texts and tags of WebAnno TSV. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { webannoTsv } from '../../../../../server/src/core/formats/webannoTsv.ts';
import { file, NE, read, shown } from './files.ts';

test('names over several tokens are one tag, behind an emoji, too, with entity and attributes', () => {
  const content = file(
    [`#T_SP=${NE}|identifier|value|kind|note`],
    '#Text=I 😀 New York, not York.',
    '1-1 ¦ 0-1 ¦ I ¦ _ ¦ _ ¦ _ ¦ _',
    '1-2 ¦ 2-4 ¦ 😀 ¦ _ ¦ _ ¦ _ ¦ _',
    '1-3 ¦ 5-8 ¦ New ¦ https://www.wikidata.org/entity/Q60[1] ¦ LOC[1] ¦ city[1] ¦ big?[1]',
    '1-4 ¦ 9-13 ¦ York ¦ https://www.wikidata.org/entity/Q60[1] ¦ LOC[1] ¦ city[1] ¦ big?[1]',
    '1-5 ¦ 13-14 ¦ , ¦ _ ¦ _ ¦ _ ¦ _',
    '1-6 ¦ 15-18 ¦ not ¦ _ ¦ _ ¦ _ ¦ _',
    '1-7 ¦ 19-23 ¦ York ¦ * ¦ LOC ¦ 12 ¦ *',
    '1-8 ¦ 23-24 ¦ . ¦ * ¦ * ¦ * ¦ *',
  );
  const result = read(content);
  assert.deepEqual(shown(result), {
    text: 'I 😀 New York, not York.',
    tags: ['5-13 LOC “New York”', '19-23 LOC “York”', '23-24 NamedEntity “.”'],
    relations: [],
  });
  const [first, second, third] = result.texts[0].tags;
  assert.equal(first.entity, 'https://www.wikidata.org/entity/Q60');
  assert.deepEqual(first.attributes, { kind: 'city' });
  assert.equal(first.note, 'big?');
  assert.deepEqual(second.attributes, { kind: 12 });
  assert.equal(third.attributes, undefined);
  assert.deepEqual(result.entities, [
    {
      id: 'https://www.wikidata.org/entity/Q60',
      type: 'LOC',
      name: 'New York',
      aliases: [],
      sameAs: ['https://www.wikidata.org/entity/Q60'],
    },
  ]);
  assert.deepEqual(imported(result.texts[0]).problems, []);
});

test('stacked tags, tags of parts of tokens and tags of nothing keep their places', () => {
  const content = file(
    ['#T_SP=custom.Span|value'],
    '#Text=abcdef ghi',
    '1-1 ¦ 0-6 ¦ abcdef ¦ A[1]|B[2]',
    '1-1.1 ¦ 2-6 ¦ cdef ¦ C[3]',
    '1-1.2 ¦ 2-2 ¦  ¦ E',
    '1-2 ¦ 7-10 ¦ ghi ¦ B[2]',
    '1-2.1 ¦ 7-8 ¦ g ¦ C[3]',
    '1-2.2 ¦ 10-10 ¦  ¦ *[4]|*[5]',
  );
  assert.deepEqual(shown(read(content)).tags, [
    '0-6 A “abcdef”',
    '0-10 B “abcdef ghi”',
    '2-8 C “cdef g”',
    '2-2 E “”',
    '10-10 Span “”',
    '10-10 Span “”',
  ]);
});

test('what has a meaning in fields and text is read behind a backslash as what it is', () => {
  const content = file(
    ['#T_SP=custom.Span|label|note|x'],
    '#Text=a\\tb \\\\n c\\1',
    '1-1 ¦ 0-1 ¦ a ¦ x\\[1\\] ¦ one\\ntwo\\ttabs ¦ \\*',
    '1-2 ¦ 2-3 ¦ b ¦ a\\|b\\_c[1]|d\\\\[2] ¦ *[1]|\\_[2] ¦ _[1]|a\\->b\\;c[2]',
    '1-3 ¦ 4-6 ¦ \\\\n ¦ _ ¦ _ ¦ _',
  );
  const result = read(content);
  assert.equal(result.texts[0].text, 'a\tb \\n c\u0001');
  assert.deepEqual(
    result.texts[0].tags.map(({ label, note, attributes }) => [label, note, attributes?.x]),
    [
      ['x[1]', 'one\ntwo\ttabs', '*'],
      ['a|b_c', undefined, undefined],
      ['d\\', '_', 'a->b;c'],
    ],
  );
  assert.deepEqual(result.problems, []);
});

test('backslashes that were written as they are do not move what is behind them', () => {
  const content = file(
    [`#T_SP=${NE}|value`],
    '#Text=C:\\new York',
    '1-1 ¦ 0-6 ¦ C:\\new ¦ _',
    '1-2 ¦ 7-11 ¦ York ¦ LOC',
  );
  assert.deepEqual(shown(read(content)).tags, ['7-11 LOC “York”']);
});

test('the text between sentences is a line end and spaces, before the first spaces, within one what is there', () => {
  const content = file(
    [],
    '#Sentence.id=s1',
    '#Text=One',
    '#Text=',
    '#Text=more',
    '1-1 ¦ 2-5 ¦ One',
    '1-2 ¦ 7-11 ¦ more',
    '',
    '#Text=two',
    '2-1 ¦ 11-14 ¦ two',
    '',
    '#Text=three ',
    '3-1 ¦ 17-22 ¦ three',
  ).replaceAll('\t\n', '\n');
  const result = read(content);
  assert.deepEqual(result.problems, []);
  assert.equal(result.texts[0].text, '  One\n\nmoretwo\n  three ');
  assert.deepEqual(result.losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
  const leading = file([], '#Text=  two', '1-1 ¦ 2-5 ¦ two');
  assert.deepEqual(shown(read(leading)).text, '  two');
});

test('byte-order mark and line ends of Windows change nothing', () => {
  const content = file([`#T_SP=${NE}|value`], '#Text=Ann', '1-1 ¦ 0-3 ¦ Ann ¦ PER');
  const windows = `\ufeff${content.replaceAll('\n', '\r\n')}`;
  assert.deepEqual(shown(read(windows)), shown(read(content)));
  assert.deepEqual(shown(read(windows)).tags, ['0-3 PER “Ann”']);
});

test('labels with white space become one word and keep their titles', () => {
  const result = read(file([`#T_SP=${NE}|value`], '#Text=Ann', '1-1 ¦ 0-3 ¦ Ann ¦ Person name'));
  assert.equal(result.texts[0].tags[0].label, 'Person_name');
  assert.deepEqual(result.tagset?.labels, [{ name: 'Person_name', title: 'Person name' }]);
});

test('files of an exported project are layers of their texts', () => {
  const content = file([`#T_SP=${NE}|value`], '#Text=Ann', '1-1 ¦ 0-3 ¦ Ann ¦ PER');
  const paths = [
    'p/annotation/a b.txt/anna.tsv',
    'p/annotation/a b.txt/ben@x.org.tsv',
    'p/curation/a b.txt/CURATION_USER.tsv',
    'c.txt/dora.tsv',
    'd.txt.tsv',
    'D.tsv',
    '../e.tsv',
  ];
  const { texts = [] } = webannoTsv.read?.(paths.map((path) => ({ path, content }))) ?? {};
  assert.deepEqual(
    texts.map(({ file: text, layer }) => [text, layer]),
    [
      ['p/a b.txt', 'anna'],
      ['p/a b.txt', 'ben_x_org'],
      ['p/a b.txt', undefined],
      ['c.txt', 'dora'],
      ['d.txt', undefined],
      ['D-2.txt', undefined],
      ['e.txt', undefined],
    ],
  );
});

test('what is wrong with a line is said, and the rest is read', () => {
  const content = file(
    [`#T_SP=${NE}|value`, '#T_XX=odd', `#T_RL=custom.R|value|BT_${NE}`],
    '#Text=Ann met Bo',
    '1-1 ¦ 0-3 ¦ Ann ¦ PER ¦ near ¦ 1-9',
    'no token',
    '1-2 ¦ 4-6 ¦ met ¦ _ ¦ _',
    '1-3 ¦ 8-10 ¦ Bo ¦ PER ¦ _ ¦ _',
  );
  const { texts, problems } = read(content);
  assert.deepEqual(
    texts[0].tags.map(({ start, end, label }) => [start, end, label]),
    [
      [0, 3, 'PER'],
      [8, 10, 'PER'],
    ],
  );
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message.slice(0, 32)]),
    [
      [3, 'This line declares no layer (#T_'],
      [8, 'The relation from “1-9” does not'],
      [9, 'This line is no token (“1-1”, “0'],
      [10, 'Behind the word there are 2 fiel'],
      [10, 'At 4–6 the text has “me”, not “m'],
    ],
  );
});

test('other files are refused in one sentence, an empty one gives an empty text', () => {
  for (const content of ['', ' # custom.Span | value\n#id=1\n#text=Ann\n1-1\tAnn\tPER\n']) {
    const { texts, problems } = read(content);
    assert.deepEqual([texts, problems.length, problems[0].line], [[], 1, 1]);
  }
  assert.deepEqual(shown(read('#FORMAT=WebAnno TSV 3.2\n')), { text: '', tags: [], relations: [] });
  const far = file([], '#Text=a', '1-1 ¦ 999999999-999999999 ¦ ');
  assert.ok(read(far).texts[0].text.length < 10);
});
