/**
 * A picture of what a person sees: starts the embedded VS Code with the
 * extension of this checkout (build it first), opens a folder, does some
 * steps and takes a PNG. A copy of the folder is opened, never the folder.
 *
 *   node scripts/host/screenshot.mjs [options] [STEP…]
 *
 *   --folder F       folder to open (samples/seeds)
 *   --open FILE      file to open, by its name in the folder
 *   --theme NAME     colour theme ("Default Dark Modern"; others: "Default Light Modern",
 *                    "Default High Contrast", "Default High Contrast Light")
 *   --setting K=V    any other user setting; V is JSON or a plain string (repeatable)
 *   --out FILE       the picture (test-results/screenshot.png)
 *   --size WxH       window size (1280x800)
 *   --web            run the extension in the web worker host (as vscode.dev does)
 *   --plain          without the extension
 *   --steps FILE     a file with one STEP a line
 *   --verbose        print what the extension host logs
 *
 * A STEP is `verb:argument`:
 *   open:NAME  command:TITLE  pick:ROW  type:TEXT  press:Ctrl+Shift+M  wait:MILLISECONDS
 *   select:PASSAGE  click:PASSAGE  find:PASSAGE  hover:PASSAGE (prints the hover)
 *   tap:CSS-SELECTOR  print:CSS-SELECTOR (prints its text)  shot:FILE (a picture in between)
 *
 * Example:
 *   node scripts/host/screenshot.mjs --open 000_5c454f63fb3e0dfe.txt --out /tmp/hover.png \
 *     'wait:3000' 'hover:25 thousand'
 *
 * Settings are those of the person: they are written to data/User/settings.json
 * of the server's data folder before it starts (see server.mjs).
 */

import { readFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runFolder } from '../lib/processes.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { launchBrowser } from './browser.mjs';
import * as person from './person.mjs';
import { inWebWorker, startHost } from './server.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Record<string, (page: Page, argument: string) => Promise<unknown>>} */
const verbs = {
  open: person.openFile,
  command: person.command,
  pick: person.pick,
  type: (page, text) => page.keyboard.type(text),
  press: person.press,
  wait: (page, time) => page.waitForTimeout(Number(time)),
  select: person.select,
  click: person.clickText,
  find: person.find,
  hover: async (page, text) => console.log(await person.hover(page, text)),
  tap: (page, selector) => page.locator(selector).first().click(),
  print: async (page, selector) => console.log(...(await page.locator(selector).allInnerTexts())),
  shot: (page, file) => picture(page, file),
};

/**
 * @param {Page} page
 * @param {string} file
 */
async function picture(page, file) {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await page.screenshot({ path: file });
  console.log(`saved ${file}`);
}

/**
 * @param {Page} page
 * @param {string} step
 */
async function perform(page, step) {
  const colon = step.indexOf(':');
  const verb = verbs[step.slice(0, colon)];
  if (!verb) throw new Error(`"${step}" is no step; steps are ${Object.keys(verbs).join(', ')}`);
  await verb(page, step.slice(colon + 1));
}

/**
 * @param {readonly string[]} pairs `key=value`
 * @returns {Record<string, unknown>}
 */
function settingsFrom(pairs) {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      try {
        return [key, JSON.parse(value)];
      } catch {
        return [key, value];
      }
    }),
  );
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: inRoot('samples/seeds') },
      open: { type: 'string' },
      theme: { type: 'string', default: 'Default Dark Modern' },
      setting: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: inRoot('test-results/screenshot.png') },
      size: { type: 'string', default: '1280x800' },
      web: { type: 'boolean' },
      plain: { type: 'boolean' },
      steps: { type: 'string' },
      verbose: { type: 'boolean' },
    },
  });
  const fromFile = values.steps ? readFileSync(values.steps, 'utf8').split('\n') : [];
  const steps = [...fromFile, ...positionals].filter((step) => step.includes(':'));
  const settings = {
    ...(values.web ? inWebWorker : {}),
    'workbench.colorTheme': values.theme,
    ...settingsFrom(values.setting),
  };
  const scratch = runFolder('screenshot');
  const folder = join(scratch, basename(resolve(values.folder)));
  await cp(resolve(values.folder), folder, { recursive: true });
  const host = await startHost({ settings });
  const browser = await launchBrowser();
  try {
    const [width = 1280, height = 800] = values.size.split('x').map(Number);
    const page = await openWorkbench(
      browser,
      {
        host,
        folder,
        ...(values.plain ? {} : { extension: root }),
      },
      {
        size: { width, height },
        onLog: (type, args) => values.verbose && console.log(`[${type}]`, ...args),
      },
    );
    if (values.open) await person.openFile(page, values.open);
    try {
      for (const step of steps) await perform(page, step);
      await page.waitForTimeout(500);
    } finally {
      await picture(page, values.out);
    }
  } finally {
    await browser.close();
    await host.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(`screenshot: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
