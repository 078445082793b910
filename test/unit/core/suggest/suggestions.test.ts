import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addSuggestions } from '../../../../server/src/core/suggest/suggestions.ts';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type { Tag } from '../../../../server/src/core/tags/model.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';

const text = 'Oleg Syromolotov flew to Moscow.';
const options = {
  labels: ['PER', 'Place'],

  by: 'model tiny',
  at: '2020-01-01T00:00:00Z',
};
const person = { start: 0, end: 16, label: 'per', score: 0.98765 };
const place = { start: 25, end: 31, label: 'PLACE', score: 0.4 };

function sidecarWith(...tags: Tag[]) {
  return { ...emptySidecar(fingerprintOf(text)), tags };
}

suite('suggestions', () => {
  test('become tags to be judged, with the label as the tagset writes it and their score', () => {
    const { sidecar, added } = addSuggestions(sidecarWith(), [person], text, options);
    assert.equal(added.length, 1);
    const [tag] = sidecar.tags;
    assert.equal(tag.label, 'PER');
    assert.equal(tag.quote, 'Oleg Syromolotov');
    assert.equal(tag.status, 'suggested');
    assert.equal(tag.by, 'model tiny');
    assert.deepEqual(tag.extra, { score: 0.988 });
  });

  test('survive the way to disk and back', () => {
    const { sidecar } = addSuggestions(sidecarWith(), [person], text, options);
    assert.deepEqual(parseSidecar(serialiseSidecar(sidecar)), { value: sidecar, problems: [] });
  });

  test('take the tagset’s label whatever its letters, and the model’s where it has none', () => {
    const other = { ...place, start: 17, end: 21, label: 'MOVE' };
    const { added } = addSuggestions(sidecarWith(), [place, other], text, options);
    assert.deepEqual(
      added.map(({ label }) => label),
      ['Place', 'MOVE'],
    );
  });

  test('keep away from a place that a person has judged already, whatever they said', () => {
    const rejected = makeTag({ start: 0, end: 16, label: 'ORG', status: 'rejected' }, text);
    const before = sidecarWith(rejected);
    assert.equal(addSuggestions(before, [person], text, options).sidecar, before);
  });
});
