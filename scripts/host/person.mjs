/** What a person does in the workbench: keys, words, the mouse on a word. */

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 */

const control = process.platform === 'darwin' ? 'Meta' : 'Control';

/**
 * Presses a key combination, written as VS Code writes it: `Ctrl+Shift+P`.
 * @param {Page} page
 * @param {string} keys several, separated by spaces, are pressed one after another
 */
export async function press(page, keys) {
  for (const chord of keys.split(' ')) {
    await page.keyboard.press(chord.replace(/\bCtrl\b/g, control).replace(/\bCmd\b/g, 'Meta'));
  }
}

/**
 * Runs a command of the palette by its title.
 * @param {Page} page
 * @param {string} title
 */
export async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor({ state: 'visible' });
  await input.fill(`>${title}`);
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows
    .filter({ hasText: title.replace(/[.…]+$/, '') })
    .first()
    .waitFor();
  // What was used last comes first, whatever else has the words in its title.
  const exact = rows.filter({ has: page.getByText(title, { exact: true }) });
  if ((await exact.count()) > 0) await exact.first().click();
  else await page.keyboard.press('Enter');
}

/**
 * Chooses a row of the quick pick that is open.
 * @param {Page} page
 * @param {string} text typed to filter the rows; the first that is left is taken
 */
export async function pick(page, text) {
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor({ state: 'visible' });
  await input.fill(text);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/**
 * Answers the input box that is open.
 * @param {Page} page
 * @param {string} text
 */
export async function answer(page, text) {
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor({ state: 'visible' });
  await input.fill(text);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/**
 * Opens the context menu on a passage and goes down its submenus.
 * @param {Page} page
 * @param {string} text within one line
 * @param {readonly string[]} path the titles to click, one a level
 * @param {() => Promise<unknown>} [seen] called before the last click
 */
export async function contextMenu(page, text, path, seen) {
  const { x, y, width, height } = await locate(page, text);
  await page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
  for (const [level, title] of path.entries()) {
    const item = page.locator('.monaco-menu .action-item', { hasText: title }).last();
    await item.waitFor();
    if (level === path.length - 1) await seen?.();
    await item.click();
  }
  await page.locator('.monaco-menu').first().waitFor({ state: 'hidden' });
}

/**
 * Opens a file of the folder by its name.
 * @param {Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  await press(page, 'Ctrl+p');
  await pick(page, name);
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  await page.locator('.editor-group-container.active .view-lines .view-line').first().waitFor();
}

/**
 * Where a passage stands in the active editor; brought into sight with the
 * editor's own search if it is not.
 * @param {Page} page
 * @param {string} text within one line
 * @returns {Promise<Box>}
 */
export async function locate(page, text) {
  const seen = await boxOf(page, text);
  if (seen) return seen;
  await find(page, text);
  await page.waitForTimeout(300);
  const found = await boxOf(page, text);
  if (!found) throw new Error(`the active editor does not show "${text}"`);
  return found;
}

/**
 * Searches the active editor; the first match is selected.
 * @param {Page} page
 * @param {string} text
 */
export async function find(page, text) {
  await press(page, 'Ctrl+f');
  const input = page.locator('.find-widget.visible .find-part textarea').first();
  await input.waitFor();
  await input.fill(text);
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

/**
 * Selects a passage by dragging the mouse over it.
 * @param {Page} page
 * @param {string} text within one line
 */
export async function select(page, text) {
  const { x, y, width, height } = await locate(page, text);
  await page.mouse.click(x + 1, y + height / 2);
  await page.mouse.move(x, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.move(x + width, y + height / 2, { steps: 4 });
  await page.mouse.up();
}

/**
 * Puts the cursor into a passage.
 * @param {Page} page
 * @param {string} text within one line
 */
export async function clickText(page, text) {
  const box = await locate(page, text);
  const { x, y, width, height } = box;
  // A menu that fades away takes the first click.
  for (let tries = 0; tries < 5; tries += 1) {
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.waitForTimeout(150);
    if (await hasCursor(page, box)) return;
    await page.waitForTimeout(300);
  }
  throw new Error(`the cursor does not go to "${text}"`);
}

/**
 * @param {Page} page
 * @param {Box} box
 * @returns {Promise<boolean>} whether a cursor stands in it
 */
function hasCursor(page, { x, y, width, height }) {
  return page.evaluate(
    ([left = 0, right = 0, top = 0, bottom = 0]) =>
      [...document.querySelectorAll('.monaco-editor .cursors-layer .cursor')].some((cursor) => {
        const at = cursor.getBoundingClientRect();
        const middle = at.y + at.height / 2;
        return at.x >= left && at.x <= right && middle >= top && middle <= bottom;
      }),
    [x - 3, x + width + 3, y, y + height],
  );
}

/**
 * Rests the mouse on a passage and waits for the hover.
 * @param {Page} page
 * @param {string} text within one line
 * @returns {Promise<string>} what the hover says
 */
export async function hover(page, text) {
  const box = page.locator('.monaco-resizable-hover .monaco-hover-content').first();
  const seen = () => box.waitFor({ state: 'visible', timeout: 4000 }).then(() => true);
  for (let tries = 1; ; tries += 1) {
    await page.mouse.move(5, 5);
    const { x, y, width, height } = await locate(page, text);
    await page.mouse.move(x + width / 2 - 2, y + height / 2);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    if (await (tries < 3 ? seen().catch(() => false) : seen())) break;
  }
  await page.waitForTimeout(300);
  return (await box.allInnerTexts()).join('\n');
}

/**
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<Box | undefined>} the first place in sight
 */
function boxOf(page, text) {
  return page.evaluate((wanted) => {
    const editor =
      document.querySelector('.editor-group-container.active .monaco-editor .view-lines') ??
      document.querySelector('.monaco-editor .view-lines');
    const frame = editor?.closest('.overflow-guard')?.getBoundingClientRect();
    if (!editor || !frame) return undefined;
    const lines = [...editor.querySelectorAll('.view-line')].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    );
    for (const line of lines) {
      const content = (line.textContent ?? '').replaceAll('\u00a0', ' ');
      for (let at = content.indexOf(wanted); at !== -1; at = content.indexOf(wanted, at + 1)) {
        const range = document.createRange();
        const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let offset = 0;
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const end = offset + (node.textContent ?? '').length;
          if (offset <= at && at < end) range.setStart(node, at - offset);
          const last = at + wanted.length;
          if (offset < last && last <= end) range.setEnd(node, last - offset);
          offset = end;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        const inSight =
          x >= frame.x &&
          x + width <= frame.right - 14 &&
          y >= frame.y &&
          y + height <= frame.bottom;
        if (inSight && width > 0) return { x, y, width, height };
      }
    }
    return undefined;
  }, text);
}
