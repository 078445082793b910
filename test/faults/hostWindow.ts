import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { type Host, installExtension, startHost } from '../../scripts/host/server.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';

const root = join(import.meta.dirname, '../..');

/** Keys that a person might choose, in place of those that ask for a label. */
const keybindings = [
  { key: 'ctrl+alt+1', command: 'glossator.tagWithLabel', args: { label: 'PER' } },
  { key: 'ctrl+alt+2', command: 'glossator.removeTag' },
];

/** VS Code with the extension installed, and a browser to look at it. */
export class VsCode {
  readonly #host: Host;
  #page: Page | undefined;

  private constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Packs the extension, installs it and starts VS Code. An extension under
   * development would not be started again when its host dies.
   * @param folder where VS Code's data goes
   */
  static async start(folder: string): Promise<VsCode> {
    const user = join(folder, 'data/data/User');
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, 'keybindings.json'), JSON.stringify(keybindings));
    const vsix = join(folder, 'glossator.vsix');
    await createVSIX({
      cwd: root,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
    const { code, output } = await installExtension(vsix, join(folder, 'data'));
    if (code !== 0) throw new Error(`the extension was not installed:\n${output}`);
    const host = await startHost({ dataFolder: join(folder, 'data'), settings: {} });
    return new VsCode(host);
  }

  /**
   * Opens a window on a file of a folder and closes the one before. Each has a browser of its own:
   * a Chromium of one process ends with its last page.
   */
  async open(folder: string, file: string): Promise<Page> {
    await this.#close();
    const view = { host: this.#host, folder, file: join(folder, file) };
    this.#page = await openWorkbench(await launchBrowser(), view);
    this.#page.setDefaultTimeout(60_000);
    return this.#page;
  }

  async #close(): Promise<void> {
    await this.#page?.context().browser()?.close();
  }

  /** Kills the extension hosts of all windows; false where there was none. */
  killExtensionHosts(): boolean {
    const hosts = this.extensionHosts();
    for (const pid of hosts) process.kill(pid, 'SIGKILL');
    return hosts.length > 0;
  }

  /** The processes of the extension hosts. */
  extensionHosts(): number[] {
    return childrenOf(this.#host.pid, /--type=extensionHost/);
  }

  async stop(): Promise<void> {
    await this.#close();
    await this.#host.stop();
  }
}

/** The processes that one has started and whose command line fits. */
function childrenOf(parent: number | undefined, fits: RegExp): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent && fits.test(command) ? [Number(pid)] : [];
  });
}

/** Loads the window again, as often as VS Code asks for patience because something is not backed up yet. */
export async function reload(page: Page): Promise<void> {
  let asked = true;
  const stay = (dialog: { dismiss(): Promise<void> }) => {
    asked = true;
    return dialog.dismiss();
  };
  page.on('dialog', stay);
  for (let tries = 0; asked && tries < 20; tries++) {
    asked = false;
    const loaded = page.waitForEvent('load', { timeout: 60_000 }).catch(() => undefined);
    await page.evaluate(() => location.reload()).catch(() => undefined);
    await Promise.race([loaded, page.waitForTimeout(500)]);
    if (!asked) await loaded;
  }
  page.off('dialog', stay);
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
}
