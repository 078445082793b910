/** Reading words, texts and documents of CoNLL-U. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { file, read, row, tagsOf } from './lines.ts';

test('conllu reads white space as UDPipe writes it, with CRLF and a byte-order mark', () => {
  const content = file(
    '# newdoc',
    '# newpar',
    '# sent_id = 1',
    '# text = 😀 A|B c.',
    row('1', '😀', 'SpacesBefore=\\t|SpacesAfter=\\s\\s'),
    row('2', 'A|B', 'SpacesAfter=\\n\\\\\\p'),
    row('3', 'c', 'SpaceAfter=No'),
    row('4', '.', 'SpacesAfter=\\r\\n'),
  );
  for (const source of [content, `\ufeff${content.replace(/\n/g, '\r\n')}`]) {
    const { texts, problems, losses } = read(source);
    assert.deepEqual([problems, losses], [[], []]);
    assert.equal(texts[0].text, '\t😀  A|B\n\\|c.\r\n');
  }
});

test('conllu reads what stands between sentences and paragraphs', () => {
  const sentences = [row('1', 'One', 'SpaceAfter=No'), row('2', '.'), '', row('1', 'Two')];
  assert.equal(read(file(...sentences)).texts[0].text, 'One.\nTwo\n');
  const paragraphs = ['# newpar', ...sentences, '', '# newpar id = p2', row('1', 'Three')];
  assert.equal(read(file(...paragraphs)).texts[0].text, 'One. Two\n\nThree\n');
  const close = [row('1', 'One', 'SpaceAfter=No'), '', row('1', 'Two', 'SpaceAfter=No')];
  assert.equal(read(file(...close)).texts[0].text, 'OneTwo');
});

test('conllu takes white space from “# text” where MISC has none', () => {
  const good = read(
    file(
      '# text = Yes, we can!',
      row('1', 'Yes'),
      row('2', ','),
      row('3', 'we'),
      row('4', 'can'),
      row('5', '!'),
    ),
  );
  assert.equal(good.texts[0].text, 'Yes, we can!\n');
  assert.deepEqual(good.problems, []);
  const bad = read(file('# text = Yes, sir', row('1', 'Yes'), row('2', ','), row('3', 'we')));
  assert.equal(bad.texts[0].text, 'Yes , we\n');
  assert.deepEqual(bad.problems, [
    {
      path: 'a.conllu',
      line: 2,
      message:
        'The words of this sentence do not make up its “# text”; the text is made of the words.',
    },
  ]);
});

test('conllu reads tokens of several words', () => {
  const back = read(
    file(
      row('1', 'Allons', 'NER=O'),
      row('2-3', 'au', 'SpaceAfter=No'),
      row('2', 'à'),
      row('3', 'le', 'NER=B-LOC'),
      row('4', '!'),
      row('5-6', 'dámelo'),
      row('5', 'dáme', 'NER=B-ACT'),
      row('6', 'lo', 'NER=B-OBJ'),
    ),
  );
  assert.equal(back.texts[0].text, 'Allons au! dámelo\n');
  assert.deepEqual(tagsOf(back), ['LOC au', 'ACT dáme', 'OBJ lo']);
  assert.deepEqual(back.losses, [{ file: 'a.txt', what: 'boundary', count: 1 }]);
});

test('conllu reads empty nodes as places between words', () => {
  const back = read(
    file(
      row('0.1', '_', 'Entity=(e1-x)'),
      row('1', 'Go', 'Entity=(e2-y'),
      row('1.1', '_', 'Entity=e2)'),
    ),
  );
  assert.equal(back.texts[0].text, 'Go\n');
  assert.deepEqual(tagsOf(back), ['x ', 'y Go']);
  assert.deepEqual(back.losses, [{ file: 'a.txt', what: 'other', count: 2 }]);
});

test('conllu reads Universal NER and CoNLL-U Plus', () => {
  const uner = read(
    file(
      '# newdoc id = d',
      '# sent_id = d-1',
      '# text = In Rome.',
      '1 In O - -',
      '2 Rome B-LOC - ann',
      '3 . O - -',
    ),
    'x/en.iob2',
  );
  assert.equal(uner.texts[0].file, 'x/en.txt');
  assert.equal(uner.texts[0].text, 'In Rome.\n');
  assert.deepEqual(tagsOf(uner), ['LOC Rome']);
  assert.deepEqual(uner.losses, [{ file: 'x/en.txt', what: 'other', count: 1 }]);
  const plus = read(
    file('# global.columns = ID FORM UPOS UNER:NER', '1 Rome PROPN B-LOC', '2 Anna PROPN B-PER'),
  );
  assert.deepEqual(tagsOf(plus), ['LOC Rome', 'PER Anna']);
  assert.deepEqual(plus.losses, [{ file: 'a.txt', what: 'other', count: 2 }]);
});

test('conllu parts documents, takes what is known of them, and counts the rest', () => {
  const back = read(
    file(
      '# generator = x',
      '',
      '# newdoc id = news/1',
      '# meta::genre = news',
      '# text_en = Hello',
      '1 Tere tere INTJ _ _ 0 root _ _',
      '',
      '# newdoc id = news/1',
      row('1', 'Ei'),
      '',
      '# newdoc',
    ),
    'x/et.conllu',
  );
  assert.deepEqual(
    back.texts.map(({ file: path, text, document }) => [path, text, document?.attributes]),
    [
      ['x/news/1.txt', 'Tere\n', { genre: 'news' }],
      ['x/news/1-2.txt', 'Ei\n', undefined],
      ['x/et-3.txt', '', undefined],
    ],
  );
  assert.deepEqual(back.losses, [{ file: 'x/news/1.txt', what: 'other', count: 3 }]);
  assert.deepEqual(back.problems, []);
});

test('conllu says what is wrong and reads the rest', () => {
  assert.deepEqual(read('').problems, [
    { path: 'a.conllu', message: 'This file has no lines of words.' },
  ]);
  const back = read(
    file(row('1', 'Anna', 'NER=I-PER'), row('2', 'in'), row('3', 'Rome', 'NER=B-LOC')).concat(
      'nothing\n4\tnow\n',
    ),
  );
  assert.equal(back.texts[0].text, 'Anna in Rome now\n');
  assert.deepEqual(tagsOf(back), ['PER Anna', 'LOC Rome']);
  assert.deepEqual(
    back.problems.map(({ line, message }) => [line, message]),
    [
      [4, 'This line has no number and form parted by tabs, so it is left out.'],
      [5, 'This line has another number of columns than the format has; what is there is read.'],
      [1, 'A tag goes on here where none has begun; it is read as the beginning of one.'],
    ],
  );
});

test('conllu reads whatever it is given without throwing', () => {
  const piece = fc.constantFrom(
    '1\ta',
    '2-3\tb',
    '3.1\tc',
    '\t',
    '_',
    '\t_\t_\t_\t_\t_\t_\t_\t',
    'Entity=(e1-x',
    'e1)',
    '(e1[2/2]-y-1---9:+9)',
    'NER=I-x',
    '|',
    '\n',
    '\n\n',
    '# newdoc',
    '# global.Entity = etype',
    'SpacesAfter=\\s',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const text of read(pieces.join('')).texts) imported(text);
    }),
    { numRuns: 500 },
  );
});
