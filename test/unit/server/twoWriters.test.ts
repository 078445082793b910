import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addTag, relabel } from '../../../server/src/core/tags/edits.ts';
import type { Sidecar } from '../../../server/src/core/tags/model.ts';
import { parseSidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';
import { tagsIn, tagWords } from './commands.ts';
import { ROOT, TestClient } from './harness.ts';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const TEXT = `${WORDS.join(' ')}\n`;
const SIDECAR = 'a.txt.tags.json';
const uri = `${ROOT}/${SIDECAR}`;

/** What happens to one sidecar: a tag by command, a tag or another label by another program, an editor's save. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('command' as const), word: fc.constantFrom(...WORDS) }),
  fc.record({ kind: fc.constant('other' as const), word: fc.constantFrom(...WORDS) }),
  fc.record({ kind: fc.constant('relabel' as const), word: fc.constantFrom(...WORDS) }),
  fc.record({ kind: fc.constant('unsaved' as const), word: fc.constantFrom(...WORDS) }),
);

/** An editor over the sidecar that saves as the VS Code client does: over a newer file only what was merged. */
class Desk {
  readonly client = new TestClient({ 'a.txt': TEXT });
  #seen = '';
  saving = true;
  /** Every tag has a label of its own, since the same tag is made once only. */
  #made = 0;

  async begin(): Promise<void> {
    await this.client.start();
    await this.client.open('a.txt');
    await tagWords(this.client, 'a.txt', 'one', 'X');
    await this.client.open(SIDECAR, 'glossator-tags');
    await tagsIn(this.client, 'a.txt');
    this.#seen = this.disk;
  }

  get disk(): string {
    return String(this.client.files.get(uri));
  }

  async tag(word: string): Promise<void> {
    const { merged = [] } = await tagWords(this.client, 'a.txt', word, `X${++this.#made}`);
    if (this.saving) await this.save(merged.length > 0);
  }

  async save(merged: boolean): Promise<void> {
    if (!merged && this.disk !== this.#seen) return;
    await this.client.save(SIDECAR);
    this.#seen = this.disk;
  }

  /** Another program changes the file; the news of it comes at once, or later. */
  async elsewhere(change: (sidecar: Sidecar) => Sidecar): Promise<void> {
    const { value } = parseSidecar(this.disk);
    if (value) await this.client.writeOutside(SIDECAR, serialiseSidecar(change(value)));
  }
}

describe('a sidecar with two writers', () => {
  it('never loses a tag of either', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const desk = new Desk();
        await desk.begin();
        const expected = ['one'];
        for (const { kind, word } of steps) {
          const start = TEXT.indexOf(word);
          if (kind === 'relabel') {
            await desk.elsewhere((sidecar) => relabel(sidecar, sidecar.tags[0].id, word));
            continue;
          }
          expected.push(word);
          desk.saving = kind !== 'unsaved';
          if (kind === 'other') {
            const draft = { label: 'Y', start, end: start + word.length };
            await desk.elsewhere((sidecar) => addTag(sidecar, draft, TEXT).sidecar);
          } else {
            await desk.tag(word);
          }
        }
        desk.saving = true;
        await desk.tag('eight');
        expected.push('eight');
        const { value } = parseSidecar(desk.client.content(SIDECAR) ?? '');
        const ids = new Set(value?.tags.map(({ id }) => id));
        assert.equal(ids.size, value?.tags.length);
        const quotes = value?.tags.filter(({ extra }) => !extra).map(({ quote }) => quote);
        assert.deepEqual(quotes?.toSorted(), expected.toSorted());
        desk.client.stop();
      }),
      { numRuns: 60 },
    );
  });
});
