import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { press } from '../../scripts/host/person.mjs';
import { anyTime, type Fault, type Kills, noKills } from './faults.ts';
import { reload, VsCode } from './hostWindow.ts';
import { tagsIn } from './ledger.ts';
import { ENDS, wordOf } from './words.ts';

/** Lines of a text, of which each begins with a word to tag; then the next text's turn has come. */
const LINES = 200;
/** VS Code starts a dead host again by itself so often within five minutes. */
const RESTARTS = 2;
/** Milliseconds for a tag to land, or for a window to show what it must. */
const PATIENCE = 60_000;
const NAME = 'a.txt';
const TAG = 'Control+Alt+Digit1';
const UNTAG = 'Control+Alt+Digit2';

/** What can be done to a running VS Code from outside. */
const faults = [
  'nothing else',
  'read-only file',
  'read-only folder',
  'vanished file',
  'jumping clock',
] as const satisfies readonly Fault[];

/** A window on one text, and the person in front of it. */
class Desk {
  readonly #vscode: VsCode;
  readonly #page: Page;
  readonly #folder: string;
  readonly #sidecar: string;
  readonly #random: () => number;
  /** The line that the cursor is in, counted from 1. */
  #line = 1;
  #typed = '';
  /** Since the window was loaded. */
  #crashes = 0;

  private constructor(vscode: VsCode, page: Page, folder: string, random: () => number) {
    this.#vscode = vscode;
    this.#page = page;
    this.#folder = folder;
    this.#sidecar = join(folder, `${NAME}.tags.json`);
    this.#random = random;
  }

  static async open(vscode: VsCode, folder: string, random: () => number): Promise<Desk> {
    mkdirSync(folder, { recursive: true });
    const labels = [{ name: 'PER', title: 'Person' }];
    writeFileSync(join(folder, 'glossator.json'), JSON.stringify({ labels }));
    const lines = Array.from({ length: LINES }, (_, i) => `${wordIn(i + 1)} 👩‍👩‍👧 and so on.\n`);
    writeFileSync(join(folder, NAME), lines.join(''));
    const page = await vscode.open(folder, NAME);
    const desk = new Desk(vscode, page, folder, random);
    await page.locator('.statusbar-item', { hasText: '0 tags' }).waitFor();
    await desk.#goBack();
    return desk;
  }

  /** Whether the text has lines for one more run. */
  get hasRoom(): boolean {
    return this.#line + 8 < LINES;
  }

  /** Keeps a picture of the window. */
  async shot(): Promise<void> {
    await this.#page.screenshot({ path: join(this.#folder, 'window.png') }).catch(() => {});
  }

  /**
   * One run: tags, typed text and saves in quick succession, a kill amid them,
   * a look at the disk, and the next tag in the window that goes on.
   * @throws {AssertionError} where a sidecar is not whole or a tag is gone
   */
  async run(): Promise<Fault> {
    const fault = this.#pick(faults);
    const before = await this.#tags();
    const mend = this.#break(fault);
    const doubtful = new Set<string>();
    const moment = sleep(this.#random() ** 2 * 700);
    const working = this.#work(before, doubtful);
    await moment;
    assert.ok(this.#vscode.killExtensionHosts(), 'there is an extension host');
    await working;
    mend();
    const must = fault === 'vanished file' ? [] : before.filter(({ id }) => !doubtful.has(id));
    await this.#expect(must);
    await this.#goOn();
    const next = await this.#tagNext(must);
    await this.#expectShown(next);
    if (this.#random() < 0.2) await this.#save();
    return fault;
  }

  /** Several keys in quick succession. What a removed tag comes to nobody can tell: it is doubtful. */
  async #work(tags: readonly Stored[], doubtful: Set<string>): Promise<void> {
    for (let left = 1 + Math.floor(this.#random() * 4); left > 0; left--) {
      const dice = this.#random();
      if (dice < 0.15) {
        const [above] = tags.filter(({ quote }) => quote === wordIn(this.#line));
        if (!above) continue;
        doubtful.add(above.id);
        await press(this.#page, UNTAG);
      } else if (dice < 0.3) {
        this.#typed = ` x${this.#line}`;
        await press(this.#page, 'End');
        await this.#page.keyboard.type(this.#typed);
        await press(this.#page, 'Home');
      } else if (dice < 0.4) {
        await press(this.#page, 'Control+s');
      } else {
        await press(this.#page, 'ArrowDown');
        this.#line++;
        await press(this.#page, TAG);
      }
    }
  }

  /** Lets something go wrong; returns what ends it. */
  #break(fault: Fault): () => void {
    const there = existsSync(this.#sidecar);
    if (fault === 'read-only file' && there) chmodSync(this.#sidecar, 0o444);
    if (fault === 'read-only folder') chmodSync(this.#folder, 0o555);
    if (fault === 'vanished file') rmSync(this.#sidecar, { force: true });
    if (fault === 'jumping clock' && there) {
      utimesSync(this.#sidecar, anyTime(this.#random), anyTime(this.#random));
    }
    return () => {
      chmodSync(this.#folder, 0o755);
      if (existsSync(this.#sidecar)) chmodSync(this.#sidecar, 0o644);
    };
  }

  /** The person loads the window again where VS Code will not start another host by itself, and sometimes before. */
  async #goOn(): Promise<void> {
    this.#crashes++;
    if (this.#crashes < RESTARTS && this.#random() >= 0.1) return;
    this.#crashes = 0;
    await reload(this.#page);
    await this.#goBack();
  }

  /** Puts the cursor to the start of its line. */
  async #goBack(): Promise<void> {
    const page = this.#page;
    await page.locator('.view-lines .view-line').first().waitFor();
    await press(page, 'Control+g');
    const input = page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`:${this.#line}`);
    await press(page, 'Enter');
    await input.waitFor({ state: 'hidden' });
    await press(page, 'Home');
  }

  /** Tags the next line's word, as often as it takes until there is a server again. */
  async #tagNext(must: readonly Stored[]): Promise<readonly Stored[]> {
    await press(this.#page, 'Home');
    await press(this.#page, 'ArrowDown');
    this.#line++;
    const word = wordIn(this.#line);
    for (let waited = 0; waited < PATIENCE; waited += 300) {
      if (waited % 900 === 0) await press(this.#page, TAG);
      await sleep(300);
      const tags = await this.#tags();
      if (tags.some(({ quote }) => quote === word)) return this.#expect(must);
    }
    throw new Error(`line ${this.#line} was not tagged`);
  }

  /** The window shows as many tags as there are, and what was typed. */
  async #expectShown({ length }: readonly Stored[]): Promise<void> {
    const count = length === 1 ? /\b1 tag\b/ : new RegExp(`\\b${length} tags\\b`);
    await this.#page.locator('.statusbar-item', { hasText: count }).waitFor();
    if (this.#typed === '') return;
    const line = this.#page.locator('.view-line', { hasText: this.#typed.trim() });
    await line.first().waitFor();
    this.#typed = '';
  }

  /** Saves the text: then its tags are where their words are. */
  async #save(): Promise<void> {
    await press(this.#page, 'Control+s');
    for (let waited = 0; ; waited += 100) {
      const text = readFileSync(join(this.#folder, NAME), 'utf8');
      const wrong = (await this.#tags()).filter(
        ({ start, end, quote }) => text.slice(start, end) !== quote,
      );
      if (wrong.length === 0) return;
      assert.ok(waited < PATIENCE, `tags lie elsewhere: ${JSON.stringify(wrong)}`);
      await sleep(100);
    }
  }

  /** Every tag that must be there is on the disk; returns all that are. */
  async #expect(must: readonly Stored[]): Promise<readonly Stored[]> {
    const tags = await this.#tags();
    const found = new Map(tags.map((tag) => [tag.id, tag]));
    for (const { id, quote, label } of must) {
      const tag = found.get(id);
      assert.ok(tag, `tag ${id} of ${quote} is gone`);
      assert.deepEqual([tag.quote, tag.label], [quote, label], id);
    }
    const words = new Set(Array.from({ length: this.#line }, (_, i) => wordIn(i + 1)));
    // A key that was pressed while no host ran takes effect where the cursor is later: amid what is typed, too.
    const mayBe = (quote: string) => words.has(quote) || /^x\d*$/.test(quote);
    for (const { quote } of tags) assert.ok(mayBe(quote), `nobody tagged ${quote}`);
    return tags;
  }

  /** The tags on the disk. VS Code writes in place: for a moment there may be half a sidecar. */
  async #tags(): Promise<readonly Stored[]> {
    for (let waited = 0; ; waited += 20) {
      const source = existsSync(this.#sidecar) ? readFileSync(this.#sidecar, 'utf8') : '';
      if (source.endsWith('}\n') || waited > 2000) {
        return tagsIn(source) as readonly Stored[];
      }
      if (source === '' && waited > 200) return [];
      await sleep(20);
    }
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)];
  }
}

/** The word that a line begins with: letters only, which is what a word is to whoever puts the cursor into it. */
function wordIn(line: number): string {
  return wordOf(ENDS * line);
}

/** A tag on the disk. */
interface Stored {
  readonly id: string;
  readonly label: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Kills VS Code's extension host at random moments of tagging, typing and
 * saving by keys. A run that fails keeps its folder, with a picture.
 */
export async function killHosts(
  count: number,
  random: () => number,
  progress: (done: number) => void = () => {},
): Promise<Kills> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'glossator-')));
  const kills = noKills();
  const vscode = await VsCode.start(scratch);
  try {
    for (let done = 0, desks = 0; done < count; desks++) {
      const desk = await Desk.open(vscode, join(scratch, `corpus-${desks}`), random);
      while (desk.hasRoom && done < count) {
        try {
          kills[await desk.run()]++;
        } catch (cause) {
          await desk.shot();
          throw new Error(`kill ${done + 1} in ${scratch}/corpus-${desks}`, { cause });
        }
        progress(++done);
      }
    }
  } finally {
    await vscode.stop();
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return kills;
}
