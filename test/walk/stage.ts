/** The stage of the walk: a copy of the seeds, VS Code, a browser, and what lies on the disk. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { type Host, startHost } from '../../scripts/host/server.mjs';
import { openWorkbench } from '../../scripts/host/workbench.mjs';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'test-results');

/** A tag as the sidecar holds it. */
export interface StoredTag {
  id: string;
  label: string;
  start: number;
  end: number;
  quote: string;
  entity?: string;
  note?: string;
  attributes?: Record<string, unknown>;
}

/** What every part of the walk works with. */
export class Stage {
  readonly folder: string;
  readonly page: Page;
  readonly #scratch: string;
  readonly #host: Host;
  readonly #browser: Browser;

  private constructor(scratch: string, host: Host, browser: Browser, page: Page) {
    this.#scratch = scratch;
    this.folder = join(scratch, 'seeds');
    this.#host = host;
    this.#browser = browser;
    this.page = page;
  }

  /** Opens a copy of the seeds, without their sidecars. */
  static async open({ restricted = false } = {}): Promise<Stage> {
    const scratch = await realpath(await mkdtemp(join(tmpdir(), 'glossator-walk-')));
    const folder = join(scratch, 'seeds');
    const filter = (path: string) => !path.endsWith('.tags.json');
    await cp(join(root, 'samples/seeds'), folder, { recursive: true, filter });
    await mkdir(pictures, { recursive: true });
    const settings = { 'glossator.annotator': 'ann' };
    const host = await startHost({ restricted, settings });
    const browser = await launchBrowser();
    try {
      const page = await openWorkbench(browser, { host, folder, extension: root });
      page.setDefaultTimeout(20_000);
      return new Stage(scratch, host, browser, page);
    } catch (error) {
      // Left open, they would keep the test's process from ending.
      await browser.close();
      await host.stop();
      await clear(scratch);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#host.stop();
    await clear(this.#scratch);
  }

  /** Keeps a picture of the workbench in test-results/. */
  async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(pictures, `walk-${name}.png`) });
  }

  /** A file's text; undefined where there is no such file. */
  async read(name: string): Promise<string | undefined> {
    return readFile(join(this.folder, name), 'utf8').catch(() => undefined);
  }

  /** The tags of a text as they lie on the disk. */
  async tags(text: string): Promise<StoredTag[]> {
    const source = await this.read(`${text}.tags.json`);
    return source ? JSON.parse(source).tags : [];
  }
}

async function clear(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Asks again and again until the answer is not undefined, false or an error.
 * @throws {Error} after twenty seconds
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  let last: unknown;
  for (let waited = 0; waited < 20_000; waited += 100) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain: ${what}`, { cause: last });
}
