import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as person from '../../scripts/host/person.mjs';
import { serialiseSidecar } from '../../server/src/core/tags/sidecar.ts';
import { sidecarWith } from '../unit/core/corpus/layered.ts';
import { eventually, type Stage } from './stage.ts';

const name = '003_2fe8f3eb97d82892.txt';
const chord = 'Ctrl+Alt+g';

/** Two annotators have tagged a text in layers of their own; a third person decides. */
export function adjudicating(stage: () => Stage): void {
  /** Writes a layer whose tags are the first places of words. */
  async function layer(annotator: string, tags: readonly (readonly [string, string])[]) {
    const text = ((await stage().read(name)) ?? '').replaceAll('\r\n', '\n');
    const drafts = tags.map(([label, words]) => {
      const start = text.indexOf(words);
      assert.ok(start >= 0, words);
      return { label, start, end: start + words.length };
    });
    const source = serialiseSidecar(sidecarWith(text, drafts));
    await writeFile(join(stage().folder, `${name}.${annotator}.tags.json`), source);
  }
  /** The tags of the main sidecar, as `LABEL words by STATUS`. */
  const decided = (...wanted: readonly string[]) =>
    eventually(wanted.join(), async () => {
      const source = (await stage().read(`${name}.tags.json`)) ?? '{"tags": []}';
      const said = JSON.parse(source).tags.map(
        (tag: { label: string; quote: string; by: string; status?: string }) =>
          [tag.label, tag.quote, tag.by, tag.status].filter(Boolean).join(' '),
      );
      return said.join() === wanted.join();
    });

  test('layers are adjudicated: what they agree on, then place by place, and back', async () => {
    const { page } = stage();
    await layer('ann', [
      ['LOC', 'Saudi Arabia'],
      ['LOC', 'United Arab Emirates'],
      ['LOC', 'Jordan'],
    ]);
    await layer('ben', [
      ['LOC', 'the United Arab Emirates'],
      ['LOC', 'Jordan'],
    ]);
    await person.openFile(page, name);
    await page.locator('.statusbar-item', { hasText: '5 tags' }).waitFor();
    await person.clickText(page, 'Jordan');
    await person.press(page, `${chord} d`);
    const list = page.locator('.quick-input-list');
    await list.getByText('Accept the one tag that ann and ben agree on').waitFor();
    await stage().shot('adjudicate');
    await page.keyboard.press('Enter');
    await decided('LOC Jordan ann');

    const title = (words: string) =>
      page.locator('.quick-input-title', { hasText: `Adjudicate: “${words}”` }).waitFor();
    await title('Saudi Arabia');
    await list.getByText('ann: Place “Saudi Arabia”').waitFor();
    await page.keyboard.press('2');
    await decided('LOC Saudi Arabia ann rejected', 'LOC Jordan ann');
    await title('the United Arab Emirates');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'ben: Place' });
    await row.waitFor();
    await page.keyboard.press('ArrowDown');
    await row.and(page.locator('.focused')).waitFor();
    await page.waitForTimeout(500);
    await stage().shot('adjudicate-place');
    await page.keyboard.press('Enter');
    const place = 'LOC the United Arab Emirates ben';
    await decided('LOC Saudi Arabia ann rejected', place, 'LOC Jordan ann');
    await page.locator('.statusbar-item', { hasText: 'Every place is decided.' }).waitFor();

    await person.press(page, `${chord} d`);
    await person.pick(page, 'Look at every place again');
    await list.getByText('As It Is Now: nothing').waitFor();
    await page.waitForTimeout(500);
    await stage().shot('adjudicated');
    await page.keyboard.press('1');
    await decided('LOC Saudi Arabia ann accepted', place, 'LOC Jordan ann');
    await page.keyboard.press('Escape');
    await person.press(page, `${chord} z`);
    await decided('LOC Saudi Arabia ann rejected', place, 'LOC Jordan ann');
  });
}
