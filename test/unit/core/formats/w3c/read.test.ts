/** Reading Web Annotations: bodies, targets and files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { about, messages, placesOf, type Raw, read, readFiles, tagsOf } from './annotations.ts';

test('bodies are texts, IRIs, objects or choices, and say what they are for or leave it to the motivation', () => {
  const at = { type: 'TextPositionSelector', start: 0, end: 1 };
  const said = (rest: Raw) => {
    const back = read('a', about(at, rest));
    const [{ start: _s, end: _e, ...tag }] = tagsOf(back);
    return back.losses.length === 0
      ? tag
      : { ...tag, losses: back.losses.map(({ what, count }) => `${count} ${what}`) };
  };
  assert.deepEqual(said({ motivation: 'oa:highlighting' }), { label: 'highlighting' });
  assert.deepEqual(said({}), { label: 'Annotation' });
  assert.deepEqual(said({ motivation: 'tagging', body: 'PER' }), { label: 'PER' });
  assert.deepEqual(said({ bodyValue: 'a remark' }), { label: 'Annotation', note: 'a remark' });
  assert.deepEqual(said({ motivation: 'describing', body: [{ value: 'one' }, { value: 'two' }] }), {
    label: 'describing',
    note: 'one\n\ntwo',
  });
  assert.deepEqual(said({ motivation: 'identifying', body: 'https://x.org/e/E1' }), {
    label: 'identifying',
    entity: 'E1',
  });
  assert.deepEqual(said({ motivation: 'linking', body: { id: 'https://x.org/p' } }), {
    label: 'linking',
    attributes: { link: 'https://x.org/p' },
  });
  assert.deepEqual(said({ motivation: 'tagging', body: { source: 'https://x.org/t/Dog%20s' } }), {
    label: 'Dog_s',
  });
  const choice = { type: 'Choice', items: [{ value: 'A', purpose: 'tagging' }, { value: 'B' }] };
  assert.deepEqual(said({ body: choice }), { label: 'A', losses: ['1 other'] });
  assert.deepEqual(said({ body: [{ type: 'Image' }, 7], modified: 'now' }), {
    label: 'Annotation',
    losses: ['1 extra', '2 other'],
  });
});

test('annotations come alone, in lists, pages and collections', () => {
  const one = about({ type: 'TextQuoteSelector', exact: 'dog' });
  const page = { type: 'AnnotationPage', items: [one] };
  const first = { type: 'AnnotationCollection', total: 1, first: page };
  for (const content of [one, [one], page, first, { '@graph': [one] }, [page]]) {
    assert.deepEqual(placesOf(read('a dog', content)), [[2, 5]]);
  }
  assert.deepEqual(messages(read('a dog', { ...first, first: 'https://x.org/1' })), [
    'More annotations are on the page “https://x.org/1”, which is not read; put it into a file.',
  ]);
  assert.deepEqual(read('a dog', [one, 7]).losses, [{ file: 'a.txt', what: 'other', count: 1 }]);
});

test('several targets are pieces of one tag; those that overlap are one piece', () => {
  const target = [
    [4, 7],
    [0, 2],
    [1, 3],
  ].map(([start, end]) => ({
    source: 'a.txt',
    selector: { type: 'TextPositionSelector', start, end },
  }));
  assert.deepEqual(tagsOf(read('abcdefgh', { target, body: { value: 'X', purpose: 'tagging' } })), [
    {
      label: 'X',
      start: 0,
      end: 7,
      fragments: [
        [0, 3],
        [4, 7],
      ],
    },
  ]);
});

test('a target’s source finds the text, or else the file’s name does', () => {
  const source = (path: string) => ({
    target: { source: path, selector: { type: 'TextPositionSelector', start: 0, end: 1 } },
  });
  const content = JSON.stringify([
    source('../c%20d.txt#frag'),
    source('https://x.org/1'),
    source('https://x.org/2'),
    source('https://x.org/2'),
  ]);
  const back = readFiles([
    { path: 'b/a.json', content },
    { path: 'b/a.txt', content: 'one' },
    { path: 'c d.txt', content: 'two' },
    { path: 'b/a.txt.tags.json', content: '{}' },
  ]);
  assert.deepEqual(
    back.texts.map(({ file, tags }) => [file, tags.length]),
    [
      ['c d.txt', 1],
      ['b/a.txt', 1],
    ],
  );
  assert.deepEqual(messages(back), [
    'The text “https://x.org/2” of 2 annotations is not here, and “b/a.txt” goes with “https://x.org/1”; they are left out.',
  ]);
});

test('what cannot be read is said in a sentence', () => {
  const one = JSON.stringify(about({ type: 'TextPositionSelector', start: 0, end: 1 }));
  assert.deepEqual(messages(readFiles([{ path: 'b/a.jsonld', content: one }])), [
    'The text of an annotation is not here; put it beside the file as “b/a.txt”.',
  ]);
  assert.deepEqual(messages(read('a', { a: 1 })), ['This file holds no Web Annotations.']);
  assert.equal(read('a', '[\n{,').problems[0].line, 2);
  const outside = read('a', about({ type: 'TextPositionSelector', start: 0, end: 9 }));
  assert.equal(imported(outside.texts[0]).problems.length, 1);
});
