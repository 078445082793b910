import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Adjudication,
  adjudication,
} from '../../../../server/src/core/corpus/adjudication.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import type { TagDraft } from '../../../../server/src/core/tags/edits.ts';
import type { PlacedTag } from '../../../../server/src/core/tags/model.ts';
import { annotated, draft, sidecarWith, TEXT } from './layered.ts';

type Layers = Readonly<Record<string, readonly TagDraft[]>>;

function judge(layers: Layers, main: readonly TagDraft[] = []): Adjudication {
  const all = Object.entries(layers).map(([name, drafts]) =>
    annotated(name, sidecarWith(TEXT, drafts), TEXT),
  );
  return adjudication(all, anchorTags(sidecarWith(TEXT, main), TEXT), TEXT);
}

const said = ({ tag, start, end }: PlacedTag) => `${tag.label} ${TEXT.slice(start, end)}`;
const shown = ({ places }: Adjudication) =>
  places.map(({ versions, decided }) => ({
    ...Object.fromEntries(versions.map(({ layers, tags }) => [layers.join(), tags.map(said)])),
    ...(decided.length > 0 && { decided: decided.map(said) }),
  }));

describe('what layers have alike', () => {
  it('is agreed upon where every layer has it, whoever made it and when, and whatever the note', () => {
    const tag = draft('PER Ann Smith', { entity: 'ann', attributes: { a: 1, b: 'x' } });
    const found = judge({
      ann: [{ ...tag, by: 'ann', at: '2026-01-01' }],
      ben: [{ ...tag, attributes: { b: 'x', a: 1 }, note: 'sure', by: 'ben' }],
    });
    assert.deepEqual(shown(found), []);
    assert.deepEqual(found.agreed.map(said), ['PER Ann Smith']);
    assert.equal(found.agreed[0].tag.note, 'sure', 'the one that has a note');
    assert.equal(found.agreed[0].layer, 'ben');
  });

  for (const [what, other] of [
    ['label', draft('ORG Ann Smith')],
    ['span', draft('PER Ann')],
    ['entity', draft('PER Ann Smith', { entity: 'ann' })],
    ['attributes', draft('PER Ann Smith', { attributes: { a: 1 } })],
    [
      'fragments',
      draft('PER Ann Smith', {
        fragments: [
          [0, 3],
          [4, 9],
        ],
      }),
    ],
  ] as const) {
    it(`is not what differs in its ${what}`, () => {
      const found = judge({ ann: [draft('PER Ann Smith')], ben: [other] });
      assert.equal(found.places.length, 1);
      assert.deepEqual(found.agreed, []);
    });
  }

  it('is not what is lost, rejected, or only suggested', () => {
    const tag = draft('PER Ann Smith');
    for (const status of ['rejected', 'suggested'] as const) {
      const found = judge({ ann: [{ ...tag, status }], ben: [{ ...tag, status }] });
      assert.deepEqual([found.agreed, found.places], [[], []]);
    }
    const gone = annotated(
      'ann',
      sidecarWith('Somebody else wrote Zebedee.', [{ label: 'PER', start: 20, end: 27 }]),
      TEXT,
    );
    assert.equal(gone.tags[0].status, 'lost');
    assert.deepEqual(adjudication([gone, { ...gone, name: 'ben' }], [], TEXT), {
      agreed: [],
      places: [],
    });
  });

  it('is not asked about again once the main sidecar has it, has turned it down, or says something else of its words', () => {
    const tag = draft('PER Ann Smith');
    const layers = { ann: [tag], ben: [tag] };
    for (const main of [tag, { ...tag, status: 'rejected' as const }, { ...tag, entity: 'ann' }]) {
      assert.deepEqual(judge(layers, [main]).agreed, []);
    }
    const down = draft('ORG Ann Smith', { status: 'rejected' });
    assert.equal(judge(layers, [down]).agreed.length, 1, 'something else of its words is rejected');
    const suggested = { ...tag, status: 'suggested' as const };
    assert.equal(judge(layers, [suggested, draft('PER Ann')]).agreed.length, 1);
  });
});

describe('places where layers differ', () => {
  it('hold what overlaps, in text order, with each version once, the commonest first', () => {
    const found = judge({
      ann: [draft('PER Ann Smith'), draft('ORG University of Tartu'), draft('DATE Monday')],
      ben: [draft('PER Smith'), draft('ORG University'), draft('LOC Tartu'), draft('DATE Monday')],
      cas: [draft('PER Ann Smith'), draft('DATE Monday')],
    });
    assert.deepEqual(shown(found), [
      { 'ann,cas': ['PER Ann Smith'], ben: ['PER Smith'] },
      { ann: ['ORG University of Tartu'], ben: ['ORG University', 'LOC Tartu'], cas: [] },
    ]);
    assert.deepEqual(found.agreed.map(said), ['DATE Monday']);
  });

  it('hold crossing tags, and what a discontinuous tag leaves out', () => {
    const pieces = draft('NEG never, under whatever circumstances, agree');
    const at = TEXT.indexOf('agree');
    const fragments = [
      [pieces.start, pieces.start + 5],
      [at, at + 5],
    ] as const;
    const found = judge({
      ann: [{ ...pieces, fragments }, draft('X under whatever'), draft('X whatever circumstances')],
      ben: [draft('NEG never')],
    });
    assert.equal(found.places.length, 1);
    assert.equal(found.places[0].versions[0].tags.length, 3);
  });

  it('are apart for a clause and the names in it, and for tags that only touch', () => {
    const clause = draft(`CLAIM ${TEXT.slice(0, 110)}`);
    const found = judge({
      ann: [clause, draft('PER Ann Smith'), draft('A Tartu'), draft('B  said')],
      ben: [],
    });
    assert.deepEqual(
      found.places.map(({ versions }) => versions.flatMap(({ tags }) => tags.map(said))),
      [
        ['PER Ann Smith'],
        [said(anchorTags(sidecarWith(TEXT, [clause]), TEXT)[0])],
        ['A Tartu'],
        ['B  said'],
      ],
    );
  });

  it('name the tags as a layer of the version has them', () => {
    const found = judge({
      ann: [draft('PER Ann'), draft('PER Ann Smith')],
      ben: [draft('PER Ann')],
      cas: [draft('PER Ann', { note: 'really' })],
      dan: [],
    });
    const homes = found.places.flatMap(({ versions }) =>
      versions.map(({ layers, tags }) => [layers.join(), ...tags.map(({ layer }) => layer)]),
    );
    assert.deepEqual(homes, [['ben,cas', 'cas'], ['ann', 'ann', 'ann'], ['dan']]);
  });
});

describe('what was decided', () => {
  const layers = { ann: [draft('PER Ann Smith')], ben: [draft('ORG Smith')] };

  it('is told from the tag that was taken, or turned down, or made by the curator there', () => {
    for (const main of [
      draft('ORG Smith'),
      draft('ORG Smith', { status: 'rejected' }),
      draft('MISC Ann'),
    ]) {
      const [place] = judge(layers, [main]).places;
      assert.deepEqual(place.decided.map(said), [
        `${main.label} ${TEXT.slice(main.start, main.end)}`,
      ]);
    }
  });

  it('is not told from a suggestion, be it rejected, from a clause around it, from an agreed tag', () => {
    const claim = draft(`CLAIM ${TEXT.slice(0, 110)}`);
    const agreed = draft('TITLE Ann');
    const both = { ann: [...layers.ann, agreed], ben: [...layers.ben, agreed] };
    const proposed = draft('MISC Ann', { status: 'rejected' });
    const main = [draft('ORG Smith', { status: 'suggested' }), proposed, claim, agreed];
    assert.deepEqual(judge(both, main).places[0].decided, []);
    const linked = { ...agreed, entity: 'ann' };
    assert.deepEqual(judge(both, [linked]).places[0].decided, [], 'an agreed tag that was linked');
  });
});
