import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Candidates } from '../../../../server/src/core/recognise/candidates.ts';
import type { Name } from '../../../../server/src/core/recognise/mentions.ts';

function name(form: string): Name {
  return { type: 'LOC', source: 'name', key: form.toLowerCase(), form, score: 60, why: 'known' };
}

describe('Candidates', () => {
  const [syria, iraq] = [name('Syria'), name('Iraq')];
  const candidates = new Candidates();
  candidates.add(3, syria);
  candidates.add(13, iraq);

  it('gives each name with its place', () => {
    assert.deepEqual(
      [...candidates],
      [
        { start: 3, end: 8, name: syria },
        { start: 13, end: 17, name: iraq },
      ],
    );
    assert.deepEqual(candidates.at(1), { start: 13, end: 17, name: iraq });
  });

  it('finds the name of a span, and of no other span', () => {
    assert.equal(candidates.find({ start: 13, end: 17 }), iraq);
    assert.equal(candidates.find({ start: 13, end: 16 }), undefined);
    assert.equal(candidates.find({ start: 0, end: 17 }), undefined);
  });

  it('takes in others with their places moved', () => {
    const all = new Candidates();
    all.add(0, iraq);
    all.addAll(candidates, 100);
    assert.deepEqual(
      [...all].map(({ start, end }) => [start, end]),
      [
        [0, 4],
        [103, 108],
        [113, 117],
      ],
    );
  });

  it('keeps what it has when the one that it was trimmed from goes on', () => {
    const growing = new Candidates();
    growing.add(0, syria);
    const kept = growing.trimmed();
    growing.add(9, iraq);
    growing.rename(0, iraq);
    assert.deepEqual([...kept], [{ start: 0, end: 5, name: syria }]);
  });
});
