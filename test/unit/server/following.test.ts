import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-protocol';
import { execute, tagsIn } from './commands.ts';
import { ROOT, TestClient } from './harness.ts';

/** Letters that a text is made of, and others that edits put in, so that little comes back by chance. */
const OLD = ['a', 'é', 'e\u0301', '👩‍👩‍👧', '東', 'ש', ' ', '\n', 'b.\n\n'];
const NEW = ['1', '2', '🇪🇪', '\n', '\u00a0'];

/** An edit in offsets of the canonical text before it. */
interface Change {
  start: number;
  end: number;
  text: string;
}

interface Placed {
  start: number;
  end: number;
  lost: boolean;
}

/** Where a tag lies behind an edit, one end at a time, as an editor's decoration does. */
function follow(tag: Placed, { start, end, text }: Change): Placed {
  const { start: from, end: to } = tag;
  const by = text.length - (end - start);
  if (tag.lost) return tag;
  if (to <= start) return tag;
  if (from >= end) return { ...tag, start: from + by, end: to + by };
  if (start <= from && to <= end) {
    const over = start === from && to === end && text !== '';
    return over ? { ...tag, end: start + text.length } : { ...tag, lost: true };
  }
  const within = start + text.length;
  return {
    start: from > start ? Math.min(from, within) : from,
    end: to < end ? Math.min(to, within) : to + by,
    lost: false,
  };
}

/** A text with Windows' line ends or without, as offsets and positions see it. */
class Model {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
  range(start: number, end: number): Range {
    const position = (offset: number) => {
      const lines = this.text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
    };
    return { start: position(start), end: position(end) };
  }
  offset({ line, character }: Range['start']): number {
    const lines = this.text.split('\n');
    return lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  }
  apply({ start, end, text }: Change): { range: Range; text: string } {
    const range = this.range(start, end);
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return { range, text };
  }
}

const content = fc
  .array(fc.constantFrom(...OLD), { minLength: 12, maxLength: 60 })
  .map((letters) => letters.join(''))
  .filter((text) => text.trim() !== '');
const place = fc.tuple(fc.nat(), fc.nat());
const edit = fc.record({
  at: place,
  text: fc.array(fc.constantFrom(...NEW), { maxLength: 6 }).map((letters) => letters.join('')),
});
const scenario = fc.record({
  content,
  crlf: fc.boolean(),
  tags: fc.array(place, { minLength: 1, maxLength: 6 }),
  edits: fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
});

function spanIn([a, b]: [number, number], length: number): [number, number] {
  const [x, y] = [a % (length + 1), b % (length + 1)];
  return [Math.min(x, y), Math.max(x, y)];
}

/** Opens the content and tags it; where a place holds no text there is no tag. */
async function open(text: string, crlf: boolean, places: readonly [number, number][]) {
  const client = new TestClient({ 'a.txt': crlf ? text.replaceAll('\n', '\r\n') : text });
  await client.start();
  const uri = await client.open('a.txt');
  const model = new Model(text);
  for (const place of places) {
    const [start, end] = spanIn(place, text.length);
    if (text.slice(start, end).trim() === '') continue;
    const range = model.range(start, end);
    await execute(client, 'glossator.tag', { uri, range, label: 'X', exact: true });
  }
  return { client, model, uri };
}

async function send(client: TestClient, version: number, contentChanges: unknown[]) {
  const textDocument = { uri: `${ROOT}/a.txt`, version };
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument,
    contentChanges,
  });
}

/** The tags by id as the server places them. */
async function placed(client: TestClient, model: Model): Promise<Map<string, Placed>> {
  return new Map(
    (await tagsIn(client, 'a.txt')).map(({ id, range, status }) => {
      const start = model.offset(range.start);
      return [id, { start, end: model.offset(range.end), lost: status === 'lost' }];
    }),
  );
}

describe('the tags of an open text', () => {
  it('lie where an editor’s decorations would, whatever several edits a notification do', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ content, crlf, tags, edits }) => {
        const { client, model } = await open(content, crlf, tags);
        try {
          let expected = await placed(client, model);
          const quotes = new Map(
            [...expected].map(([id, { start, end }]) => [id, model.text.slice(start, end)]),
          );
          for (const [i, group] of edits.entries()) {
            /** Tags that an edit of the notification makes whole again by chance, before the next one. */
            const whole = new Set<string>();
            const changes = group.map(({ at, text }) => {
              const [start, end] = spanIn(at, model.text.length);
              const change = { start, end, text };
              expected = new Map([...expected].map(([id, tag]) => [id, follow(tag, change)]));
              const applied = model.apply(change);
              for (const [id, tag] of expected) {
                const quote = quotes.get(id) ?? '';
                const from = model.text.indexOf(quote, Math.max(0, tag.start - quote.length));
                const { length } = model.text.slice(tag.start, tag.end);
                if (from >= 0 && from <= tag.end && length !== quote.length) whole.add(id);
              }
              return applied;
            });
            await send(client, i + 2, changes);
            const found = await placed(client, model);
            for (const [id, tag] of expected) {
              const actual = found.get(id);
              // What was cut off and stands there again, be it by chance, makes the tag whole.
              const reads = ({ start, end }: Placed) => model.text.slice(start, end);
              const quote = quotes.get(id);
              if (actual && reads(tag) !== quote && (reads(actual) === quote || whole.has(id))) {
                expected.set(id, actual);
                continue;
              }
              assert.equal(actual?.lost, tag.lost);
              if (!tag.lost) assert.deepEqual(actual, tag);
            }
          }
        } finally {
          client.stop();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are back where they were when every edit is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ content, crlf, tags, edits }) => {
        const { client, model } = await open(content, crlf, tags);
        try {
          const before = await placed(client, model);
          const inverse: Change[] = [];
          let version = 1;
          for (const { at, text } of edits.flat()) {
            const [start, end] = spanIn(at, model.text.length);
            const removed = model.text.slice(start, end);
            inverse.unshift({ start, end: start + text.length, text: removed });
            await send(client, ++version, [model.apply({ start, end, text })]);
          }
          for (const change of inverse) await send(client, ++version, [model.apply(change)]);
          assert.equal(model.text, content);
          await new Promise((resolve) => setTimeout(resolve, 130));
          assert.deepEqual(await placed(client, model), before);
          assert.ok((await tagsIn(client, 'a.txt')).every(({ status }) => status === 'exact'));
        } finally {
          client.stop();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('great edits', () => {
  const paragraph = 'Nothing was said about the meeting in the town that day.\n\n';

  /** A long text with the word Putin in every hundredth paragraph, each of them tagged. */
  async function long() {
    const text = Array.from({ length: 2000 }, (_, i) =>
      i % 100 === 50 ? `Then Putin left the town again.\n\n` : paragraph,
    ).join('');
    const client = new TestClient({ 'a.txt': text });
    await client.start();
    const uri = await client.open('a.txt');
    const model = new Model(text);
    for (let at = text.indexOf('Putin'); at >= 0; at = text.indexOf('Putin', at + 1)) {
      const range = model.range(at, at + 5);
      await execute(client, 'glossator.tag', { uri, range, label: 'PER' });
    }
    return { client, model };
  }

  /** What the tags cover in the model's text. */
  async function covered({ client, model }: { client: TestClient; model: Model }) {
    const tags = await placed(client, model);
    return [...tags.values()].map(({ start, end }) => model.text.slice(start, end));
  }

  it('a thousand places replaced in one notification, from the end to the start', async () => {
    const { client, model } = await long();
    const changes: { range: Range; text: string }[] = [];
    for (
      let at = model.text.lastIndexOf('town');
      at >= 0;
      at = model.text.lastIndexOf('town', at - 1)
    ) {
      changes.push(model.apply({ start: at, end: at + 4, text: 'village' }));
    }
    assert.equal(changes.length, 2000);
    await send(client, 2, changes);
    assert.deepEqual(await covered({ client, model }), Array(20).fill('Putin'));
    client.stop();
  });

  it('megabytes pasted above, and the whole text given anew with other line ends', async () => {
    const { client, model } = await long();
    const pasted = paragraph.repeat(60_000);
    await send(client, 2, [model.apply({ start: 0, end: 0, text: pasted })]);
    assert.deepEqual(await covered({ client, model }), Array(20).fill('Putin'));
    await send(client, 3, [{ text: model.text.replaceAll('\n', '\r\n') }]);
    assert.deepEqual(await covered({ client, model }), Array(20).fill('Putin'));
    await send(client, 4, [model.apply({ start: 0, end: pasted.length, text: '' })]);
    assert.deepEqual(await covered({ client, model }), Array(20).fill('Putin'));
    client.stop();
  });
});
