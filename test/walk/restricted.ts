import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as person from '../../scripts/host/person.mjs';
import { eventually, type Stage } from './stage.ts';
import { text } from './tagging.ts';

/** In a folder that the person does not trust, reading and tagging work all the same. */
export function restricted(stage: () => Stage): void {
  test('whoever does not trust the folder reads and tags', async () => {
    const { page } = stage();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await person.openFile(page, text);
    await page.locator('.statusbar-item', { hasText: '0 tags' }).waitFor();
    assert.match(await person.hover(page, '25 thousand'), /25[\s,.\u00a0\u202f]?000/);
    await page.keyboard.press('Escape');
    await person.clickText(page, 'Paris');
    await person.press(page, 'Ctrl+Alt+g t');
    await page.locator('.quick-input-list').getByText('Place', { exact: true }).waitFor();
    await page.keyboard.press('l');
    await eventually('the tag', async () => (await stage().tags(text)).length === 1);
    await stage().shot('restricted');
  });
}
