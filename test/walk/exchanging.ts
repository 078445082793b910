import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import * as person from '../../scripts/host/person.mjs';
import { eventually, type Stage } from './stage.ts';
import { text } from './tagging.ts';

/** Tags go to another program's format and come back. */
export function exchanging(stage: () => Stage): void {
  const out = () => join(stage().folder, 'tei');
  const back = () => join(stage().folder, 'back');

  test('a text is exported to a format that is chosen from a list', async () => {
    const { page } = stage();
    for (const folder of [out(), back()]) await mkdir(folder);
    await person.openFile(page, text);
    await person.command(page, 'Glossator: Export Tags…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'TEI P5' }).waitFor();
    await stage().shot('export-formats');
    await person.pick(page, 'TEI P5');
    await person.pick(page, 'This Text');
    await chooseFolder(page, 'Folder to Export To', out());
    await eventually('the file', async () => (await readdir(out())).length === 1);
    const [name] = await readdir(out());
    const xml = await readFile(join(out(), name), 'utf8');
    assert.match(xml, /<persName [^>]*>Putin<\/persName>/);
  });

  test('and comes back with its tags at their places', async () => {
    const { page } = stage();
    await person.command(page, 'Glossator: Import Tags…');
    await person.pick(page, 'TEI P5');
    await chooseFolder(page, 'Folder with Files of TEI P5', out());
    await chooseFolder(page, 'Folder for the Texts and Their Tags', back());
    const spans = async (name: string) =>
      (await stage().tags(name)).map(({ start, end, label }) => [start, end, label]);
    await eventually('the tags', async () => (await spans(`back/${text}`)).length > 0);
    assert.deepEqual(await spans(`back/${text}`), await spans(text));
  });
}

/** Types a path into the dialog of that title and takes it. */
async function chooseFolder(page: Page, title: string, path: string): Promise<void> {
  const dialog = page.locator('.quick-input-widget', { hasText: title });
  const input = dialog.locator('input[type="text"]');
  // The dialog writes its own path when it has read that folder, over what was typed before.
  await dialog.locator('.monaco-list-row').first().waitFor();
  await eventually(`the path ${path}`, async () => {
    await input.fill(`${path}/`);
    await page.waitForTimeout(300);
    return (await input.inputValue()) === `${path}/`;
  });
  await dialog.locator('.monaco-button').first().click();
}
