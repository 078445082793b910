import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeSidecars } from '../../../../server/src/core/corpus/merge.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { conflictsIn, resolveConflict } from '../../../../server/src/core/tags/conflicts.ts';
import {
  addTag,
  link,
  relabel,
  removeTag,
  replaceSpan,
  setNote,
  type TagDraft,
  withOffsets,
} from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { emptySidecar } from '../../../../server/src/core/tags/sidecar.ts';

const text = 'In Bagdad the minister met the press. Iraq denied it.';

/** A sidecar of the text, or of another one, with a tag for each draft. */
function sidecarOf(drafts: readonly TagDraft[], of = text): Sidecar {
  return drafts.reduce(
    (sidecar, draft) => addTag(sidecar, draft, of).sidecar,
    emptySidecar(fingerprintOf(of)),
  );
}
const bagdad = { id: 'bagdad', label: 'LOC', start: 3, end: 9 };
const iraq = { id: 'iraq', label: 'LOC', start: 38, end: 42 };
const minister = { id: 'minister', label: 'PER', start: 14, end: 22 };
const base = sidecarOf([bagdad, iraq]);
const labels = ({ tags }: Sidecar) => tags.map(({ id, label }) => `${id} ${label}`);
/** The sidecar as it is saved once the text reads otherwise. */
const savedWith = (sidecar: Sidecar, now: string): Sidecar =>
  withOffsets(sidecar, anchorTags(sidecar, now), now, fingerprintOf(now));

describe('merging two sidecars that agree', () => {
  it('takes what either side added and what either removed', () => {
    const ours = removeTag(base, 'iraq');
    const theirs = addTag(base, minister, text).sidecar;
    const { value, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(labels(value), ['bagdad LOC', 'minister PER']);
    assert.deepEqual(conflicts, []);
  });

  it('merges what the sides did to different fields of one tag', () => {
    const ours = setNote(base, 'bagdad', 'old spelling');
    const theirs = link(relabel(base, 'bagdad', 'CITY'), 'bagdad', 'baghdad');
    const { value, conflicts } = mergeSidecars(base, ours, theirs);
    const [{ label, note, entity }] = value.tags;
    assert.deepEqual([label, note, entity], ['CITY', 'old spelling', 'baghdad']);
    assert.deepEqual(conflicts, []);
  });

  it('does not call it a change that offsets followed their text', () => {
    const edited = `Yesterday. ${text}`;
    const ours = savedWith(base, edited);
    const theirs = relabel(base, 'iraq', 'ORG');
    const { value, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(
      value.tags.map(({ id, label, start }) => [id, label, start]),
      [
        ['bagdad', 'LOC', 14],
        ['iraq', 'ORG', 49],
      ],
    );
    assert.deepEqual(value.text, fingerprintOf(edited));
    assert.deepEqual(conflicts, []);
    assert.deepEqual(mergeSidecars(base, removeTag(base, 'iraq'), ours).conflicts, []);
  });

  it('leaves no fingerprint that fits where a new tag stands in another text', () => {
    const edited = `Yesterday. ${text}`;
    const ours = savedWith(base, edited);
    const theirs = addTag(base, minister, text).sidecar;
    const { value } = mergeSidecars(base, ours, theirs);
    assert.ok(![ours, theirs].some((side) => side.text.sha256 === value.text.sha256));
    const places = anchorTags(value, edited);
    assert.deepEqual(
      places.map(({ tag, start, end }) => [tag.id, edited.slice(start, end)]),
      [
        ['bagdad', 'Bagdad'],
        ['minister', 'minister'],
        ['iraq', 'Iraq'],
      ],
    );
  });

  it('finds every tag again in the merged text where that is known', () => {
    const merged = `Yesterday. ${text} Nobody believed it.`;
    const ours = addTag(
      savedWith(base, `Yesterday. ${text}`),
      { id: 'y', label: 'DATE', start: 0, end: 9 },
      `Yesterday. ${text}`,
    ).sidecar;
    const longer = `${text} Nobody believed it.`;
    const theirs = addTag(savedWith(base, longer), minister, longer).sidecar;
    const { value } = mergeSidecars(base, ours, theirs, merged);
    assert.deepEqual(value.text, fingerprintOf(merged));
    assert.deepEqual(
      value.tags.map(({ start, end }) => merged.slice(start, end)),
      ['Yesterday', 'Bagdad', 'minister', 'Iraq'],
    );
  });

  it('names whoever changed a tag last', () => {
    const mine = {
      ...base,
      tags: base.tags.map((tag) => ({ ...tag, by: 'ann', at: '2026-01-02' })),
    };
    const other = {
      ...base,
      tags: base.tags.map((tag) => ({ ...tag, by: 'bob', at: '2026-01-03' })),
    };
    const { value, conflicts } = mergeSidecars(base, mine, other);
    assert.deepEqual(
      value.tags.map(({ by, at }) => [by, at]),
      [
        ['bob', '2026-01-03'],
        ['bob', '2026-01-03'],
      ],
    );
    assert.deepEqual(conflicts, []);
  });

  it('treats the labels of the document as a set', () => {
    const of = (...own: string[]) => ({ ...base, document: { ...base.document, labels: own } });
    const { value, conflicts } = mergeSidecars(
      of('news', 'short'),
      of('news', 'war'),
      of('short', 'news', 'draft'),
    );
    assert.deepEqual(value.document.labels, ['news', 'draft', 'war']);
    assert.deepEqual(conflicts, []);
  });
});

describe('merging two sidecars that disagree', () => {
  const ours = relabel(base, 'bagdad', 'CITY');
  const theirs = setNote(relabel(base, 'bagdad', 'GPE'), 'bagdad', 'see map');

  it('keeps both versions of a tag, each with what nobody disputes', () => {
    const { value, conflicts } = mergeSidecars(base, ours, theirs);
    const versions = value.tags.filter(({ start }) => start === 3);
    assert.deepEqual(versions.map(({ label, note }) => [label, note]).sort(), [
      ['CITY', 'see map'],
      ['GPE', 'see map'],
    ]);
    const rival = versions.find(({ extra }) => extra !== undefined);
    assert.deepEqual(rival?.extra, { conflict: { of: 'bagdad' } });
    assert.equal(conflicts.length, 1);
    assert.deepEqual(conflicts, conflictsIn(value));
  });

  it('reports a conflict once: not again where a side carries it already', () => {
    const merged = mergeSidecars(base, ours, theirs).value;
    const again = mergeSidecars(base, merged, theirs);
    assert.deepEqual(again.conflicts, []);
    assert.deepEqual(again.value, merged);
  });

  it('keeps a third version too', () => {
    const merged = mergeSidecars(base, ours, theirs).value;
    const { value } = mergeSidecars(base, merged, relabel(base, 'bagdad', 'WHERE'));
    const [conflict] = conflictsIn(value);
    assert.equal(conflict?.kind, 'tag');
    assert.deepEqual(
      value.tags.flatMap(({ start, label }) => (start === 3 ? [label] : [])).sort(),
      ['CITY', 'GPE', 'WHERE'],
    );
    assert.equal(conflict?.versions.length, 3);
  });

  it('settles for the version chosen, under the old id, and relations follow', () => {
    const merged = mergeSidecars(base, ours, theirs).value;
    const rival = merged.tags.find(({ extra }) => extra !== undefined)?.id ?? '';
    const linked = { ...merged, relations: [{ id: 'r', label: 'in', from: rival, to: 'iraq' }] };
    const [conflict] = conflictsIn(linked);
    for (const choice of [0, 1]) {
      const settled = resolveConflict(linked, conflict, choice);
      const expected = conflict.versions[choice] as { label: string };
      assert.deepEqual(labels(settled), [`bagdad ${expected.label}`, 'iraq LOC']);
      assert.deepEqual(settled.tags[0].extra, undefined);
      assert.deepEqual(settled.relations, [{ id: 'r', label: 'in', from: 'bagdad', to: 'iraq' }]);
    }
  });

  it('keeps a tag that one side removed and the other changed, and says so', () => {
    const { value, conflicts } = mergeSidecars(base, removeTag(base, 'bagdad'), ours);
    assert.deepEqual(labels(value), ['bagdad CITY', 'iraq LOC']);
    assert.deepEqual(value.tags[0].extra, { conflict: { removed: true } });
    const [conflict] = conflicts;
    assert.deepEqual(labels(resolveConflict(value, conflict, 0)), ['bagdad CITY', 'iraq LOC']);
    assert.deepEqual(labels(resolveConflict(value, conflict, 1)), ['iraq LOC']);
  });

  it('keeps a tag that one side removed and the other drew a relation to', () => {
    const relation = { id: 'r', label: 'in', from: 'bagdad', to: 'iraq' };
    const { value, conflicts } = mergeSidecars(base, removeTag(base, 'iraq'), {
      ...base,
      relations: [relation],
    });
    assert.deepEqual(labels(value), ['bagdad LOC', 'iraq LOC']);
    assert.deepEqual(value.relations, [relation]);
    assert.deepEqual(
      conflicts.map(({ kind }) => kind),
      ['tag'],
    );
  });

  it('keeps both places of a tag that the sides put elsewhere', () => {
    const near = replaceSpan(base, 'bagdad', { start: 0, end: 9 }, text);
    const wide = replaceSpan(base, 'bagdad', { start: 3, end: 13 }, text);
    const { value } = mergeSidecars(base, near, wide);
    assert.deepEqual(
      value.tags.flatMap(({ label, quote }) => (label === 'LOC' ? [quote] : [])).sort(),
      ['Bagdad the', 'In Bagdad', 'Iraq'],
    );
  });

  it('keeps both values of a field of the document', () => {
    const of = (genre: string) => ({ ...base, document: { labels: [], attributes: { genre } } });
    const { value, conflicts } = mergeSidecars(base, of('report'), of('news'));
    assert.deepEqual(value.document.attributes, { genre: 'news' });
    assert.deepEqual(value.extra, { conflict: { attributes: { genre: ['news', 'report'] } } });
    const [conflict] = conflicts;
    assert.deepEqual(conflict.versions, ['news', 'report']);
    const settled = resolveConflict(value, conflict, 1);
    assert.deepEqual(settled.document.attributes, { genre: 'report' });
    assert.equal(settled.extra, undefined);
  });
});
