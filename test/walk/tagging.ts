import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as person from '../../scripts/host/person.mjs';
import { eventually, type Stage, type StoredTag } from './stage.ts';

export const text = '000_5c454f63fb3e0dfe.txt';
const chord = 'Ctrl+Alt+g';

/** Point 6: every way to a tag, and what can be done to one. */
export function tagging(stage: () => Stage): void {
  const tagOf = (quote: string, fits: (tag: StoredTag) => boolean = () => true) =>
    eventually(`a tag of ${quote}`, async () =>
      (await stage().tags(text)).find((tag) => tag.quote === quote && fits(tag)),
    );
  const countOf = (count: number) =>
    eventually(`${count} tags`, async () => (await stage().tags(text)).length === count);

  test('a selection is tagged with the key of a label', async () => {
    const { page } = stage();
    await person.select(page, 'Gorchakov Fund');
    await person.press(page, `${chord} t`);
    const list = page.locator('.quick-input-list');
    await list.getByText('Organisation', { exact: true }).waitFor();
    await stage().shot('labels');
    await page.keyboard.press('o');
    assert.equal((await tagOf('Gorchakov Fund')).label, 'ORG');
  });

  test('the word at the cursor is tagged from the context menu', async () => {
    const { page } = stage();
    await person.clickText(page, 'Paris');
    await person.contextMenu(page, 'Paris', ['Glossator', 'Tag Selection…'], () =>
      stage().shot('menu'),
    );
    await person.pick(page, 'Place');
    assert.equal((await tagOf('Paris')).label, 'LOC');
  });

  test('single keys tag while tagging by single keys is on', async () => {
    const { page } = stage();
    const before = await stage().read(text);
    await person.press(page, `${chord} k`);
    await page.locator('.statusbar-item', { hasText: 'Tagging:' }).waitFor();
    await person.clickText(page, 'Beirut');
    for (const key of ['Shift+P', 'Space', 'Enter']) await page.keyboard.press(key);
    await page.keyboard.press('l');
    assert.equal((await tagOf('Beirut')).label, 'LOC');
    await person.select(page, 'Turk');
    await page.keyboard.press('Alt+l');
    await tagOf('Turk');
    await stage().shot('single-keys');
    await page.keyboard.press('Backspace');
    await countOf(3);
    await page.keyboard.press('Escape');
    await page.locator('.statusbar-item', { hasText: '3 tags' }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await stage().read(text), before, 'what was pressed was typed and saved');
  });

  test('a tag gets another label, an entity and a note', async () => {
    const { page } = stage();
    await person.clickText(page, 'Beirut');
    await person.press(page, `${chord} c`);
    await person.pick(page, 'Other name');
    await tagOf('Beirut', ({ label }) => label === 'MISC');
    await person.clickText(page, 'Putin:');
    await person.press(page, `${chord} t`);
    await page.locator('.quick-input-list').getByText('Person', { exact: true }).waitFor();
    await page.keyboard.press('p');
    await tagOf('Putin');
    await person.press(page, `${chord} l`);
    await page.locator('.quick-input-list').getByText('Vladimir Putin').waitFor();
    await stage().shot('entities');
    await person.pick(page, 'Vladimir Putin');
    assert.equal((await tagOf('Putin', ({ entity }) => !!entity)).entity, 'vladimir-putin');
    await person.press(page, `${chord} w`);
    await person.answer(page, 'He said it in Sochi.');
    await tagOf('Putin', ({ note }) => note === 'He said it in Sochi.');
    const said = await person.hover(page, 'Putin:');
    for (const part of ['Person', 'by ann', 'Vladimir Putin', 'Sochi', 'Show in the sidecar']) {
      assert.ok(said.includes(part), `the hover does not say ${part}: ${said}`);
    }
    await stage().shot('hover-tag');
    await page.keyboard.press('Escape');
  });

  test('all mentions are tagged in every text, and one undo takes that back', async () => {
    const { page } = stage();
    const before = (await stage().tags(text)).length;
    await person.clickText(page, 'Putin:');
    await person.press(page, `${chord} a`);
    const others = () => stage().tags('004_3497221ff54687dd.txt');
    await eventually('tags in another text', async () => (await others()).length > 0);
    await person.press(page, `${chord} z`);
    await eventually('no tags in the other text', async () => (await others()).length === 0);
    await countOf(before);
  });

  test('several cursors make several tags', async () => {
    const { page } = stage();
    const before = (await stage().tags(text)).length;
    await person.select(page, 'Egypt');
    await person.press(page, 'Ctrl+d');
    await person.press(page, `${chord} t`);
    await page.locator('.quick-input-list').getByText('Place', { exact: true }).waitFor();
    await page.keyboard.press('l');
    await countOf(before + 2);
    await person.press(page, `${chord} z`);
    await countOf(before);
    await page.keyboard.press('Escape');
  });

  test('next and previous select tags; remove and undo', async () => {
    const { page } = stage();
    await person.press(page, 'Ctrl+Home');
    await person.press(page, `${chord} n`);
    await selected(stage(), 'Gorchakov Fund');
    await person.press(page, `${chord} n`);
    await selected(stage(), 'Paris');
    await person.press(page, `${chord} p`);
    await selected(stage(), 'Gorchakov Fund');
    const before = (await stage().tags(text)).length;
    await person.press(page, `${chord} r`);
    await countOf(before - 1);
    await person.press(page, `${chord} z`);
    await tagOf('Gorchakov Fund');
  });

  test('a mention becomes an entity of the registry', async () => {
    const { page } = stage();
    await person.clickText(page, 'Gorchakov');
    await person.press(page, `${chord} m`);
    await person.answer(page, 'Alexander Gorchakov Public Diplomacy Fund');
    const registry = await eventually('the record', async () => {
      const source = (await stage().read('entities.json')) ?? '';
      return source.includes('Public Diplomacy Fund') && source;
    });
    assert.match(registry, /"aliases": \["Gorchakov Fund"\]/);
    await tagOf('Gorchakov Fund', ({ entity }) => !!entity);
    await person.clickText(page, 'MOSCOW');
    await person.press(page, `${chord} i`);
    await page.locator('.quick-input-list').getByText('Capital of Russia').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('a tag gets the attribute that its label needs', async () => {
    const { page } = stage();
    const before = (await stage().tags(text)).length;
    await person.select(page, 'aircraft');
    await person.press(page, `${chord} t`);
    await page.locator('.quick-input-list').getByText('Weapon', { exact: true }).waitFor();
    await page.keyboard.press('w');
    await tagOf('aircraft');
    await person.press(page, `${chord} b`);
    await page.locator('.quick-input-list').getByText('missile').waitFor();
    await stage().shot('attribute');
    await person.pick(page, 'missile');
    await tagOf('aircraft', ({ attributes }) => attributes?.kind === 'missile');
    assert.ok((await person.hover(page, 'aircraft')).includes('kind: missile'));
    await stage().shot('hover-attribute');
    await page.keyboard.press('Escape');
    await person.press(page, `${chord} z`);
    await tagOf('aircraft', ({ attributes }) => attributes === undefined);
    await person.press(page, `${chord} z`);
    await countOf(before);
  });

  test('a tag is related to another one, and both say so', async () => {
    const { page } = stage();
    const relations = async () =>
      JSON.parse((await stage().read(`${text}.tags.json`)) ?? '{}').relations ?? [];
    await person.clickText(page, 'Putin:');
    await person.press(page, `${chord} j`);
    await page.locator('.quick-input-list').getByText('is a member of').waitFor();
    await person.pick(page, 'is a member of');
    await page.locator('.quick-input-title', { hasText: 'is a member of: “Putin”' }).waitFor();
    await stage().shot('relation');
    await person.pick(page, 'Gorchakov Fund');
    const [putin, fund] = [await tagOf('Putin'), await tagOf('Gorchakov Fund')];
    const ends = { label: 'member-of', from: putin.id, to: fund.id };
    await eventually('the relation', async () => {
      const [{ id: _, ...found }] = await relations();
      return JSON.stringify(found) === JSON.stringify(ends);
    });
    assert.ok((await person.hover(page, 'Putin:')).includes('is a member of → “Gorchakov Fund”'));
    await stage().shot('hover-relation');
    await page.keyboard.press('Escape');
    await person.clickText(page, 'Gorchakov');
    await person.press(page, `${chord} u`);
    await eventually('no relation', async () => (await relations()).length === 0);
    await person.press(page, `${chord} z`);
    await eventually('it is back', async () => (await relations()).length === 1);
  });

  test('the sidecar has one line a tag, and is shown at the line of the tag', async () => {
    const { page } = stage();
    await person.clickText(page, 'Beirut');
    await person.press(page, `${chord} s`);
    await page.locator('.tab.active', { hasText: '.tags.json' }).waitFor();
    const source = (await stage().read(`${text}.tags.json`)) ?? '';
    const line = source.split('\n').findIndex((found) => found.includes('"Beirut"')) + 1;
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
    await stage().shot('sidecar');
    await person.press(page, 'Ctrl+w');
  });
}

/** Waits until the editor's selection is as long as these words. */
async function selected({ page }: Stage, words: string): Promise<void> {
  await page.locator('.statusbar-item', { hasText: `(${words.length} selected)` }).waitFor();
}
