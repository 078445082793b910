/** Reading Web Annotations as programs write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../../../server/src/core/formats/imported.ts';
import { about, read, tagsOf } from './annotations.ts';

test('Recogito: internal form and bodies of its own', () => {
  const target = {
    annotation: '159d11e1-11b1-40e0-abfb-64d22d333fb3',
    selector: [{ quote: 'Athens', start: 3, end: 9, range: {} }],
    creator: { isGuest: true, id: 'mx' },
    created: '2025-11-05T10:02:22.596Z',
  };
  const id = '159d11e1-11b1-40e0-abfb-64d22d333fb3';
  const bodies = [
    { purpose: 'transcribing', value: 'Athens' },
    { purpose: 'commenting', value: 'a city' },
    { purpose: 'tagging', value: 'old' },
    { purpose: 'classifying', value: 'Place name' },
    { purpose: 'identifying', value: 'http://pleiades.stoa.org/places/579885' },
    { purpose: 'tagging', source: { id: 'http://x.org/t/Polis', label: 'polis' } },
  ];
  const back = read('😀 Athens', [{ id, bodies, target }]);
  const made = { start: 3, end: 9, by: 'mx', at: '2025-11-05T10:02:22.596Z' };
  assert.deepEqual(tagsOf(back), [
    {
      ...made,
      label: 'Place_name',
      entity: '579885',
      note: 'a city',
      attributes: { tag: 'http://x.org/t/Polis' },
    },
    { ...made, label: 'old' },
    { ...made, label: 'polis' },
  ]);
  assert.deepEqual(back.tagset?.labels, [{ name: 'Place_name', title: 'Place name' }]);
  assert.deepEqual(back.entities, [
    {
      id: '579885',
      type: 'Place_name',
      name: 'Athens',
      aliases: [],
      sameAs: ['http://pleiades.stoa.org/places/579885'],
    },
  ]);
  assert.equal(imported(back.texts[0]).sidecar.tags[0].id, id);
});

test('RecogitoJS: relations with two targets, and links that have a name beside them', () => {
  const tag = (id: string, start: number) =>
    about({ type: 'TextPositionSelector', start, end: start + 1 }, { id });
  const back = read('a b c', [
    tag('#aa', 0),
    tag('#bb', 2),
    tag('http://x.org/anno/cc', 4),
    {
      id: '#r1',
      motivation: 'linking',
      body: [{ type: 'TextualBody', value: 'is mother of', purpose: 'tagging' }],
      target: [{ id: '#aa' }, { id: '#bb' }],
    },
    { id: '#r2', motivation: 'linking', body: 'http://x.org/anno/cc', target: '#aa' },
    { id: '#m2', motivation: 'tagging', body: [{ value: 'near' }], target: '#r2' },
    { id: '#r3', motivation: 'linking', body: '#gone', target: '#aa' },
    { id: '#m1', motivation: 'replying', body: [{ value: 'no' }], target: '#aa' },
  ]);
  assert.deepEqual(
    back.texts[0].tags.map(({ ref }) => ref),
    ['aa', 'bb', 'cc'],
  );
  assert.deepEqual(back.texts[0].relations, [
    { label: 'is_mother_of', from: 'aa', to: 'bb', id: 'r1' },
    { label: 'near', from: 'aa', to: 'cc', id: 'r2' },
  ]);
  assert.deepEqual(back.losses, [
    { file: 'a.txt', what: 'relations', count: 1 },
    { file: 'a.txt', what: 'other', count: 1 },
  ]);
});

test('Hypothes.is: rows with tags and text; replies and page notes are counted', () => {
  const uri = 'https://x.org/page';
  const selector = [
    { type: 'RangeSelector', startContainer: '/p[1]', endContainer: '/p[1]', startOffset: 0 },
    { type: 'TextPositionSelector', start: 2, end: 5 },
    { type: 'TextQuoteSelector', exact: 'dog', prefix: 'a ', suffix: '' },
  ];
  const row = { user: 'acct:ann@hypothes.is', created: '2020-01-01T00:00:00+00:00', uri };
  const back = read('a dog', {
    total: 3,
    rows: [
      {
        ...row,
        id: 'xy',
        tags: ['Animal', 'pet'],
        text: 'woof',
        target: [{ source: uri, selector }],
      },
      { ...row, id: 'p', tags: ['news'], text: 'a page', target: [{ source: uri }] },
      { ...row, id: 'r', tags: [], text: 'yes', references: ['xy'], target: [{ source: uri }] },
    ],
  });
  const made = { start: 2, end: 5, by: 'ann', at: '2020-01-01T00:00:00+00:00' };
  assert.deepEqual(tagsOf(back), [
    { ...made, label: 'Animal', note: 'woof' },
    { ...made, label: 'pet' },
  ]);
  assert.deepEqual(back.texts[0].document?.labels, ['news']);
  assert.deepEqual(back.losses, [
    { file: 'a.txt', what: 'note', count: 1 },
    { file: 'a.txt', what: 'by', count: 1 },
    { file: 'a.txt', what: 'at', count: 1 },
    { file: 'a.txt', what: 'extra', count: 1 },
    { file: 'a.txt', what: 'other', count: 1 },
  ]);
});
