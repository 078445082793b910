import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeTag } from '../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../server/src/core/tags/fingerprint.ts';
import type { Sidecar } from '../../../server/src/core/tags/model.ts';
import { emptySidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { LiveText } from '../../../server/src/liveText.ts';
import { Layer } from '../../../server/src/state/layer.ts';

const COUNT = 30_000;
const line = (i: number) => `In year ${i} the village of Nr${i}ville had ${i * 7} people.\n`;
const BEFORE = Array.from({ length: COUNT }, (_, i) => line(i)).join('');
/** The same with a word more in every line. */
const AFTER = BEFORE.replaceAll(' the village', ' the old village');

function everyVillage(): Sidecar {
  let start = 0;
  const tags = Array.from({ length: COUNT }, (_, i) => {
    const words = `Nr${i}ville`;
    start = BEFORE.indexOf(words, start);
    return makeTag({ id: `t${i}`, label: 'LOC', start, end: start + words.length }, BEFORE);
  });
  return { ...emptySidecar(fingerprintOf(BEFORE)), tags };
}

/** A text that was changed elsewhere, and its sidecar being read. */
function begin() {
  const live = new LiveText('file:///a.txt', 'plaintext', 1, AFTER, 'utf-16');
  const layer = new Layer('file:///a.txt.tags.json', undefined, live);
  const state = { taken: false };
  const taking = layer.take({
    kind: 'text',
    from: 'disk',
    text: serialiseSidecar(everyVillage()),
  });
  const done = taking.then(() => {
    state.taken = true;
  });
  const type = (at: { line: number; character: number }, text: string, to = at) =>
    live.update([{ range: { start: at, end: to }, text }], live.version + 1, (edit) =>
      layer.follow(edit),
    );
  return { live, layer, state, done, type };
}

const others = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('30,000 tags that have to be found again', () => {
  it('let others have their turn, and follow what is typed meanwhile', async () => {
    const { live, layer, state, done, type } = begin();
    await others();
    assert.equal(state.taken, false);
    type({ line: 0, character: 0 }, 'Once upon a time:\n');
    await others();
    assert.equal(state.taken, false);
    type({ line: 9, character: 0 }, 'Look here. ');
    await done;
    const placed = layer.placed();
    assert.equal(placed.length, COUNT);
    for (const { tag, start, end } of placed) {
      assert.equal(live.text.slice(start, end), tag.quote);
    }
  });

  it('are looked for anew where the text is rewritten meanwhile', async () => {
    const { live, layer, state, done, type } = begin();
    await others();
    assert.equal(state.taken, false);
    const end = { line: COUNT, character: 0 };
    type({ line: 0, character: 0 }, AFTER.replaceAll(' people', ' old people'), end);
    await done;
    const placed = layer.placed();
    assert.equal(placed.length, COUNT);
    for (const { tag, start, end: to } of placed) {
      assert.equal(live.text.slice(start, to), tag.quote);
    }
  });
});
