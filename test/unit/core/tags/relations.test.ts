import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  changesBetween,
  invertChanges,
} from '../../../../server/src/core/tags/changes.ts';
import { addTag, relabel, removeTag } from '../../../../server/src/core/tags/edits.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { relate, relationsByTag, unrelate } from '../../../../server/src/core/tags/relations.ts';
import { emptySidecar } from '../../../../server/src/core/tags/sidecar.ts';

const text = 'Minister Syromolotov spoke.';

/** `a` is the office, `b` the person. */
const two = [
  { id: 'a', label: 'MISC', start: 0, end: 8 },
  { id: 'b', label: 'PER', start: 9, end: 20 },
].reduce(
  (sidecar, draft) => addTag(sidecar, draft, text).sidecar,
  emptySidecar({ sha256: '', length: text.length }),
);
const related = relate(two, { label: 'holds', from: 'b', to: 'a' });
const ends = ({ relations }: Sidecar) =>
  relations.map(({ label, from, to }) => `${from} ${label} ${to}`);

describe('relations', () => {
  it('are added once and taken away', () => {
    assert.deepEqual(ends(related), ['b holds a']);
    assert.equal(relate(related, { label: 'holds', from: 'b', to: 'a' }), related);
    assert.deepEqual(ends(relate(related, { label: 'holds', from: 'a', to: 'b' })), [
      'b holds a',
      'a holds b',
    ]);
    const [{ id }] = related.relations;
    assert.deepEqual(unrelate(related, id).relations, []);
    assert.equal(unrelate(related, 'none'), related);
  });

  it('are known to both of their tags', () => {
    const byTag = relationsByTag(related);
    const seen = (id: string) => byTag.get(id)?.map(({ out, other }) => [out, other]);
    assert.deepEqual(seen('b'), [[true, 'a']]);
    assert.deepEqual(seen('a'), [[false, 'b']]);
    const looped = relate(two, { label: 'is', from: 'a', to: 'a' });
    assert.equal(relationsByTag(looped).get('a')?.length, 1);
  });

  it('are changes that can be taken back, also when the tag went on meanwhile', () => {
    const changes = changesBetween(two, related);
    assert.deepEqual(
      changes.map(({ id, came, went }) => [id, came?.length, went]),
      [['b', 1, undefined]],
    );
    const later = relabel(related, 'b', 'ORG');
    const back = applyChanges(later, invertChanges(changes));
    assert.deepEqual([back.relations, back.tags[1].label], [[], 'ORG']);
    assert.deepEqual(applyChanges(back, changes).relations, related.relations);
  });

  it('go with either of their tags, and come back with it', () => {
    for (const id of ['a', 'b']) {
      const without = removeTag(related, id);
      assert.deepEqual(without.relations, []);
      const changes = changesBetween(related, without);
      assert.deepEqual(applyChanges(without, invertChanges(changes)), related);
    }
  });

  it('do not come back to a tag that somebody removed, and bring none back', () => {
    const changes = invertChanges(changesBetween(related, two));
    for (const id of ['a', 'b']) {
      const left = applyChanges(removeTag(two, id), changes);
      assert.deepEqual([left.relations, left.tags.length], [[], 1]);
    }
  });

  it('and tags: what any edits change can be taken back and made again', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const edit = fc.oneof(
      fc.record({ label: fc.constantFrom('holds', 'of'), from: id, to: id }),
      fc.nat(6),
      id,
    );
    fc.assert(
      fc.property(fc.array(edit), fc.array(edit), (first, second) => {
        const four = ['c', 'd'].reduce(
          (sidecar, id) => addTag(sidecar, { id, label: 'X', start: 1, end: 4 }, text).sidecar,
          two,
        );
        const before = first.reduce(edited, four);
        const after = second.reduce(edited, before);
        const changes = changesBetween(before, after);
        assert.deepEqual(plain(applyChanges(before, changes)), plain(after));
        assert.deepEqual(plain(applyChanges(after, invertChanges(changes))), plain(before));
      }),
    );
  });
});

type Edit = { label: string; from: string; to: string } | number | string;

/** Relates two tags that are there, takes the relation at an index away, or removes a tag. */
function edited(sidecar: Sidecar, edit: Edit): Sidecar {
  if (typeof edit === 'string') return removeTag(sidecar, edit);
  if (typeof edit === 'number') return unrelate(sidecar, sidecar.relations[edit]?.id ?? '');
  const there = (id: string) => sidecar.tags.some((tag) => tag.id === id);
  return there(edit.from) && there(edit.to) ? relate(sidecar, edit) : sidecar;
}

/** Tags and relations, whatever order the relations are in. */
function plain({ tags, relations }: Sidecar) {
  return { tags, relations: [...relations].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
