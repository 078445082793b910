import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeSidecars } from '../../../../server/src/core/corpus/merge.ts';
import { parseConflicted } from '../../../../server/src/core/tags/conflictMarkers.ts';
import { addTag, type TagDraft } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';

const text = 'one two three';
const source = (...drafts: TagDraft[]) =>
  serialiseSidecar(
    drafts.reduce(
      (sidecar, draft) => addTag(sidecar, draft, text).sidecar,
      emptySidecar(fingerprintOf(text)),
    ),
  );
const one = { id: 'one', label: 'N', start: 0, end: 3 };
const two = { id: 'two', label: 'N', start: 4, end: 7 };
const three = { id: 'three', label: 'N', start: 8, end: 13 };

/** The file as git leaves it: the lines that both sides have, around a conflict about the rest. */
function conflicted(ours: string, theirs: string, base?: string): string {
  const lines = [ours, theirs, base ?? ours].map((side) => side.split('\n'));
  const [a, b, c] = lines;
  let head = 0;
  while (lines.every((side) => side[head] === a[head])) head++;
  let tail = 0;
  while (lines.every((side) => side.at(-1 - tail) === a.at(-1 - tail))) tail++;
  const middle = (side: string[]) => side.slice(head, side.length - tail);
  const original = base === undefined ? [] : ['||||||| 1a2b3c4', ...middle(c)];
  return [
    ...a.slice(0, head),
    '<<<<<<< HEAD',
    ...middle(a),
    ...original,
    '=======',
    ...middle(b),
    '>>>>>>> branch',
    ...a.slice(a.length - tail),
  ].join('\n');
}

describe('a sidecar with git’s conflict markers', () => {
  const ours = source(one, two);
  const theirs = source(one, three);

  it('is no sidecar, and the problem names the lines', () => {
    const { value, problems } = parseSidecar(conflicted(ours, theirs));
    assert.equal(value, null);
    assert.match(problems[0].message, /conflict \(markers in lines 7, 9, 11\)/);
  });

  it('is read as its two sides', () => {
    for (const marked of [
      conflicted(ours, theirs),
      conflicted(ours, theirs).replaceAll('\n', '\r\n'),
    ]) {
      const { value, problems } = parseConflicted(marked);
      assert.deepEqual(problems, []);
      assert.ok(value);
      assert.equal(serialiseSidecar(value.ours), ours);
      assert.equal(serialiseSidecar(value.theirs), theirs);
      assert.equal(value.base, null);
    }
  });

  it('is merged with its base where git wrote that too, so that removals count', () => {
    const base = source(one, three);
    const marked = conflicted(source(one, two), source(one, three, { ...two, id: 'other' }), base);
    const { value } = parseConflicted(marked);
    assert.ok(value?.base);
    const merged = mergeSidecars(value.base, value.ours, value.theirs);
    assert.deepEqual(merged.value.tags.map(({ id }) => id).sort(), ['one', 'other', 'two']);
  });

  it('without markers is none', () => {
    assert.deepEqual(parseConflicted(ours), { value: null, problems: [] });
  });

  it('whose markers do not fit together, or whose side cannot be read, says so', () => {
    const torn = ours.replace('  , {', '=======\n  , {');
    assert.match(parseConflicted(torn).problems[0].message, /no counterpart/);
    const broken = conflicted(ours, theirs)
      .replace('"label"', '"lable"')
      .replace('"label"', '"lable"');
    const { value, problems } = parseConflicted(broken);
    assert.equal(value, null);
    assert.match(problems[0].message, /^Of the conflict's first side: Tag “one” has no label/);
    assert.ok(problems.every(({ start, end }) => broken.slice(start, end) === '<<<<<<<'));
  });
});
