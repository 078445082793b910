import assert from 'node:assert/strict';
import { mergeSidecars } from '../../server/src/core/corpus/merge.ts';
import { anchorTags } from '../../server/src/core/tags/anchor.ts';
import { parseConflicted } from '../../server/src/core/tags/conflictMarkers.ts';
import { conflictsIn } from '../../server/src/core/tags/conflicts.ts';
import { outlineJson } from '../../server/src/core/tags/json.ts';
import { parseSidecar, serialiseSidecar } from '../../server/src/core/tags/sidecar.ts';

const text = 'In Bagdad 😀 the minister met the press.\n\nIraq denied it. '.repeat(4);

/**
 * What must hold of any source whatever that is read as a sidecar: nothing is
 * thrown; it is refused with a sentence and a place in the source, or what was
 * read can be written and read again without a loss.
 * @returns whether it could be read
 */
export function expectSound(source: string): boolean {
  const { value, problems } = parseSidecar(source);
  const { error } = outlineJson(source.replace(/^\ufeff/, ''));
  if (!/ deeper than /.test(error?.message ?? ''))
    assert.equal(error === null, isJson(source.replace(/^\ufeff/, '')), 'the outline knows JSON');
  for (const { message, start, end } of [...problems, ...parseConflicted(source).problems]) {
    assert.match(message, /^\P{Ll}.*\.$/su, 'a sentence');
    assert.ok(0 <= start && start <= end && end <= source.length, 'within the source');
  }
  assert.equal(value === null, problems.length > 0, 'refused with a reason, or read');
  if (value) {
    const written = serialiseSidecar(value);
    const again = parseSidecar(written);
    assert.deepEqual(again.problems, []);
    assert.deepEqual(again.value, value);
    conflictsIn(value);
    assert.equal(serialiseSidecar(mergeSidecars(null, value, value).value), written);
    for (const { start, end } of anchorTags(value, text))
      assert.ok(0 <= start && start <= end && end <= Math.max(text.length, value.text.length));
  }
  return value !== null;
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}
