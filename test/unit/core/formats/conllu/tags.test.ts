/** Reading names and mentions of CoNLL-U. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, read, row, tagsOf } from './lines.ts';

test('conllu reads names under the keys that corpora use', () => {
  for (const key of ['NER', 'ner', 'NE', 'name']) {
    const back = read(
      file(
        row('1', 'Anna', `${key}=B-PER`),
        row('2', 'Lind', `SpaceAfter=No|${key}=I-PER`),
        row('3', '.', `${key}=O`),
      ),
    );
    assert.deepEqual(tagsOf(back), ['PER Anna Lind']);
    assert.deepEqual([back.problems, back.losses], [[], []]);
  }
  const stanza = read(file(row('1', 'Rome', 'start_char=0|end_char=4|ner=S-LOC')));
  assert.deepEqual(tagsOf(stanza), ['LOC Rome']);
  const other = read(file(row('1', 'Rome', 'name=Rome|Gloss=city')));
  assert.deepEqual(tagsOf(other), []);
  assert.deepEqual(other.losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
});

test('conllu reads mentions as CorefUD has them', () => {
  const back = read(
    file(
      '# newdoc id = d1',
      '# global.Entity = eid-etype-head-minspan-identity-other',
      row('1', 'the', 'Entity=(e1-person-2-2--gstype:gen'),
      row('2', 'mayor'),
      row('3', 'of', 'Entity=(e2[1/2]-x-1)'),
      row('4', 'Rome', 'Entity=(e3-place-1-1-Rome_%28city%29)e1)'),
      row('4.1', '_', 'Entity=(e1--1)'),
      row('5', 'fell', 'Entity=(e2[2/2]-x-1)|Bridge=e3<e1:part,e2<e1'),
    ),
  );
  assert.deepEqual(back.problems, []);
  const [text] = back.texts;
  assert.equal(text.text, 'the mayor of Rome fell\n');
  assert.deepEqual(text.tags, [
    {
      ref: '1',
      label: 'person',
      start: 0,
      end: 17,
      attributes: { coref: 'e1', head: 2, minspan: 2, gstype: 'gen' },
    },
    {
      ref: '2',
      label: 'x',
      start: 10,
      end: 22,
      fragments: [
        [10, 12],
        [18, 22],
      ],
    },
    {
      ref: '3',
      label: 'place',
      start: 13,
      end: 17,
      entity: 'Rome_(city)',
      attributes: { minspan: 1 },
    },
    { ref: '4', label: 'mention', start: 18, end: 18, attributes: { coref: 'e1' } },
  ]);
  assert.deepEqual(back.entities, [
    { id: 'Rome_(city)', type: 'place', name: 'Rome', aliases: [] },
  ]);
  assert.deepEqual(back.losses, [
    { file: 'a.txt', what: 'other', count: 1 },
    { file: 'a.txt', what: 'relations', count: 2 },
  ]);
});

test('conllu takes nested mentions of one entity from the inside out', () => {
  const back = read(
    file(
      '# global.Entity = GRP-entity',
      row('1', 'a', 'Entity=(1-x'),
      row('2', 'b', 'Entity=(1-x'),
      row('3', 'c', 'Entity=1)'),
      row('4', 'd', 'Entity=1)(2-y)3)'),
      row('5', 'e', 'Entity=(4-z'),
    ),
  );
  assert.deepEqual(tagsOf(back), ['x a b c d', 'x b c', 'y d']);
  assert.deepEqual(back.problems, [
    {
      path: 'a.conllu',
      line: 5,
      message:
        '“Entity=” has a bracket here without its other half; the mention is left out. There are 2 such places, this is the first.',
    },
  ]);
});

test('conllu adds names to mentions where they differ', () => {
  const back = read(
    file(
      row('1', 'Anna', 'Entity=(e1-PER-1|NER=B-PER'),
      row('2', 'Lind', 'Entity=e1)|NER=I-PER'),
      row('3', 'Rome', 'NER=B-LOC'),
    ),
  );
  assert.deepEqual(tagsOf(back), ['PER Anna Lind', 'LOC Rome']);
});
