import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as person from '../../scripts/host/person.mjs';
import { eventually, type Stage } from './stage.ts';

const first = '000_5c454f63fb3e0dfe.txt';

/** Points 2 to 5: what a person sees who opens a text and tags nothing. */
export function reading(stage: () => Stage): void {
  test('numbers and names stand out from the text', async () => {
    const { page } = stage();
    await person.openFile(page, first);
    const colours = await eventually('colours', async () => {
      const found = await coloursOf(stage(), ['destroyed', 'Syria', '160']);
      return new Set(found).size === 3 && found;
    });
    assert.ok(!colours.includes(''));
    await stage().shot('reading');
  });

  test('the hover of a number says what it is', async () => {
    const said = await person.hover(stage().page, '25 thousand');
    assert.match(said, /25[\s,.\u00a0\u202f]?000/);
    assert.match(said, /more than/);
    assert.match(said, /foreign terrorists/);
    await stage().shot('hover-number');
  });

  test('the hover of a mention says who it is, once', async () => {
    const { page } = stage();
    const said = await person.hover(page, 'Oleg Syromolotov');
    assert.match(said, /person/);
    assert.match(said, /mentions? in this text/);
    assert.equal(await page.locator('.monaco-hover:visible .hover-contents').count(), 1);
    await stage().shot('hover-entity');
    await page.keyboard.press('Escape');
  });

  test('F12 on a surname shows where the person is defined', async () => {
    const { page } = stage();
    await person.clickText(page, 'said Syromolotov');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F12');
    const peek = page.locator('.peekview-widget');
    await peek.waitFor();
    assert.match((await peek.textContent()) ?? '', /entities\.json/);
    await page.waitForTimeout(500);
    await stage().shot('definition');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'hidden' });
  });

  test('the Problems panel lists findings with their codes, and F8 walks them', async () => {
    const { page } = stage();
    await person.press(page, 'Ctrl+Shift+m');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows
      .filter({ hasText: /entity\/[a-z]/ })
      .first()
      .waitFor();
    const listed = (await rows.allInnerTexts()).join('\n');
    assert.match(listed, /entity\/(abbreviation|inconsistent|spelling)/);
    await stage().shot('problems');
    await person.press(page, 'Ctrl+Shift+m');
    await person.clickText(page, 'See also');
    await page.keyboard.press('F8');
    const marker = page.locator('.marker-widget');
    await marker.waitFor();
    await stage().shot('problem');
    await page.keyboard.press('Escape');
  });
}

/** The computed colours of the first place of each word in the editor. */
function coloursOf({ page }: Stage, words: readonly string[]): Promise<string[]> {
  return page.evaluate((wanted) => {
    const spans = [...document.querySelectorAll('.view-lines .view-line span span')];
    return wanted.map((word) => {
      const span = spans.find((found) => found.textContent?.includes(word));
      return span ? getComputedStyle(span).color : '';
    });
  }, words);
}
