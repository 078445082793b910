/** A Chromium to look through: the machine's own, else the one from npm. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { onPath, onWindows } from '../lib/processes.mjs';

const names = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** @returns {string[]} where browsers are installed that are on no PATH */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (!onWindows) return [];
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (!folder) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  });
}

/**
 * @returns {Promise<{ path: string, args: string[] }>} the executable and the
 *   arguments it needs; CHROME_PATH overrides
 */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  const own = chosen || onPath(names) || usualPlaces().find(existsSync);
  if (own) return { path: own, args: ['--no-sandbox'] };
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: packed.args };
}

/**
 * @param {object} [options]
 * @param {boolean} [options.headless] default: true
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser({ headless = true } = {}) {
  const { path, args } = await findBrowser();
  return chromium.launch({ executablePath: path, args, headless, chromiumSandbox: false });
}
