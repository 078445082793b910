/** Reading relations, slots and chains of WebAnno TSV. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, POS, read, shown, TOKEN } from './files.ts';

test('relations lead from the named unit to the one they stand in', () => {
  const content = file(
    ['#T_SP=custom.Span|value', '#T_RL=custom.Relation|value|sure|BT_custom.Span'],
    '#Text=Ann met Bo',
    '1-1 ¦ 0-3 ¦ Ann ¦ A[1]|B[2] ¦ _ ¦ _ ¦ _',
    '1-2 ¦ 4-7 ¦ met ¦ V ¦ agent|* ¦ *|yes ¦ 1-1[2_0]|1-3',
    '1-3 ¦ 8-10 ¦ Bo ¦ P ¦ _ ¦ _ ¦ _',
  );
  const result = read(content);
  const { tags, relations } = result.texts[0];
  const label = (ref: string) => tags.find((tag) => tag.ref === ref)?.label;
  assert.deepEqual(
    relations.map((r) => [r.label, label(r.from), label(r.to)]),
    [
      ['agent', 'B', 'V'],
      ['Relation', 'P', 'V'],
    ],
  );
  assert.deepEqual(result.losses, [{ file: 'a.txt', what: 'attributes', count: 1 }]);
});

test('relations between tokens make tags of these, dependencies of their parts of speech', () => {
  const plain = file(
    [`#T_RL=custom.Dep|value|BT_${TOKEN}`],
    '#Text=Ann ran off',
    '1-1 ¦ 0-3 ¦ Ann ¦ nsubj ¦ 1-2',
    '1-2 ¦ 4-7 ¦ ran ¦ root ¦ 1-2',
    '1-3 ¦ 8-11 ¦ off ¦ _ ¦ _',
  );
  assert.deepEqual(shown(read(plain)), {
    text: 'Ann ran off',
    tags: ['4-7 Token “ran”', '0-3 Token “Ann”'],
    relations: ['nsubj: ran > Ann', 'root: ran > ran'],
  });
  const tagged = file(
    [
      `#T_SP=${POS}|PosValue|coarseValue`,
      '#T_SP=de.x.type.Lemma|value',
      `#T_RL=a.b.Dependency|DependencyType|flavor|BT_${POS}`,
    ],
    '#Text=Ann ran off',
    '1-1 ¦ 0-3 ¦ Ann ¦ NNP ¦ PROPN ¦ Ann ¦ nsubj ¦ * ¦ 1-2',
    '1-2 ¦ 4-7 ¦ ran ¦ VBD ¦ * ¦ run ¦ _ ¦ _ ¦ _',
    '1-3 ¦ 8-11 ¦ off ¦ _ ¦ _ ¦ _ ¦ prt ¦ * ¦ 1-2',
  );
  const result = read(tagged);
  assert.deepEqual(shown(result), {
    text: 'Ann ran off',
    tags: [
      '0-3 NNP “Ann”',
      '0-3 Lemma “Ann”',
      '4-7 VBD “ran”',
      '4-7 Lemma “ran”',
      '8-11 Token “off”',
    ],
    relations: ['nsubj: ran > Ann', 'prt: ran > off'],
  });
  assert.deepEqual(result.texts[0].tags[0].attributes, { coarseValue: 'PROPN' });
  assert.deepEqual(result.texts[0].tags[3].attributes, { value: 'run' });
});

test('slots become relations from their host, named by role or feature', () => {
  const content = file(
    [
      '#T_SP=custom.Part|',
      '#T_SP=custom.Act|ROLE_custom.Act:my_args_custom.ActMyArgsLink|custom.Part|value',
    ],
    '#Text=He gave her it .',
    '1-1 ¦ 0-2 ¦ He ¦ * ¦ _ ¦ _ ¦ _',
    '1-2 ¦ 3-7 ¦ gave ¦ _ ¦ agent;*;theme[3]|_[4] ¦ 1-1;1-3[1];*|* ¦ give[3]|hand[4]',
    '1-3 ¦ 8-11 ¦ her ¦ *[1] ¦ _ ¦ _ ¦ _',
    '1-4 ¦ 12-14 ¦ it ¦ *[1] ¦ _ ¦ _ ¦ _',
    '1-5 ¦ 15-16 ¦ . ¦ _ ¦ _ ¦ _ ¦ _',
  );
  const result = read(content);
  assert.deepEqual(shown(result), {
    text: 'He gave her it .',
    tags: ['0-2 Part “He”', '3-7 give “gave”', '3-7 hand “gave”', '8-14 Part “her it”'],
    relations: ['agent: gave > He', 'my_args: gave > her it'],
  });
  assert.deepEqual(result.losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
});

test('chains become relations from each link to the next', () => {
  const content = file(
    ['#T_CH=de.x.type.CoreferenceLink|referenceType|referenceRelation'],
    '#Text=Ann Lee saw herself ; she left',
    '1-1 ¦ 0-3 ¦ Ann ¦ nam[1] ¦ anaphor->1-1',
    '1-2 ¦ 4-7 ¦ Lee ¦ nam[1] ¦ anaphor->1-1',
    '1-3 ¦ 8-11 ¦ saw ¦ _ ¦ _',
    '1-4 ¦ 12-19 ¦ herself ¦ * ¦ *->1-2',
    '1-5 ¦ 20-21 ¦ ; ¦ _ ¦ _',
    '1-6 ¦ 22-25 ¦ she ¦ pr[2]|other[3] ¦ last->1-3|*->2-1',
    '1-7 ¦ 26-30 ¦ left ¦ _ ¦ _',
  );
  const result = read(content);
  assert.deepEqual(shown(result), {
    text: 'Ann Lee saw herself ; she left',
    tags: [
      '0-7 nam “Ann Lee”',
      '12-19 Coreference “herself”',
      '22-25 pr “she”',
      '22-25 other “she”',
    ],
    relations: ['anaphor: Ann Lee > herself', 'Coreference: herself > she'],
  });
  assert.deepEqual(result.texts[0].tags[2].attributes, { referenceRelation: 'last' });
});
