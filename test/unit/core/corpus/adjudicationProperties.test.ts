import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { adjudication } from '../../../../server/src/core/corpus/adjudication.ts';
import { adopt } from '../../../../server/src/core/corpus/adopt.ts';
import { overlaps, type Span } from '../../../../server/src/core/span.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import type { TagDraft } from '../../../../server/src/core/tags/edits.ts';
import { ownKey } from '../../../../server/src/core/tags/likeness.ts';
import type { PlacedTag, Sidecar, Tag } from '../../../../server/src/core/tags/model.ts';
import { annotated, sidecarWith } from './layered.ts';

const TEXT = 'Quick brown foxes jump over the lazy dog while nobody is looking at them. '.repeat(4);

const draft: fc.Arbitrary<TagDraft> = fc
  .tuple(fc.nat(TEXT.length - 1), fc.constantFrom(1, 2, 3, 5, 8, 20, 70, 200))
  .chain(([start, length]) => {
    const end = Math.min(TEXT.length, start + length);
    const cut = start + Math.ceil((end - start) / 2);
    return fc.record(
      {
        start: fc.constant(start),
        end: fc.constant(end),
        label: fc.constantFrom('PER', 'ORG', 'a b'),
        entity: fc.constantFrom('x', 'y'),
        attributes: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom(1, 'v')),
        note: fc.constantFrom('n', 'm'),
        status: fc.constantFrom('accepted', 'accepted', 'suggested', 'rejected'),
        fragments: fc.constant([
          [start, cut],
          [cut, end],
        ] as const),
      },
      { requiredKeys: ['start', 'end', 'label'] },
    );
  });
/** Layers that have much in common. */
const layersOf = (count: number) =>
  fc
    .tuple(
      fc.array(draft, { maxLength: 10 }),
      fc.array(
        fc.tuple(
          fc.array(draft, { maxLength: 5 }),
          fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        ),
        {
          minLength: count,
          maxLength: 4,
        },
      ),
    )
    .map(([common, own]) =>
      own.map(([more, has], i) => {
        const kept = common.filter((_, at) => has[at]);
        return { name: 'dbca'[i], sidecar: sidecarWith(TEXT, [...kept, ...more]) };
      }),
    );

type Layers = readonly { readonly name: string; readonly sidecar: Sidecar }[];
const judge = (layers: Layers, main: Sidecar) =>
  adjudication(
    layers.map(({ name, sidecar }) => annotated(name, sidecar, TEXT)),
    anchorTags(main, TEXT),
    TEXT,
  );
const empty = sidecarWith(TEXT, []);
const accepted = ({ tags }: Sidecar) =>
  new Set(tags.filter(({ status = 'accepted' }) => status === 'accepted').map(ownKey));
const sorted = (keys: Iterable<string>) => [...keys].sort();

/** Takes over tags by their layers. */
function take(
  main: Sidecar,
  layers: Layers,
  placed: readonly PlacedTag[],
  rejected = false,
): Sidecar {
  const adopted = layers.map(({ name, sidecar }) => ({
    name,
    sidecar,
    ids: new Set(placed.filter(({ layer }) => layer === name).map(({ tag }) => tag.id)),
  }));
  return adopt(main, adopted, { rejected }).sidecar;
}

describe('layers, whatever they hold', () => {
  it('have no place to decide where they are equal', () => {
    fc.assert(
      fc.property(layersOf(1), ([{ sidecar }]) => {
        const twins = ['ann', 'ben', 'cas'].map((name) => ({ name, sidecar }));
        const { agreed, places } = judge(twins, empty);
        assert.deepEqual(places, []);
        assert.deepEqual(sorted(agreed.map(({ tag }) => ownKey(tag))), sorted(accepted(sidecar)));
      }),
    );
  });

  it('have every tag that differs in one place, with what overlaps and is about as long', () => {
    fc.assert(
      fc.property(layersOf(2), (layers) => {
        const { places, agreed } = judge(layers, empty);
        const shared = new Set(agreed.map(({ tag }) => ownKey(tag)));
        const all = new Map<string, Tag>();
        for (const { sidecar } of layers) {
          for (const tag of sidecar.tags) {
            const { status = 'accepted' } = tag;
            if (status === 'accepted' && !shared.has(ownKey(tag))) all.set(ownKey(tag), tag);
          }
        }
        const groups = places.map(({ versions }) =>
          sorted(new Set(versions.flatMap(({ tags }) => tags.map(({ tag }) => ownKey(tag))))),
        );
        const expected = components([...all.values()]).map((tags) => sorted(tags.map(ownKey)));
        assert.deepEqual(sorted(groups.map(String)), sorted(expected.map(String)));
        for (const { versions, start, end } of places) {
          assert.ok(versions.length > 1);
          assert.deepEqual(
            sorted(versions.flatMap(({ layers: names }) => names)),
            sorted(layers.map(({ name }) => name)),
          );
          const tags = versions.flatMap((version) => version.tags);
          assert.equal(start, Math.min(...tags.map((tag) => tag.start)));
          assert.equal(end, Math.max(...tags.map((tag) => tag.end)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say the same in whatever order they come', () => {
    fc.assert(
      fc.property(layersOf(2), (layers) => {
        assert.deepEqual(judge([...layers].reverse(), empty), judge(layers, empty));
      }),
    );
  });

  it('give the main sidecar one layer’s tags where that layer is chosen everywhere, and then nothing is left to decide', () => {
    fc.assert(
      fc.property(layersOf(2), fc.nat(3), (layers, index) => {
        const chosen = layers[index % layers.length];
        const { agreed, places } = judge(layers, empty);
        let main = take(empty, layers, agreed);
        for (const { versions } of places) {
          const version = versions.find(({ layers: names }) => names.includes(chosen.name));
          const all = versions.flatMap(({ tags }) => tags);
          const none = version?.tags.length === 0;
          main = take(main, layers, none ? all : (version?.tags ?? []), none);
        }
        assert.deepEqual(sorted(accepted(main)), sorted(accepted(chosen.sidecar)));
        const after = judge(layers, main);
        assert.deepEqual(after.agreed, []);
        for (const { decided } of after.places) assert.ok(decided.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('are decided only where the main sidecar says something', () => {
    fc.assert(
      fc.property(layersOf(2), fc.array(draft, { maxLength: 8 }), (layers, drafts) => {
        const main = sidecarWith(TEXT, drafts);
        const own = anchorTags(main, TEXT);
        for (const { versions, decided } of judge(layers, main).places) {
          const tags = versions.flatMap((version) => version.tags);
          for (const one of decided) {
            assert.ok(own.some(({ tag }) => tag.id === one.tag.id));
            assert.ok(tags.some((tag) => akin(tag, one)));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** All tags have fragments without gaps, so they are as long as their spans. */
function akin(a: Span, b: Span): boolean {
  const doublings = ({ start, end }: Span) => Math.floor(Math.log2(end - start));
  return overlaps(a, b) && Math.abs(doublings(a) - doublings(b)) <= 2;
}

/** The connected components, found pair by pair. */
function components(tags: readonly Tag[]): Tag[][] {
  let groups: Tag[][] = [];
  for (const tag of tags) {
    const near = groups.filter((group) => group.some((other) => akin(tag, other)));
    groups = [...groups.filter((group) => !near.includes(group)), [tag, ...near.flat()]];
  }
  return groups;
}

describe('100,000 tags a layer', () => {
  const long = 'Ann met Ben. '.repeat(40_000);
  for (const [what, at] of [
    ['beside one another', (i: number) => i * 5],
    ['over one word', () => 0],
  ] as const) {
    it(`are compared in a few seconds ${what}`, () => {
      const placed = (name: string, label: (i: number) => string): PlacedTag[] =>
        Array.from({ length: 100_000 }, (_, i) => {
          const start = at(i);
          const end = start + 4 + (i % 3);
          const tag = {
            id: `${name}${i}`,
            label: label(i),
            start,
            end,
            quote: '',
            prefix: '',
            suffix: '',
          };
          return { tag, start, end, status: 'exact', confidence: 1 };
        });
      const layers = ['ann', 'ben', 'cas'].map((name, n) => ({
        name,
        tags: placed(name, (i) => `L${i % (n + 2)}-${i % 7 === 0 ? i : 0}`),
      }));
      const main = placed('main', (i) => `M${i}`);
      const begin = performance.now();
      const { places } = adjudication(layers, main, long);
      const took = performance.now() - begin;
      assert.ok(places.length > 0);
      assert.ok(took < 15_000, `${took} ms`);
    });
  }
});
