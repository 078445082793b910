/** CoNLL-U: words with their white space, tags in MISC. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conllu } from '../../../../server/src/core/formats/conllu.ts';
import { exported, type TextToWrite } from '../../../../server/src/core/formats/exported.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import { corpus } from './arbitrary.ts';

function tagged(text: string, drafts: readonly TagDraft[]): TextToWrite {
  const sidecar = {
    text: fingerprintOf(text),
    document: { labels: [], attributes: {} },
    tags: drafts.map((draft, i) => makeTag({ id: `tag0000${i}`, ...draft }, text)),
    relations: [],
  };
  return { file: 'b/a c.txt', text, language: en, sidecar, placed: anchorTags(sidecar, text) };
}

/** The lines that a text is written as, free ones left out. */
function linesOf(text: string, drafts: readonly TagDraft[]): string[] {
  const { files, losses } = exported(conllu, [tagged(text, drafts)], corpus);
  assert.deepEqual(losses, []);
  assert.equal(files[0].path, 'b/a c.conllu');
  return files[0].content.split('\n').filter((line) => line !== '');
}

/** Number, form and MISC of the lines of words. */
function words(lines: readonly string[]): string[] {
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  for (const columns of rows) assert.deepEqual(columns.slice(2, 9), Array(7).fill('_'));
  return rows.map((columns) => [columns[0], columns[1], columns[9]].join(' '));
}

test('conllu writes words with their white space, and sentences and paragraphs', () => {
  const lines = linesOf('  😀 Well,\tyes.  No.\n\nEnd ', []);
  assert.deepEqual(
    lines.filter((line) => line.startsWith('#')),
    [
      '# newdoc id = b/a c',
      '# newpar',
      '# sent_id = b_a_c-1',
      '# text = 😀 Well, yes.',
      '# sent_id = b_a_c-2',
      '# text = No.',
      '# newpar',
      '# sent_id = b_a_c-3',
      '# text = End',
    ],
  );
  assert.deepEqual(words(lines), [
    '1 😀 SpacesBefore=\\s\\s',
    '2 Well SpaceAfter=No',
    '3 , SpacesAfter=\\t',
    '4 yes SpaceAfter=No',
    '5 . SpacesAfter=\\s\\s',
    '1 No SpaceAfter=No',
    '2 . SpacesAfter=\\n\\n',
    '1 End SpacesAfter=\\s',
  ]);
});

test('conllu writes tags as NER= and as Entity=', () => {
  const lines = linesOf('Sergei Shoigu of Russia', [
    { label: 'PER', start: 0, end: 23, attributes: { role: 'head', sure: true, rank: 2 } },
    { label: 'PER', start: 0, end: 13, entity: 'sergei-shoigu' },
    { label: 'LOC', start: 17, end: 23 },
  ]);
  assert.equal(lines[1], '# global.Entity = eid-etype-head-identity-other-cut');
  assert.deepEqual(words(lines), [
    '1 Sergei Entity=(e1-PER-1--role:head,sure:true,rank:2(e2-PER-1-sergei%2Dshoigu|NER=B-PER',
    '2 Shoigu Entity=e2)|NER=I-PER',
    '3 of NER=I-PER',
    '4 Russia Entity=(e3-LOC-1)e1)|NER=I-PER|SpaceAfter=No',
  ]);
});

test('conllu gives mentions of one entity one name, unless their brackets would cross', () => {
  const entity = 'syria';
  assert.deepEqual(
    words(
      linesOf('Syria and Syria again', [
        { label: 'LOC', start: 0, end: 5, entity },
        { label: 'LOC', start: 10, end: 15, entity },
      ]),
    ),
    [
      '1 Syria Entity=(e1-LOC-1-syria)|NER=B-LOC',
      '2 and _',
      '3 Syria Entity=(e1-LOC-1-syria)|NER=B-LOC',
      '4 again SpaceAfter=No',
    ],
  );
  assert.deepEqual(
    words(
      linesOf('a b c', [
        { label: 'LOC', start: 0, end: 3, entity },
        { label: 'LOC', start: 2, end: 5, entity },
      ]),
    ),
    [
      '1 a Entity=(e1-LOC-1-syria|NER=B-LOC',
      '2 b Entity=e1)(e2-LOC-1-syria|NER=I-LOC',
      '3 c Entity=e2)|SpaceAfter=No',
    ],
  );
});

test('conllu says where a tag begins or ends within words, or beyond them, and where it has gaps', () => {
  const lines = linesOf('😀in Süürias  now', [
    { label: 'LOC', start: 5, end: 11 },
    { label: 'X', start: 13, end: 14 },
    {
      label: 'Y',
      start: 5,
      end: 17,
      fragments: [
        [5, 12],
        [14, 17],
      ],
    },
    { label: 'Z', start: 12, end: 12 },
  ]);
  assert.deepEqual(words(lines), [
    '1 😀 SpaceAfter=No',
    '2 in _',
    '3 Süürias Entity=(e1[1/2]-Y-1)(e2-LOC-1---0:1)(e3-Z-1---7:0)(e4-X-1---8:+2)|NER=B-LOC|SpacesAfter=\\s\\s',
    '4 now Entity=(e1[2/2]-Y-1)|SpaceAfter=No',
  ]);
});

test('conllu writes sentences as one where a tag reaches from one into the other', () => {
  const lines = linesOf('We left. They stayed.', [{ label: 'Event', start: 3, end: 13 }]);
  assert.equal(
    lines.filter((line) => line.startsWith('# text')).join(),
    '# text = We left. They stayed.',
  );
});

test('conllu escapes what parts its fields', () => {
  const lines = linesOf('x', [
    {
      label: 'a-b|c(d)',
      start: 0,
      end: 1,
      attributes: { 'k:1': 'a,b=c d', n: '7', m: -7, t: 'true' },
    },
  ]);
  assert.deepEqual(words(lines), [
    '1 x Entity=(e1-a%2Db%7Cc%28d%29-1--k%3A1:a%2Cb%3Dc%20d,n:%37,m:%2D7,t:%74%72%75%65)|NER=B-a-b%7Cc(d)|SpaceAfter=No',
  ]);
});

test('conllu writes texts without words', () => {
  assert.deepEqual(linesOf('', []), ['# newdoc id = b/a c']);
  assert.deepEqual(linesOf(' \n', []), ['# newdoc id = b/a c', '# spaces = \\s\\n']);
  const { losses } = exported(conllu, [tagged(' ', [{ label: 'X', start: 0, end: 1 }])], corpus);
  assert.deepEqual(losses, [{ file: 'b/a c.txt', what: 'empty', count: 1 }]);
});
