/** A page that shows the embedded VS Code's workbench. */

/**
 * @typedef {object} View
 * @property {{ port: number, token: string }} host where it runs
 * @property {string} folder absolute path of the folder to open
 * @property {string} [extension] absolute path of an extension under development
 * @property {string} [tests] absolute path of a test suite to run in the extension host
 * @property {string} [file] absolute path of a file to open
 */

/**
 * @param {View} view
 * @returns {string} the address of that view
 */
export function workbenchUrl({ host, folder, extension, tests, file }) {
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://127.0.0.1:${host.port}${asUriPath(path)}`;
  /** @type {[string, string][]} */
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({
    tkn: host.token,
    folder: asUriPath(folder),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${host.port}/?${query}`;
}

/**
 * @param {string} path of this machine
 * @returns {string} as URIs write it: `C:\x` becomes `/C:/x`
 */
function asUriPath(path) {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

/**
 * Opens a view in a fresh profile and waits until the workbench stands.
 * @param {import('playwright-core').Browser} browser
 * @param {View} view
 * @param {object} [options]
 * @param {{ width: number, height: number }} [options.size]
 * @param {(type: string, args: unknown[]) => void} [options.onLog] what the extension host printed
 * @param {(code: number) => void} [options.onExit] the test suite ended
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openWorkbench(browser, view, { size, onLog, onExit } = {}) {
  const context = await browser.newContext({
    viewport: size ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationLog', onLog ?? (() => {}));
  await page.exposeFunction('codeAutomationExit', onExit ?? (() => {}));
  await page.goto(workbenchUrl(view));
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  return page;
}
