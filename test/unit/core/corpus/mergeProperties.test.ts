import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeSidecars } from '../../../../server/src/core/corpus/merge.ts';
import { isTagChanged } from '../../../../server/src/core/corpus/mergeTag.ts';
import { conflictsIn, resolveConflict } from '../../../../server/src/core/tags/conflicts.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { sortTags } from '../../../../server/src/core/tags/serialise.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';
import { anySidecar } from '../tags/arbitrary.ts';

/**
 * What a person may have made of a sidecar: some tags and relations are gone,
 * some have the content of others, some are new, and the rest may be another's.
 */
function descendantOf(base: Sidecar): fc.Arbitrary<Sidecar> {
  const flags = fc.array(fc.constantFrom('keep', 'keep', 'drop', 'change'), {
    minLength: 12,
    maxLength: 12,
  });
  return fc
    .tuple(anySidecar, flags, fc.boolean(), fc.boolean())
    .map(([other, does, head, text]) => {
      const edited = <T extends { readonly id: string }>(
        own: readonly T[],
        others: readonly T[],
      ) => {
        const kept = own.flatMap((item, i) => {
          if (does[i % 12] === 'drop') return [];
          const model = others[i % Math.max(1, others.length)];
          return does[i % 12] === 'change' && model ? [{ ...model, id: item.id }] : [item];
        });
        const ids = new Set(own.map(({ id }) => id));
        return [
          ...kept,
          ...others.filter(({ id }, i) => !ids.has(id) && does[(i + 5) % 12] === 'keep'),
        ];
      };
      return {
        ...(head ? other : base),
        text: text ? other.text : base.text,
        tags: sortTags(edited(base.tags, other.tags)),
        relations: edited(base.relations, other.relations),
      };
    });
}

/** Base, ours and theirs. */
const family = anySidecar.chain((base) =>
  fc.tuple(fc.constant(base), descendantOf(base), descendantOf(base)),
);
const source = ({ value }: { value: Sidecar }): string => serialiseSidecar(value);

describe('merging sidecars, whatever they are', () => {
  it('gives the same in either order, also without a base', () => {
    fc.assert(
      fc.property(family, fc.boolean(), ([base, ours, theirs], known) => {
        const from = known ? base : null;
        const [one, other] = [mergeSidecars(from, ours, theirs), mergeSidecars(from, theirs, ours)];
        assert.equal(source(one), source(other));
        assert.deepEqual(one.conflicts, other.conflicts);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the side that changed, whole, where the other did not', () => {
    fc.assert(
      fc.property(family, ([base, ours]) => {
        const merged = mergeSidecars(base, ours, base);
        assert.equal(source(merged), serialiseSidecar(ours));
        assert.deepEqual(merged.conflicts, []);
        assert.equal(source(mergeSidecars(base, ours, ours)), serialiseSidecar(ours));
        assert.equal(source(mergeSidecars(null, ours, ours)), serialiseSidecar(ours));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no tag and no relation unless a side removed it without the other having touched it', () => {
    fc.assert(
      fc.property(family, ([base, ours, theirs]) => {
        const { value } = mergeSidecars(base, ours, theirs);
        const now = new Set([...value.tags, ...value.relations].map(({ id }) => id));
        for (const [side, other] of [
          [ours, theirs],
          [theirs, ours],
        ]) {
          const { sha256 } = side.text;
          for (const tag of side.tags) {
            if (now.has(tag.id)) continue;
            const was = base.tags.find(({ id }) => id === tag.id);
            assert.ok(was, 'it was there before');
            assert.ok(!other.tags.some(({ id }) => id === tag.id), 'the other side removed it');
            const [before, after] = [
              { tag: was, sha256: base.text.sha256 },
              { tag, sha256 },
            ];
            assert.ok(!isTagChanged(before, after), 'this side left it as it was');
          }
          for (const { id } of side.relations) {
            if (now.has(id)) continue;
            assert.ok(base.relations.some((relation) => relation.id === id));
            assert.ok(!other.relations.some((relation) => relation.id === id));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the label and the quote that each side gave a tag', () => {
    fc.assert(
      fc.property(family, ([base, ours, theirs]) => {
        const { value } = mergeSidecars(base, ours, theirs);
        for (const side of [ours, theirs]) {
          for (const tag of side.tags) {
            const was = base.tags.find(({ id }) => id === tag.id);
            for (const key of ['label', 'quote'] as const) {
              if (was && was[key] === tag[key]) continue;
              const versions = value.tags.filter(
                ({ id, extra }) =>
                  id === tag.id ||
                  JSON.stringify(extra?.conflict) === JSON.stringify({ of: tag.id }),
              );
              assert.ok(
                versions.some((version) => version[key] === tag[key]),
                `${tag.id} ${key}`,
              );
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives a sidecar that can be read, and merging it again changes nothing', () => {
    fc.assert(
      fc.property(family, ([base, ours, theirs]) => {
        const merged = mergeSidecars(base, ours, theirs);
        const { value, problems } = parseSidecar(source(merged));
        assert.deepEqual(problems, []);
        assert.ok(value);
        assert.equal(serialiseSidecar(value), source(merged));
        assert.equal(source(mergeSidecars(base, value, value)), source(merged));
        assert.equal(source(mergeSidecars(ours, value, ours)), source(merged));
      }),
      { numRuns: 300 },
    );
  });

  it('has no conflict left once each is resolved, whatever is chosen', () => {
    fc.assert(
      fc.property(family, fc.nat(), ([base, ours, theirs], seed) => {
        let { value } = mergeSidecars(base, ours, theirs);
        for (let round = 0; round < 50; round++) {
          const [conflict] = conflictsIn(value);
          if (!conflict) break;
          value = resolveConflict(value, conflict, (seed + round) % conflict.versions.length);
        }
        assert.deepEqual(conflictsIn(value), []);
        assert.deepEqual(parseSidecar(serialiseSidecar(value)).problems, []);
      }),
      { numRuns: 300 },
    );
  });

  it('starts from nothing where both sides are new', () => {
    fc.assert(
      fc.property(anySidecar, (side) => {
        const empty = emptySidecar(side.text);
        const merged = mergeSidecars(null, empty, side);
        assert.deepEqual(
          merged.value.tags.map(({ id }) => id),
          side.tags.map(({ id }) => id),
        );
        assert.deepEqual(merged.conflicts, []);
      }),
    );
  });
});
