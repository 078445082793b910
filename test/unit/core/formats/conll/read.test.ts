/** Reading CoNLL-2002 and CoNLL-2003. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conll } from '../../../../../server/src/core/formats/conll.ts';
import type { Read } from '../../../../../server/src/core/formats/format.ts';
import { imported } from '../../../../../server/src/core/formats/imported.ts';

function read(content: string, path = 'a.conll'): Read {
  assert.ok(conll.read);
  return conll.read([{ path, content }]);
}

/** The tags of the only text, as label and quote. */
function tagsOf({ texts }: Read): string[] {
  assert.equal(texts.length, 1);
  return texts[0].tags.map(
    ({ label, start, end }) => `${label} ${texts[0].text.slice(start, end)}`,
  );
}

test('conll reads tabs or spaces, CRLF and a byte-order mark', () => {
  const rows = ['😀\tO', 'Sergei\tB-PER', 'Shoigu\tI-PER', '', 'Moscow\tB-LOC'];
  for (const content of [
    rows.join('\n'),
    `\ufeff${rows.join('\r\n')}\r\n`,
    rows.join('\n').replace(/\t/g, '  '),
    rows.join('\n').replace(/\t/g, ' \t '),
  ]) {
    const { texts, problems, losses } = read(content, 'x/a.b.conll');
    assert.deepEqual([problems, losses], [[], []]);
    assert.equal(texts[0].file, 'x/a.b.txt');
    assert.equal(texts[0].text, '😀 Sergei Shoigu\nMoscow\n');
    assert.deepEqual(
      texts[0].tags.map(({ label, start, end }) => [label, start, end]),
      [
        ['PER', 3, 16],
        ['LOC', 17, 23],
      ],
    );
  }
});

test('conll keeps a word with a space in it where tabs part the columns', () => {
  assert.deepEqual(tagsOf(read('10 000\tB-NUM\nmen\tO\n')), ['NUM 10 000']);
});

test('conll reads IOB1, IOB2, IOBES, BILOU, BMES and labels alone alike', () => {
  const words = ['Anna', 'Bo', 'Chen', 'met', 'Di', 'Eve', 'Fay'];
  for (const values of [
    'I-PER I-PER B-PER O I-PER B-PER I-LOC',
    'B-PER I-PER B-PER O B-PER B-PER B-LOC',
    'B-PER E-PER S-PER O S-PER S-PER S-LOC',
    'B-PER L-PER U-PER O U-PER U-PER U-LOC',
    'B-PER E-PER S-PER O W-PER S-PER S-LOC',
  ]) {
    const tags = values.split(' ');
    const back = read(words.map((word, i) => `${word} ${tags[i]}\n`).join(''));
    assert.deepEqual(back.problems, [], values);
    assert.deepEqual(tagsOf(back), ['PER Anna Bo', 'PER Chen', 'PER Di', 'PER Eve', 'LOC Fay']);
  }
  assert.deepEqual(tagsOf(read('Anna PER\nBo PER\nmet O\nRome LOC\n')), [
    'PER Anna Bo',
    'LOC Rome',
  ]);
  assert.deepEqual(tagsOf(read('BRCA1 B\ngene I\nis O\n')), ['entity BRCA1 gene']);
});

test('conll mends tags that go on where none has begun, as conlleval does, and says so', () => {
  const back = read('Anna B-PER\nin O\nNew I-LOC\nYork I-LOC\nCity I-ORG\n\nRome I-LOC\n');
  assert.deepEqual(tagsOf(back), ['PER Anna', 'LOC New York', 'ORG City', 'LOC Rome']);
  assert.deepEqual(back.problems, [
    {
      path: 'a.conll',
      line: 3,
      message:
        'This line and 2 below it have a tag that goes on (“I-LOC”) where none has begun; it is read as the beginning of one.',
    },
  ]);
});

test('conll reads labels with dashes, and white space in them as “_”', () => {
  const back = read('Anna\tB-name-of\nBo\tB-Person name\nCy\tI-Person name\n');
  assert.deepEqual(tagsOf(back), ['name-of Anna', 'Person_name Bo Cy']);
  assert.deepEqual(back.tagset, { labels: [{ name: 'Person_name', title: 'Person name' }] });
});

test('conll parts documents, and counts other columns', () => {
  const { texts, losses, problems } = read(
    [
      '-DOCSTART- -X- -X- O',
      '',
      'Rome NNP B-NP B-LOC',
      'fell VBD B-VP O',
      '',
      '-DOCSTART- -X- -X- O',
      '',
      'Ha _ O O',
    ].join('\n'),
    'x/train.conll',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    texts.map(({ file, text }) => [file, text]),
    [
      ['x/train-1.txt', 'Rome fell\n'],
      ['x/train-2.txt', 'Ha\n'],
    ],
  );
  assert.deepEqual(losses, [{ file: 'x/train-1.txt', what: 'other', count: 2 }]);
});

test('conll takes names from “# newdoc id” and tells comments from words', () => {
  const { texts, losses } = read(
    [
      '# newdoc id = news/1',
      '# I am a comment',
      '# O',
      '1 O',
      'in O',
      'Rome B-LOC',
      '',
      '# newdoc id = ../2',
      'Yes O',
    ].join('\n'),
  );
  assert.deepEqual(
    texts.map(({ file, text }) => [file, text]),
    [
      ['news/1.txt', '# 1 in Rome\n'],
      ['2.txt', 'Yes\n'],
    ],
  );
  assert.deepEqual(losses, [{ file: 'news/1.txt', what: 'other', count: 1 }]);
});

test('conll finds the tags between other columns, and words behind their numbers', () => {
  const back = read('1\tWhat\tO\t-\t-\n2\tMiramar\tB-LOC\t-\tstephen\n');
  assert.equal(back.texts[0].text, 'What Miramar\n');
  assert.deepEqual(tagsOf(back), ['LOC Miramar']);
  assert.deepEqual(back.losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
});

test('conll says what is wrong and reads the rest', () => {
  assert.deepEqual(read('').problems, [
    { path: 'a.conll', message: 'This file has no lines of words and tags.' },
  ]);
  assert.match(read('one two\nthree four\n').problems[0].message, /^No column holds tags/);
  const back = read('Anna B-PER\nmet\nBo B-PER\n');
  assert.deepEqual(tagsOf(back), ['PER Anna', 'PER Bo']);
  assert.deepEqual(
    back.problems.map(({ line }) => line),
    [2],
  );
});

test('conll writes texts as people do', () => {
  const text = (words: string) =>
    read(
      words
        .split(' ')
        .map((word) => `${word} O\n`)
        .join(''),
    ).texts[0].text.trimEnd();
  const sentences = [
    ['He said , " I do n\'t ( yet ) . "', 'He said, "I don\'t (yet)."'],
    ['“ Tere ! ” ütles ta .', '“Tere!” ütles ta.'],
    ['„ Tere “ , ütles ta', '„Tere“, ütles ta'],
    ['« Oui » : non …', '«Oui»: non…'],
    ['» Ja « , sagt er', '»Ja«, sagt er'],
    ['¿ Qué ?', '¿Qué?'],
    ['我们 在 北京 。', '我们在北京。'],
    ['I saw 😀 , ok', 'I saw 😀, ok'],
    ['Europe ’s', 'Europe’s'],
    ['a - b / c % d', 'a - b / c % d'],
  ];
  for (const [words, wanted] of sentences) assert.equal(text(words), wanted);
});

test('conll reads whatever it is given without throwing', () => {
  const piece = fc.constantFrom(
    'a',
    'B-PER',
    'I-',
    'O',
    '\t',
    ' ',
    '\n',
    '\n\n',
    '#',
    '-DOCSTART-',
    '\r\n',
    '\ud83d',
    '# newdoc',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const text of read(pieces.join('')).texts) {
        assert.deepEqual(imported(text).problems, []);
      }
    }),
    { numRuns: 500 },
  );
});
