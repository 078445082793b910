import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serialiseSidecar } from '../../../server/src/core/tags/serialise.ts';
import { LiveText } from '../../../server/src/liveText.ts';
import { Layer } from '../../../server/src/state/layer.ts';
import { draft, sidecarWith, TEXT } from '../core/corpus/layered.ts';

for (const name of ['ann', undefined]) {
  it(`tags of ${name ?? 'the main sidecar'} say whose they are, in one list for as long as none moves`, async () => {
    const layer = new Layer(
      'file:///a.tags.json',
      name,
      new LiveText('file:///a.txt', 'plaintext', 0, TEXT, 'utf-16'),
    );
    const source = serialiseSidecar(sidecarWith(TEXT, [draft('PER Ann Smith')]));
    await layer.take({ kind: 'text', text: source, from: 'disk' });
    assert.deepEqual(
      layer.placed().map((placed) => placed.layer),
      [name],
    );
    // Whoever asks for each tag's relations makes an index once for a list.
    assert.equal(layer.placed(), layer.placed());
  });
}
