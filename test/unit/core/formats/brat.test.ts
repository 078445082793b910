import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotes, readFiles, readLines } from './brat/files.ts';

const visit = '😀 Barack Obama\nvisited Tallinn.';

test('offsets are code points, which an emoji has one of', () => {
  const read = readLines(visit, ['T1\tPerson 2 14\tBarack Obama', 'T2\tPlace 23 30\tTallinn']);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.texts[0].tags, [
    { ref: 'T1', label: 'Person', start: 3, end: 15 },
    { ref: 'T2', label: 'Place', start: 24, end: 31 },
  ]);
});

test('relations, attributes, entities and notes come with their tags', () => {
  const read = readLines(visit, [
    'A1\tMention T1 Name',
    'A2\tFamous T1',
    'M1\tSure T2',
    'T1\tPerson 2 14\tBarack Obama',
    'T2\tPlace 23 30\tTallinn',
    'R1\tLocated Arg1:T1 Arg2:T2\t',
    'R2\tHosted Arg2:T1 Arg1:T2',
    'N1\tReference T1 Wikidata:Q76\tBarack Obama',
    'N2\tReference T2 entities:tallinn\tTallinn',
    '#1\tAnnotatorNotes T1\tthe 44th\tpresident',
    '#2\tAnnotatorNotes T1\tborn in Hawaii',
  ]);
  assert.deepEqual([read.problems, read.losses], [[], []]);
  const [person, place] = read.texts[0].tags;
  assert.deepEqual(person.attributes, { Mention: 'Name', Famous: true });
  assert.deepEqual(place.attributes, { Sure: true });
  assert.deepEqual([person.entity, place.entity], ['Wikidata:Q76', 'tallinn']);
  assert.equal(person.note, 'the 44th\tpresident\nborn in Hawaii');
  assert.deepEqual(read.texts[0].relations, [
    { label: 'Located', from: 'T1', to: 'T2' },
    { label: 'Hosted', from: 'T2', to: 'T1' },
  ]);
  assert.deepEqual(read.entities, [
    {
      id: 'Wikidata:Q76',
      type: 'Person',
      name: 'Barack Obama',
      aliases: [],
      sameAs: ['https://www.wikidata.org/wiki/Q76'],
    },
    { id: 'tallinn', type: 'Place', name: 'Tallinn', aliases: [] },
  ]);
});

test('an equivalence becomes relations from its first member', () => {
  const tags = ['T1\tX 0 1\ta', 'T2\tX 2 3\tb', 'T3\tX 4 5\tc'];
  const read = readLines('a b c', [...tags, '*\tEquiv T1 T2 T3']);
  assert.deepEqual(read.texts[0].relations, [
    { label: 'Equiv', from: 'T1', to: 'T2' },
    { label: 'Equiv', from: 'T1', to: 'T3' },
  ]);
});

test('an event becomes its trigger with a relation for each role, and is counted', () => {
  const read = readLines('Ann and Ben merged, which caused a merger', [
    'T1\tPerson 0 3\tAnn',
    'T2\tPerson 8 11\tBen',
    'T3\tMerge 12 18\tmerged',
    'T4\tCause 26 32\tcaused',
    'E1\tMerge:T3 Agent:T1 Agent2:T2',
    'E2\tCause:T4 ARG1:E1 ',
    'A1\tNegation E1',
    '#1\tAnnotatorNotes E2\ttwo events?',
    'R1\tNear Arg1:E1 Arg2:T1',
  ]);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(read.losses, [{ file: 'a.txt', what: 'event', count: 2 }]);
  const [, , merged, caused] = read.texts[0].tags;
  assert.deepEqual(merged.attributes, { Negation: true });
  assert.equal(caused.note, 'two events?');
  assert.deepEqual(read.texts[0].relations, [
    { label: 'Near', from: 'T3', to: 'T1' },
    { label: 'Agent', from: 'T3', to: 'T1' },
    { label: 'Agent', from: 'T3', to: 'T2' },
    { label: 'ARG1', from: 'T4', to: 'T3' },
  ]);
});

test('what has no place in a sidecar is counted', () => {
  const read = readLines('a b', [
    'T1\tX 0 1\ta',
    'T2\tX 2 3\tb',
    'R1\tSame Whole:T1 Part:T2',
    'A1\tSure R1',
    'A2\tKind T1 one',
    'A3\tKind T1 two',
    'N1\tReference T1 GO:1\tone',
    'N2\tReference T1 GO:2\ttwo',
    '#1\tAnnotatorNotes R1\twhy?',
    '#2\tUnconfirmed T1\tby a machine',
    '# a remark',
  ]);
  assert.deepEqual(read.problems, []);
  const counts = Object.fromEntries(read.losses.map(({ what, count }) => [what, count]));
  assert.deepEqual(counts, { other: 1, attributes: 2, entity: 1, note: 3 });
  assert.deepEqual(read.texts[0].relations, [{ label: 'Same', from: 'T1', to: 'T2' }]);
  assert.deepEqual(read.texts[0].tags[0].attributes, { Kind: 'one' });
});

test('a tag in pieces keeps them, in text order', () => {
  const text = 'North and South America';
  for (const line of [
    'T1\tLocation 0 5;16 23\tNorth America',
    'T1\tLocation 16 23;0 5\tAmerica North',
  ]) {
    const read = readLines(text, [line]);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(read.texts[0].tags, [
      {
        ref: 'T1',
        label: 'Location',
        start: 0,
        end: 23,
        fragments: [
          [0, 5],
          [16, 23],
        ],
      },
    ]);
  }
});

test('pieces that a line end or a tab parts are one tag, as whoever made it in brat meant', () => {
  for (const [text, line] of [
    ['New\n  York is big', 'T1\tCity 0 3;6 10\tNew York'],
    ['New\n  York is big', 'T1\tCity 0 3;4 10\tNew   York'],
    ['New\t \tYork is big', 'T1\tCity 0 3;6 10\tNew York'],
    ['New\n  York is big', 'T1\tCity 0 10\tNew   York'],
    ['New\r\n York is big', 'T1\tCity 0 3;6 10\tNewYork'],
  ]) {
    const read = readLines(text, [line]);
    assert.deepEqual(read.problems, [], line);
    assert.deepEqual(read.texts[0].tags, [{ ref: 'T1', label: 'City', start: 0, end: 10 }]);
  }
});

test('the text counts as it lies, or without \\r and byte-order mark where only that fits', () => {
  const text = '\ufeffA\r\nBob met Al';
  for (const lines of [
    ['T1\tX 4 7\tBob', 'T2\tX 12 14\tAl'],
    ['T1\tX 2 5\tBob', 'T2\tX 10 12\tAl'],
  ]) {
    const read = readLines(text, lines);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(quotes(read), ['X Bob', 'X Al']);
  }
  assert.deepEqual(quotes(readLines(text, ['T1\tX 4 7'])), ['X Bob']);
});

test('a .ann with CRLF and a byte-order mark is read like any other', () => {
  const read = readFiles({
    'a.txt': 'Ann',
    'a.ann': '\ufeffT1\tX 0 3\tAnn\r\n#1\tAnnotatorNotes T1\tso\r\n',
  });
  assert.deepEqual(read.problems, []);
  assert.equal(read.texts[0].tags[0].note, 'so');
});

test('a text column that says something else is a problem, and the tag stays', () => {
  const read = readLines('Ann met Ben', ['T1\tX 0 3\tAnn', 'T2\tX 7 10\tBen']);
  assert.deepEqual(quotes(read), ['X Ann', 'X  Be']);
  assert.deepEqual(read.problems, [
    {
      path: 'a.ann',
      line: 2,
      message:
        'The tag “T2” (X) should be “Ben”, but “ Be” stands at its offsets; it is read as these say.',
    },
  ]);
});

test('lines that cannot be read are problems with their numbers; the others are read', () => {
  const read = readLines('Ann met Ben', [
    'T1\tX 0 3\tAnn',
    'T2 X 8 11 Ben',
    'T3\tX 8\tBen',
    'T4\tX 8 99\tBen',
    'T5\tX 3 0\tAnn',
    'T1\tY 8 11\tBen',
    '',
    'R1\tNear Arg1:T1',
    'R2\tNear Arg1:T1 Arg2:T9',
    'E1\tMeet:T9 Who:T1',
    'Q1\twhat?',
    'T6\tX 0 3;2 7\tAnn n met',
    'T7\tX 99999999999 99999999999\t',
    'A1\tSure',
    'N1\tReference T1',
    '*\tEquiv T1',
    'T8\tX 8 11\tBen',
  ]);
  const places = read.problems.map(({ path, line }) => `${path}:${line}`);
  const wrong = [2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((line) => `a.ann:${line}`);
  assert.deepEqual(places.sort(), wrong.sort());
  assert.deepEqual(quotes(read), ['X Ann', 'X Ann met', 'X Ben']);
  assert.deepEqual(read.texts[0].relations, []);
});

test('a label with white space gets another name, which is counted', () => {
  const read = readLines('Ann', ['T1\tPerson name 0 3\tAnn']);
  assert.deepEqual(quotes(read), ['Person_name Ann']);
  assert.deepEqual(read.losses, [{ file: 'a.txt', what: 'title', count: 1 }]);
});

test('texts without annotations are texts without tags, annotations without a text a problem', () => {
  const read = readFiles({
    'a.txt': '',
    'b/c.txt': 'Ann',
    'b/c.ann': '',
    'd.ann': 'T1\tX 0 1\ta\n',
  });
  assert.deepEqual(
    read.texts.map(({ file, text, tags }) => [file, text, tags.length]),
    [
      ['a.txt', '', 0],
      ['b/c.txt', 'Ann', 0],
    ],
  );
  assert.deepEqual(read.problems, [
    { path: 'd.ann', message: 'The text d.txt is not there; put it beside its annotations.' },
  ]);
});

test('.a1 and .a2 are read together, and neither where a .ann is there', () => {
  const parts = {
    'a.txt': 'IL-4 binds',
    'a.a2':
      'T2\tBinding 5 10\tbinds\nE1\tBinding:T2 Theme:T1\nN1\tReference Annotation:T1 Referent:UniProt:P05112\n',
    'a.a1': 'T1\tProtein 0 4\tIL-4\n',
  };
  const read = readFiles(parts);
  assert.deepEqual(read.problems, []);
  assert.deepEqual(quotes(read), ['Protein IL-4', 'Binding binds']);
  assert.deepEqual(read.texts[0].relations, [{ label: 'Theme', from: 'T2', to: 'T1' }]);
  assert.deepEqual(read.entities?.[0].sameAs, ['https://www.uniprot.org/uniprotkb/P05112']);
  const both = readFiles({ ...parts, 'a.ann': 'T1\tX 0 2\tIL\n' });
  assert.deepEqual(quotes(both), ['X IL']);
  assert.deepEqual(
    both.problems.map(({ path }) => path),
    ['a.a1', 'a.a2'],
  );
});

test('lines of any kind are read or reported, never thrown at', () => {
  const field = fc.constantFrom(
    'T1',
    'E1',
    'R1',
    'A1',
    'N1',
    '#1',
    '*',
    'X 0 1',
    '0 1;2 3',
    'X:T1',
    'a:E1',
    ' ',
    '',
    'T2',
    '__proto__ T1',
  );
  const line = fc
    .array(field, { maxLength: 4 })
    .chain((fields) => fc.constantFrom('\t', ' ').map((by) => fields.join(by)));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const read = readLines('ab 😀 cd', ['T1\tX 0 2\tab', ...lines]);
      assert.equal(read.texts.length, 1);
    }),
  );
});
