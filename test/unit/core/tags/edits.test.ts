import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import {
  applyChanges,
  changesBetween,
  invertChanges,
} from '../../../../server/src/core/tags/changes.ts';
import { contextOf } from '../../../../server/src/core/tags/context.ts';
import {
  addTag,
  link,
  makeTag,
  relabel,
  replaceSpan,
  setAttribute,
  setNote,
  setStatus,
  withOffsets,
} from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';
import { anySidecar } from './arbitrary.ts';

const text = 'One two three four.';
const sidecar = addTag(
  emptySidecar(fingerprintOf(text)),
  { id: 'a', label: 'N', start: 4, end: 7 },
  text,
).sidecar;
const first = ({ tags: [tag] }: Sidecar) => tag;

describe('a new tag', () => {
  it('keeps up to 32 units of what stands around it, and cuts no surrogate pair', () => {
    const long = `${'😀'.repeat(20)}x${'😀'.repeat(20)}`;
    const { quote, prefix, suffix } = contextOf(long, { start: 40, end: 41 });
    assert.deepEqual([quote, prefix, suffix], ['x', '😀'.repeat(16), '😀'.repeat(16)]);
    const odd = contextOf(`a${long}`, { start: 42, end: 43 });
    assert.equal(odd.prefix, `${'😀'.repeat(15)}x`);
    assert.equal(contextOf(long, { start: 41, end: 43 }).prefix.length, 31);
  });

  it('is put among the others in order', () => {
    const draft = (id: string, start: number, end: number) => ({ id, label: 'N', start, end });
    const order = [draft('b', 4, 7), draft('z', 0, 3), draft('c', 4, 5), draft('0', 4, 7)].reduce(
      (all, one) => addTag(all, one, text).sidecar,
      sidecar,
    );
    assert.deepEqual(
      order.tags.map(({ id }) => id),
      ['z', 'c', '0', 'a', 'b'],
    );
  });
});

describe('changing a tag', () => {
  it('touches nothing but what it says', () => {
    const before = first(sidecar);
    assert.deepEqual(first(relabel(sidecar, 'a', 'M')), { ...before, label: 'M' });
    assert.deepEqual(first(link(sidecar, 'a', 'two')), { ...before, entity: 'two' });
    assert.deepEqual(first(link(link(sidecar, 'a', 'two'), 'a', null)), before);
    assert.deepEqual(first(setNote(setNote(sidecar, 'a', 'x'), 'a', '')), before);
    assert.deepEqual(first(setStatus(sidecar, 'a', 'rejected')), { ...before, status: 'rejected' });
    assert.deepEqual(relabel(sidecar, 'none', 'M').tags, sidecar.tags);
  });

  it('gives an attribute a value, or takes it away', () => {
    const before = first(sidecar);
    const kind = setAttribute(sidecar, 'a', 'kind', 'ship');
    const both = setAttribute(kind, 'a', '__proto__', 2);
    assert.deepEqual(Object.entries(first(both).attributes ?? {}), [
      ['kind', 'ship'],
      ['__proto__', 2],
    ]);
    const changed = setAttribute(both, 'a', 'kind', false);
    assert.deepEqual(Object.entries(first(changed).attributes ?? {}), [
      ['kind', false],
      ['__proto__', 2],
    ]);
    assert.deepEqual(first(setAttribute(kind, 'a', 'kind', null)), before);
    assert.deepEqual(first(setAttribute(sidecar, 'a', 'kind', null)), before);
  });

  it('of its place takes quote and surroundings from there, and gives fragments up', () => {
    const pieces = {
      ...sidecar,
      tags: [
        {
          ...first(sidecar),
          fragments: [
            [4, 5],
            [6, 7],
          ] as const,
        },
      ],
    };
    assert.deepEqual(
      first(replaceSpan(pieces, 'a', { start: 8, end: 13 }, text)),
      makeTag({ id: 'a', label: 'N', start: 8, end: 13 }, text),
    );
  });
});

describe('offsets of a text as it is now', () => {
  const now = (later: string, from = sidecar) =>
    withOffsets(from, anchorTags(from, later), later, fingerprintOf(later));

  it('are stored with fresh surroundings; a changed tag keeps its quote, a lost one everything', () => {
    assert.deepEqual(
      first(now(`Now: ${text}`)),
      makeTag({ id: 'a', label: 'N', start: 9, end: 12 }, `Now: ${text}`),
    );
    const lost = first(now('Something quite different.'));
    assert.equal(lost.start, lost.end);
    const { quote, prefix, suffix } = first(sidecar);
    assert.deepEqual([lost.quote, lost.prefix, lost.suffix], [quote, prefix, suffix]);
    const wide = addTag(
      emptySidecar(fingerprintOf(text)),
      { id: 'a', label: 'N', start: 4, end: 13 },
      text,
    ).sidecar;
    const changed = first(now(text.replace('two', 'two and a'), wide));
    assert.deepEqual([changed.quote, changed.start, changed.end], ['two three', 4, 19]);
  });

  it('are stored without reading what long tags cover', () => {
    const long = 'x'.repeat(1000);
    const [tag] = sidecar.tags;
    const far = { ...tag, start: 100, end: 900 };
    let read = 0;
    const access = {
      slice: (start: number, end: number) => {
        read += end - start;
        return long.slice(start, end);
      },
    };
    const placed = [
      { tag: far, start: 101, end: 901, status: 'changed', confidence: 0.5 } as const,
    ];
    const [moved] = withOffsets(
      { ...sidecar, tags: [far] },
      placed,
      access,
      fingerprintOf(long),
    ).tags;
    assert.deepEqual([moved.start, moved.end, moved.quote], [101, 901, tag.quote]);
    assert.ok(read < 100, `${read} units were read`);
  });

  it('are the same when stored twice', () => {
    const later = text.replace('One', 'Fifty-one');
    const once = now(later);
    assert.equal(serialiseSidecar(now(later, once)), serialiseSidecar(once));
  });

  it('move the pieces of a tag along', () => {
    const long = `Before it stood this. ${text} Behind it stood that.`;
    const tag = makeTag({ id: 'a', label: 'N', start: 22, end: 35 }, long);
    const fragments = [
      [22, 25],
      [30, 35],
    ] as const;
    const pieces = { ...emptySidecar(fingerprintOf(long)), tags: [{ ...tag, fragments }] };
    const read = (later: string) =>
      first(now(later, pieces)).fragments?.map(([start, end]) => later.slice(start, end));
    assert.deepEqual(read(`Now: ${long}`), ['One', 'three']);
    assert.deepEqual(read(long.replace('two ', '')), ['One', 'three']);
  });
});

describe('what changed between two states of a sidecar', () => {
  const tagsOf = (state: Sidecar) => serialiseSidecar({ ...state, relations: [] });

  it('leads from the one to the other and back', () => {
    fc.assert(
      fc.property(anySidecar, anySidecar, (before, other) => {
        const after = { ...before, tags: other.tags };
        const changes = changesBetween(before, after);
        assert.equal(tagsOf(applyChanges(before, changes)), tagsOf(after));
        assert.equal(tagsOf(applyChanges(after, invertChanges(changes))), tagsOf(before));
      }),
    );
  });

  it('is put on top of what somebody else did meanwhile', () => {
    const changes = changesBetween(sidecar, relabel(sidecar, 'a', 'M'));
    const meanwhile = setNote(
      addTag(sidecar, { id: 'b', label: 'N', start: 0, end: 3 }, text).sidecar,
      'a',
      'x',
    );
    const both = applyChanges(meanwhile, changes);
    assert.deepEqual(
      both.tags.map(({ id, label, note }) => [id, label, note]),
      [
        ['b', 'N', undefined],
        ['a', 'M', 'x'],
      ],
    );
    assert.deepEqual(parseSidecar(serialiseSidecar(both)).problems, []);
  });
});
