import assert from 'node:assert/strict';
import { chmodSync, existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver-protocol/node';
import type { CommandResult, TagsResult } from '../../server/src/protocol.ts';
import { Editor, type Moment } from './editor.ts';
import { anyTime, FAULTS, type Fault, jumpingClock } from './faults.ts';
import { isDisputed, Ledger, type Sent, tagsIn } from './ledger.ts';
import { textOf, wordOf } from './words.ts';

/** What a command may be refused with while something is wrong. */
const REFUSALS: { readonly [fault in Fault]?: RegExp } = {
  'full disk': /did not take the change/,
  'read-only file': /is read-only/,
  'read-only folder': /is read-only|did not take the change/,
  'vanished file': /is no longer there|did not take the change/,
};

const LABELS = ['PER', 'ORG', 'LOC'];
const WORDS_A_TEXT = 140;
const MOMENTS: readonly (Moment | 'any')[] = ['asked', 'applied', 'answered', 'any', 'any'];
/** How often a new server is asked for its tags until they must be right, and the milliseconds in between. */
const PATIENCE = 100;
const PAUSE = 20;

/** A person at work in a folder with two texts: tags, types, saves, has bad luck, and goes on. */
export class Annotator {
  readonly #folder: string;
  readonly #random: () => number;
  readonly #editor: Editor;
  readonly #texts: readonly string[];
  readonly #ledger = new Ledger();
  readonly #story: string[] = [];
  /** The fault of the next run, which a server with a jumping clock is started for. */
  #fault: Fault;
  /** How many words there are by now, in the texts or deleted. */
  #words = 0;

  /** @param random all that is random comes from here, but for the pace of the processes */
  constructor(folder: string, random: () => number) {
    this.#folder = folder;
    this.#random = random;
    this.#editor = new Editor(folder, random() < 0.7);
    this.#texts = ['a.txt', 'ü b.txt'].map((name) => this.#editor.uri(name));
    this.#fault = this.#pick(FAULTS);
  }

  /** Makes the texts, starts a server and opens them. */
  async begin(): Promise<void> {
    for (const uri of this.#texts) {
      const text = textOf(this.#words, WORDS_A_TEXT, this.#random() < 0.5 ? '\n' : '\r\n');
      writeFileSync(fileURLToPath(uri), text);
      this.#words += WORDS_A_TEXT;
      this.#editor.open(uri);
    }
    await this.#start();
  }

  end(): Promise<void> {
    return this.#editor.kill();
  }

  /** What was done lately, and where what there is can be looked at. */
  report(): string {
    this.#editor.keepUnsaved();
    return `${this.#folder}: ${this.#story.slice(-30).join('; ')}`;
  }

  /**
   * One run: some commands whose answers are waited for; a fault, several
   * commands at once, and amid them the kill; a look at the disk; a new
   * server, sometimes killed while it starts; the next tag.
   * @throws {AssertionError} where a tag is gone or elsewhere, or a sidecar is not what was written
   */
  async run(): Promise<{ fault: Fault; answered: number; unanswered: number }> {
    const fault = this.#fault;
    this.#story.push(`— ${fault}`);
    for (let left = this.#below(3); left > 0; left--) await this.#act();
    const mend = this.#break(fault);
    const moment = this.#moment();
    const working = Promise.allSettled(
      Array.from({ length: 1 + this.#below(5) }, () => this.#act()),
    );
    await moment;
    await this.#editor.kill();
    this.#story.push('killed');
    for (const one of await working) if (one.status === 'rejected') throw one.reason;
    const unanswered = this.#ledger.sent.filter(({ state }) => state === 'sent').length;
    const answered = this.#ledger.sent.length - unanswered;
    this.#checkDisk();
    if (this.#random() < 0.3) this.#type();
    mend();
    // What a new server could not know the author of is saved before it starts.
    const disputed = this.#sidecars.filter((uri) =>
      isDisputed(this.#editor.content(uri), this.#editor.onDisk(uri)),
    );
    for (const uri of disputed) this.#editor.save(uri);
    this.#fault = this.#pick(FAULTS);
    if (this.#random() < 0.15) await this.#startInVain();
    await this.#start();
    await this.#checkServer();
    await this.#tagNext();
    return { fault, answered, unanswered };
  }

  #start(): Promise<void> {
    return this.#editor.start(this.#fault === 'jumping clock' ? jumpingClock : []);
  }

  /** Kills the next server while it starts. */
  async #startInVain(): Promise<void> {
    const started = this.#start().catch(() => undefined);
    await sleep(this.#below(80));
    await this.#editor.kill();
    await started;
    this.#story.push('killed at the start');
  }

  /** Does something random: types, saves, or sends a command, whose end it settles with. */
  async #act(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.15) return this.#type();
    if (dice < 0.3) return this.#editor.save(this.#pick(this.#texts));
    const busy = new Set(this.#ledger.sent.map(({ id }) => id));
    const free = [...this.#ledger.tags].filter(([id]) => !busy.has(id));
    if (dice < 0.7 || free.length === 0) return void (await this.#tag());
    const [id, { text, sidecar }] = this.#pick(free);
    if (dice < 0.8) {
      this.#story.push(`untag ${id}`);
      const sent = this.#ledger.sends({ text, sidecar, id });
      return this.#follow(sent, this.#editor.run('glossator.untag', { uri: text, id }));
    }
    const label = this.#pick(LABELS);
    this.#story.push(`relabel ${id} ${label}`);
    const sent = this.#ledger.sends({ text, sidecar, id, label });
    return this.#follow(sent, this.#editor.run('glossator.relabel', { uri: text, id, label }));
  }

  async #tag(): Promise<Sent> {
    const text = this.#pick(this.#texts);
    const [word, start] = this.#wordIn(text, this.#ledger.words);
    const label = this.#pick(LABELS);
    const layer = this.#random() < 0.25 ? 'second' : undefined;
    this.#story.push(`tag ${word} ${label}${layer ? ` in ${layer}` : ''}`);
    const sent = this.#ledger.sends({ text, sidecar: sidecarOf(text, layer), word, label });
    const range = this.#editor.range(text, start, start + word.length);
    const argument = { uri: text, range, label, exact: true, ...(layer && { layer }) };
    await this.#follow(sent, this.#editor.run('glossator.tag', argument));
    return sent;
  }

  /** Waits for a command's answer; settles, too, once no answer can come. */
  async #follow(sent: Sent, result: Promise<CommandResult>): Promise<void> {
    try {
      this.#ledger.answered(sent, (await result).ids);
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== LSPErrorCodes.RequestFailed) return;
      sent.state = 'refused';
      this.#story.push(`refused: ${error.message}`);
      assert.match(error.message, REFUSALS[this.#fault] ?? /^$/, this.#fault);
    }
  }

  /** Some word that stands in the text, but none of those, and its offset. */
  #wordIn(text: string, but: ReadonlySet<string | undefined>): readonly [string, number] {
    const content = this.#editor.content(text) ?? '';
    for (;;) {
      const word = wordOf(this.#below(this.#words));
      const start = content.indexOf(word);
      if (start >= 0 && !but.has(word)) return [word, start];
    }
  }

  /** Puts a new word, or line, behind some word, or deletes a word. */
  #type(): void {
    const text = this.#pick(this.#texts);
    // A word whose tag is on its way stays, since nobody could say what its tag is to be.
    const [word, start] = this.#wordIn(text, new Set(this.#ledger.sent.map(({ word }) => word)));
    const end = start + word.length;
    const dice = this.#random();
    if (dice < 0.3) {
      this.#story.push(`delete ${word}`);
      this.#editor.type(text, start, end, '');
      return;
    }
    const between = dice < 0.5 ? '.\n\n' : ' ';
    this.#story.push(`type behind ${word}`);
    this.#editor.type(text, end, end, `${between}${wordOf(this.#words++)}`);
  }

  /** Lets something go wrong; returns what ends it. */
  #break(fault: Fault): () => void {
    const files = [...this.#texts, ...this.#sidecars].map((uri) => [uri, fileURLToPath(uri)]);
    const [uri, path] = this.#pick(files.filter(([, path]) => existsSync(path)));
    this.#story.push(`at fault: ${path}`);
    switch (fault) {
      case 'full disk':
        this.#editor.diskFull = true;
        break;
      case 'read-only file':
        chmodSync(path, 0o444);
        break;
      case 'read-only folder':
        chmodSync(this.#folder, 0o555);
        break;
      case 'vanished file':
        rmSync(path);
        this.#ledger.vanished(uri);
        if (this.#random() < 0.5) this.#editor.tellDeleted(uri);
        break;
      case 'jumping clock':
        utimesSync(path, anyTime(this.#random), anyTime(this.#random));
    }
    return () => {
      this.#editor.diskFull = false;
      chmodSync(this.#folder, 0o755);
      if (existsSync(path)) chmodSync(path, 0o644);
    };
  }

  /** Settles at the moment of the next kill: at one of the steps of a command, or at any time whatever. */
  #moment(): Promise<void> {
    const wanted = this.#pick(MOMENTS);
    const pause = this.#random() ** 2 * 60;
    if (wanted === 'any') return sleep(pause);
    return new Promise((resolve) => {
      const settle = () => {
        clearTimeout(late);
        this.#editor.reached = () => {};
        resolve();
      };
      const late = setTimeout(settle, 100);
      this.#editor.reached = (moment) => {
        if (moment !== wanted) return;
        void this.#editor.kill();
        settle();
      };
    });
  }

  get #sidecars(): readonly string[] {
    return this.#texts.flatMap((text) => [sidecarOf(text), sidecarOf(text, 'second')]);
  }

  /** Every sidecar is on disk what was written to it last, readable, and with the buffers holds every tag. */
  #checkDisk(): void {
    const contents = new Map<string, string>();
    for (const uri of this.#sidecars) {
      const disk = this.#editor.onDisk(uri);
      if (disk !== undefined) {
        assert.equal(disk, this.#editor.written.get(uri), `${uri} is what was written`);
        tagsIn(disk);
      }
      contents.set(uri, this.#editor.content(uri) ?? '');
    }
    this.#ledger.settle(contents);
  }

  /** The new server shows every tag, saved or not, where its word is, as soon as it has taken in all buffers. */
  async #checkServer(): Promise<void> {
    for (let left = PATIENCE; ; left--) {
      try {
        for (const uri of this.#texts) await this.#compare(uri);
        return;
      } catch (error) {
        if (left === 0) throw error;
        await sleep(PAUSE);
      }
    }
  }

  async #compare(uri: string): Promise<void> {
    const params = { textDocument: { uri } };
    const { tags } = await this.#editor.request<TagsResult>('glossator/tags', params);
    const offset = (position: Position) => this.#editor.offset(uri, position);
    this.#ledger.compare(uri, this.#editor.content(uri) ?? '', tags, offset);
  }

  /** The next tag is carried out, and lands on the disk with all the others. */
  async #tagNext(): Promise<void> {
    const { state, sidecar, word } = await this.#tag();
    assert.equal(state, 'answered', 'the next tag');
    const landed = tagsIn(this.#editor.onDisk(sidecar) ?? '').some(({ quote }) => quote === word);
    assert.ok(landed, 'the next tag is on the disk');
    this.#checkDisk();
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }
  #pick<T>(list: readonly T[]): T {
    return list[this.#below(list.length)];
  }
}

function sidecarOf(text: string, layer?: string): string {
  return `${text}${layer ? `.${layer}` : ''}.tags.json`;
}
