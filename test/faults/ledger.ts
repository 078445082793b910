import assert from 'node:assert/strict';
import { parseSidecar } from '../../server/src/core/tags/sidecar.ts';
import type { TagItem } from '../../server/src/protocol.ts';

/** A command that was sent to the server. */
export interface Sent {
  /** URI of the text, and of the sidecar that the command is about. */
  readonly text: string;
  readonly sidecar: string;
  /** The tag that it changes; absent where it makes one. */
  readonly id?: string;
  /** The word that it tags. */
  readonly word?: string;
  /** The label that it gives; absent where it removes the tag. */
  readonly label?: string;
  state: 'sent' | 'answered' | 'refused';
}

/** A tag that must be there. */
interface Known {
  readonly text: string;
  readonly sidecar: string;
  readonly word: string;
  readonly label: string;
  /** False where it may also be gone. */
  readonly certain: boolean;
}

/** What an annotator was told of tags, which is what must be true of them. */
export class Ledger {
  readonly #tags = new Map<string, Known>();
  readonly #vanished = new Set<string>();
  #sent: Sent[] = [];

  /** Every tag that was made and not removed, by its id. */
  get tags(): ReadonlyMap<string, Known> {
    return this.#tags;
  }

  /** The words that have a tag, or that one was asked for. */
  get words(): ReadonlySet<string | undefined> {
    return new Set([...this.#tags.values(), ...this.#sent].map(({ word }) => word));
  }

  /** Commands since the last `settle`. */
  get sent(): readonly Sent[] {
    return this.#sent;
  }

  sends(command: Omit<Sent, 'state'>): Sent {
    const sent: Sent = { ...command, state: 'sent' };
    this.#sent.push(sent);
    return sent;
  }

  /** The server said that a command is carried out. */
  answered(command: Sent, ids: readonly string[]): void {
    command.state = 'answered';
    const { text, sidecar, id, word, label } = command;
    const certain = !this.#vanished.has(sidecar);
    if (word !== undefined && label !== undefined) {
      assert.equal(ids.length, 1, `${word} got a tag`);
      this.#tags.set(ids[0], { text, sidecar, word, label, certain });
    } else if (id !== undefined) {
      const known = this.#tags.get(id);
      if (label === undefined) this.#tags.delete(id);
      else if (known) this.#tags.set(id, { ...known, label });
    }
  }

  /** Somebody took a sidecar away: its tags, and those on their way to it, may be gone. */
  vanished(sidecar: string): void {
    this.#vanished.add(sidecar);
    for (const [id, known] of this.#tags) {
      if (known.sidecar === sidecar) this.#tags.set(id, { ...known, certain: false });
    }
  }

  /**
   * Compares with what the sidecars say, by URI, and learns from them what
   * became of the commands that were not answered.
   * @throws {AssertionError} where a sidecar cannot be read, lacks a tag, or has one that nobody made
   */
  settle(sources: ReadonlyMap<string, string>): void {
    const unanswered = this.#sent.filter(({ state }) => state === 'sent');
    const found = new Map<string, Known>();
    for (const [sidecar, source] of sources) {
      for (const { id, label, quote } of tagsIn(source)) {
        const known = this.#tags.get(id);
        const command = unanswered.find(
          (one) =>
            one.label === label &&
            (one.id === id || (one.sidecar === sidecar && one.word === quote)),
        );
        const { text, word } = known ?? command ?? assert.fail(`nobody tagged ${quote}: ${id}`);
        assert.equal(quote, word, `the quote of tag ${id}`);
        if (!command) assert.equal(label, known?.label, `the label of tag ${id}`);
        found.set(id, { text: text, sidecar, word: quote, label, certain: true });
      }
    }
    for (const [id, { word, certain }] of this.#tags) {
      const removed = unanswered.some((one) => one.id === id && one.label === undefined);
      assert.ok(found.has(id) || removed || !certain, `tag ${id} of ${word} is gone`);
    }
    this.#tags.clear();
    for (const [id, known] of found) this.#tags.set(id, known);
    this.#sent = [];
    this.#vanished.clear();
  }

  /**
   * Compares with what the server says of a text: every tag is where its word
   * is; where the word is gone it is nowhere for sure.
   * @throws {AssertionError} where a tag is missing or lies elsewhere
   */
  compare(text: string, content: string, shown: readonly TagItem[], offset: Offset): void {
    const wanted = [...this.#tags].filter(([, known]) => known.text === text);
    assert.deepEqual(shown.map(({ id }) => id).sort(), wanted.map(([id]) => id).sort());
    for (const { id, range, status, label } of shown) {
      const { word = '', label: known } = this.#tags.get(id) ?? {};
      assert.equal(label, known, `the label of tag ${id}`);
      const start = content.indexOf(word);
      if (start < 0) assert.match(status, /^(lost|changed)$/, `${word} was deleted`);
      else {
        assert.notEqual(status, 'lost', `${word} is there`);
        const at = [offset(range.start), offset(range.end)];
        assert.deepEqual(at, [start, start + word.length], `the place of ${word}`);
      }
    }
  }
}

/** The offset of a position in UTF-16 units. */
type Offset = (position: TagItem['range']['start']) => number;

/** The tags of a sidecar that must be readable. One that was just made is empty. */
export function tagsIn(source: string): readonly { id: string; label: string; quote: string }[] {
  if (source === '') return [];
  const { value, problems } = parseSidecar(source);
  assert.deepEqual(problems, [], source);
  assert.ok(value && source.endsWith('}\n'), 'a whole sidecar');
  return value.tags;
}

/**
 * Whether a tag of the disk is gone from an editor's buffer or has another label there. A new
 * server cannot know who did that and keeps both: what docs/durability.md says of editors that
 * open with unsaved changes. Tags that only the buffer has are nobody else's doing.
 */
export function isDisputed(buffer = '', disk = ''): boolean {
  const labels = new Map(tagsIn(buffer).map(({ id, label }) => [id, label]));
  return tagsIn(disk).some(({ id, label }) => labels.get(id) !== label);
}
