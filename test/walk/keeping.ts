import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as person from '../../scripts/host/person.mjs';
import { eventually, type Stage } from './stage.ts';
import { text } from './tagging.ts';

/** Points 7 and 8: tags stay, and the views show them. */
export function keeping(stage: () => Stage): void {
  test('tags follow what is typed above them, and are saved with the text', async () => {
    const { page } = stage();
    const before = await stage().tags(text);
    await person.clickText(page, 'MOSCOW');
    await person.press(page, 'Ctrl+Home');
    await page.keyboard.type('A headline above. 😀\n');
    await person.press(page, 'Ctrl+s');
    const by = 'A headline above. 😀\n'.length;
    await eventually('the new offsets', async () => {
      const now = await stage().tags(text);
      return now.length > 0 && now.every((tag, at) => tag.start === (before[at]?.start ?? 0) + by);
    });
    const content = (await stage().read(text)) ?? '';
    for (const { start, end, quote } of await stage().tags(text)) {
      assert.equal(content.slice(start, end), quote);
    }
  });

  test('the tags are there after the window was reloaded', async () => {
    const { page } = stage();
    const { length } = await stage().tags(text);
    await page.reload();
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 30_000 });
    await page
      .locator('.statusbar-item', { hasText: `${length} tags` })
      .waitFor({ timeout: 30_000 });
  });

  test('the views list tags and entities; a click shows the tag', async () => {
    const { page } = stage();
    await page.locator('.activitybar .action-label[aria-label="Glossator"]').click();
    const tags = page.locator('.pane', { hasText: 'Tags' }).first();
    await tags.locator('.monaco-list-row', { hasText: 'Beirut' }).click();
    await page.locator('.statusbar-item', { hasText: '(6 selected)' }).waitFor();
    const entities = page.locator('.pane', { hasText: 'Entities' }).last();
    await entities.locator('.monaco-list-row', { hasText: 'Vladimir Putin' }).waitFor();
    await stage().shot('views');
  });

  test('a button of the view removes a tag', async () => {
    const { page } = stage();
    const { length } = await stage().tags(text);
    const row = page.locator('.pane .monaco-list-row', { hasText: 'Beirut' });
    await row.hover();
    await stage().shot('view-buttons');
    await row.locator('.action-label[aria-label^="Remove Tag"]').click();
    await eventually('one tag fewer', async () => (await stage().tags(text)).length === length - 1);
    await person.clickText(page, 'Paris');
    await person.press(page, 'Ctrl+Alt+g z');
    await eventually('it is back', async () => (await stage().tags(text)).length === length);
  });

  for (const [theme, name] of [
    ['Light Modern', 'light'],
    ['Dark Modern', 'dark'],
    ['Dark High Contrast', 'high-contrast'],
  ] as const) {
    test(`everything can be read in ${theme}`, async () => {
      const { page } = stage();
      await person.command(page, 'Preferences: Color Theme');
      await person.pick(page, theme);
      await page.waitForTimeout(1000);
      await person.hover(page, 'Putin:');
      await stage().shot(name);
      await page.keyboard.press('Escape');
    });
  }

  test('the walkthrough leads to the first tag', async () => {
    const { page } = stage();
    await person.clickText(page, 'Paris');
    await person.command(page, 'Welcome: Open Walkthrough');
    await person.pick(page, 'Your first tag');
    const step = page.locator('.getting-started-step', { hasText: 'Tag a name' }).first();
    await step.click();
    await page.waitForTimeout(500);
    await stage().shot('walkthrough');
    // The page covers the text, which comes to the front again.
    await step.getByText('Tag Selection').click();
    await page.locator('.quick-input-list').getByText('Person', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('who deletes a text is asked about its tags', async () => {
    const { page } = stage();
    await person.press(page, 'Ctrl+Shift+e');
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: text })
      .first()
      .click();
    await page.keyboard.press('Delete');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.getByText('Delete', { exact: true }).first().click();
    await dialog.getByText('Keep Tags').waitFor();
    await stage().shot('delete');
    await dialog.getByText('Keep Tags').click();
    await eventually('the text to go', async () => (await stage().read(text)) === undefined);
    assert.ok((await stage().tags(text)).length > 0, 'the tags are gone');
  });
}
